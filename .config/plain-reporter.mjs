// One closing line that a program can read: jest's own summary has several, in colours, with times. Before it, what
// passed or failed at the second try.
import { writeSync } from 'node:fs';

export default class PlainReporter {
  /**
   * A file that could not even start counts as one failure: it must never look like success. Said at the very end,
   * after jest's own summary.
   */
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, testResults }) {
    const twice = testResults.flatMap(({ testResults: tests }) => tests.filter(({ invocations }) => invocations > 1));
    const names = twice.map(({ status, fullName }) => `tried twice, ${status}: ${fullName}\n`);
    const line = `${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed\n`;
    process.once('exit', () => writeSync(1, `${names.join('')}${line}`));
  }
}
