import { Judgements } from '../domain/duplicate-groups/judgements.ts';
import { lookAtProperties, putProperties } from './properties.ts';

const prefix = 'judged.';

/**
 * What people have said of pairs of customers. It lies in the workbook's properties, where no sorting and no deleted tab
 * reaches it. One look-up; call it under the lock before anything is put into it.
 */
export function readJudgements(): Judgements {
  const properties = lookAtProperties();
  const texts: string[] = [];
  for (let index = 0; properties[`${prefix}${index}`] !== undefined; index++) texts.push(properties[`${prefix}${index}`]!);
  return new Judgements(texts);
}

/** Keeps what has changed, in one property write. */
export function keepJudgements(judgements: Judgements): void {
  const changed = judgements.changed();
  if (changed.length > 0) putProperties(Object.fromEntries(changed.map(({ index, text }) => [`${prefix}${index}`, text])));
}
