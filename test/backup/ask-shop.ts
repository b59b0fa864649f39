import type { makeFile } from '../../sidebar/backups/make-file.ts';
import type { Shop } from '../ledger/shop.ts';

/** The page asks the ledger; what it is told of on the way is forgotten. */
export const asks = (shop: Shop) =>
  (async (name: string, input: object) => {
    const value = await shop.call<{ failed?: true; message: string; retry: boolean }>(name, input);
    return value.failed ? { kind: 'refused', ...value } : { kind: 'answer', value };
  }) as unknown as Parameters<typeof makeFile>[0];
