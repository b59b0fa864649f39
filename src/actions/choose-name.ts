import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import type { Book } from '../google/book.ts';
import { ask } from '../google/screen.ts';
import { chosenName, chooseName as keepName } from '../google/who.ts';
import type { Outcome } from './outcome.ts';

const longest = 30;

/** 填写名字: the name under which the change log knows whoever asks. Asked for in a dialog where none is given. */
export function chooseName(_: Book, request: { name?: string }, locale: Locale): Outcome {
  const given = request.name ?? ask(say('action.chooseName', locale), `${say('ask.name', locale)}\n${chosenName()}`);
  const name = (given ?? '').replace(/\s+/g, ' ').trim();
  // whoever cancels knows it
  if (name === '' || name.length > longest)
    return { ok: false, message: say('stop.nameMissing', locale), shown: given === undefined };
  keepName(name);
  return { ok: true, message: say('done.name', locale, { name }) };
}
