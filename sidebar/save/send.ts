import type { LedgerApi } from '../../src/domain/api.ts';
import { call } from '../client.ts';

type Sendable = 'saveRecord' | 'saveReview' | 'updateCustomer' | 'mergeCustomers' | 'judgeDuplicates' | 'undoRun';

/**
 * Sends something that changes the ledger; after a lost answer once more by itself. That is safe because the input carries
 * its `requestId`, by which the server knows it again, or asks for something that is the same when it is done twice.
 */
export async function send<K extends Sendable>(
  name: K,
  input: Parameters<LedgerApi[K]>[0],
  again: () => void,
): ReturnType<typeof call<K>> {
  const answer = await call(name, input);
  if (answer.kind !== 'lost') return answer;
  again();
  return call(name, input);
}
