import type { Params } from './fill-in.ts';
import type { MessageKey } from './keys.ts';

/** A sentence that is kept, to be read later by people of either language. */
export interface Told {
  key: MessageKey;
  params?: Params;
}
