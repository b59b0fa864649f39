import type { MergeProposal } from '../../src/domain/api.ts';
import { type Answer, call } from '../client.ts';

export interface Proposals {
  /** what a merge of these would look like; asked once */
  of(customers: readonly string[]): Promise<Answer<MergeProposal>>;
  /** the same, asked anew: something has changed */
  renew(customers: readonly string[]): Promise<Answer<MergeProposal>>;
  /** forgets what is known of these customers */
  forget(customers: readonly string[]): void;
}

/**
 * Proposals, fetched once and ahead of time.
 *
 * @param settled resolves when nothing is under way that changes these customers
 */
export function createProposals(settled: (customers: readonly string[]) => Promise<void>): Proposals {
  const known = new Map<string, Promise<Answer<MergeProposal>>>();

  function ask(customers: readonly string[]) {
    const key = customers.join(' ');
    const asked = settled(customers).then(() => call('proposeMerge', { customers: [...customers] }));
    known.set(key, asked);
    void asked.then((answer) => {
      // Whoever asks later may have more luck.
      if (answer.kind !== 'answer' && known.get(key) === asked) known.delete(key);
    });
    return asked;
  }

  return {
    of: (customers) => known.get(customers.join(' ')) ?? ask(customers),
    renew: ask,
    forget(customers) {
      for (const key of [...known.keys()]) if (key.split(' ').some((number) => customers.includes(number))) known.delete(key);
    },
  };
}
