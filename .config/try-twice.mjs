import { expect, jest } from '@jest/globals';

// Chromium on a busy machine now and then loses a key or a frame. What fails in a sidebar is tried once more, from the
// start, and the report names it; a fault of the program fails twice.
if (/[\\/]test[\\/]sidebar[\\/]/.test(expect.getState().testPath ?? '')) {
  jest.retryTimes(1, { logErrorsBeforeRetry: true });
}
