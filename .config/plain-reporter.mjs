// One closing line that a program can read: jest's own summary has several, in colours, with times.
import { writeSync } from 'node:fs';

export default class PlainReporter {
  /**
   * A file that could not even start counts as one failure: it must never look like success. Said at the very end,
   * after jest's own summary.
   */
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) {
    const line = `${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed\n`;
    process.once('exit', () => writeSync(1, line));
  }
}
