import * as z from 'zod/mini';
import type { Locale } from '../domain/locale.ts';
import type { MessageKey } from '../domain/messages/keys.ts';
import type { Book } from '../google/book.ts';
import type { Outcome } from './outcome.ts';

export interface Action {
  /** what the command line and tests call it */
  id: string;
  label: MessageKey;
  /** the global that the menu calls; absent where the menu has no item */
  menu?: string;
  /** what may be given, in words, for the command line's list */
  params?: string;
  /** made when asked for: every run loads all actions */
  schema: () => z.ZodMiniType;
  /** changes many records at once: a backup is made before, where the shop wants that */
  isBulk?: boolean;
  perform(book: Book, request: never, locale: Locale): Outcome;
}

/** A request that asks for nothing in particular. */
export const none = () => z.object({});

/** An action whose request is what its schema lets through. */
export function action<S extends z.ZodMiniType>(
  definition: Omit<Action, 'perform' | 'schema'> & {
    schema: () => S;
    perform: (book: Book, request: z.output<S>, locale: Locale) => Outcome;
  },
): Action {
  return definition as unknown as Action;
}
