import type { MergeField, MergeProposal } from '../../src/domain/api.ts';

/** One value of a field to choose, and whose it is. */
export interface Choice {
  text: string;
  /** customers' numbers; of several values kept together, everybody's */
  owners: string[];
  isJoined: boolean;
}

/** A field as it is asked about. */
export interface Question {
  field: MergeField;
  choices: Choice[];
  /** which choice is proposed */
  proposed: number;
  /**
   * `open`: filled values contradict each other; `single`: some have nothing there; `same`: nothing to choose. A field whose
   * value is not the shop's to choose is `fixed` where it differs.
   */
  kind: 'open' | 'single' | 'same' | 'fixed';
}

function questionOf(field: MergeField, numbers: readonly string[]): Question | undefined {
  const texts = new Map<string, string[]>();
  field.texts.forEach((text, at) => {
    const owners = texts.get(text);
    if (owners) owners.push(numbers[at]!);
    else texts.set(text, [numbers[at]!]);
  });
  const filled = [...texts.keys()].filter((text) => text !== '');
  if (filled.length === 0) return undefined;
  const choices = [...texts].map(([text, owners]): Choice => ({ text, owners, isJoined: false }));
  const joined = field.joined;
  if (joined !== undefined && !texts.has(joined)) choices.push({ text: joined, owners: [...numbers], isJoined: true });
  const wanted = joined ?? field.texts[field.proposed] ?? filled[0]!;
  const proposed = Math.max(
    0,
    choices.findIndex(({ text }) => text === wanted),
  );
  const kind = texts.size === 1 ? 'same' : field.isFixed ? 'fixed' : filled.length > 1 ? 'open' : 'single';
  return { field, choices, proposed, kind };
}

/** The fields of a proposal as questions; fields that are empty throughout are left out. */
export function questionsOf({ customers, fields }: MergeProposal): Question[] {
  const numbers = customers.map(({ number }) => number);
  return fields.flatMap((field) => questionOf(field, numbers) ?? []);
}

/** What a person has seen, customer by customer: a merge is refused where that is no longer so. */
export function shownIn({ customers, fields }: MergeProposal): Record<string, Record<string, string>> {
  return Object.fromEntries(
    customers.map(({ number }, at) => [number, Object.fromEntries(fields.map(({ key, texts }) => [key, texts[at] ?? '']))]),
  );
}

/** Records that will belong to the one who stays. */
export function movedRecords({ customers }: MergeProposal, keep: string): number {
  return customers
    .filter(({ number }) => number !== keep)
    .reduce((sum, { records }) => sum + records.reduce((own, { count }) => own + count, 0), 0);
}

/** What stood in a field of a customer before, where it is another now: by customer and field. */
export function changesBetween(before: MergeProposal, now: MergeProposal): Map<string, string> {
  const earlier = shownIn(before);
  const changes = new Map<string, string>();
  for (const [number, fields] of Object.entries(shownIn(now)))
    for (const [key, text] of Object.entries(fields)) {
      const old = earlier[number]?.[key];
      if (old !== undefined && old !== text) changes.set(key, old);
    }
  return changes;
}
