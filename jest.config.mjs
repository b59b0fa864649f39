/** The suite runs TypeScript through esbuild as ES modules; `.ts` first, because built output must never shadow a source. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'mjs', 'js', 'json', 'node'],
  transform: { '\\.ts$': '<rootDir>/.config/jest-esbuild.cjs' },
  moduleNameMapper: { '^fast-check$': '<rootDir>/.config/fast-check.mjs' },
  setupFilesAfterEnv: ['<rootDir>/.config/try-twice.mjs'],
  // a machine three times as slow must do
  testTimeout: 60_000,
  // half of the files wait for a browser or for programs that they have started: one worker more than the two cores
  // on which the suite's limit is counted
  maxWorkers: 3,
  workerIdleMemoryLimit: '1GB',
  testSequencer: '<rootDir>/.config/slow-first.mjs',
  reporters: ['default', '<rootDir>/.config/plain-reporter.mjs'],
};
