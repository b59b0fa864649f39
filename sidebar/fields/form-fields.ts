import type { FieldProblem, Form } from '../../src/domain/api.ts';
import type { FieldKind } from '../../src/domain/dictionary/types.ts';
import { element, freshId } from '../element.ts';
import type { Texts } from '../texts/zh-CN.ts';
import { createField, type FormEntry } from './field.ts';

export interface FormFields {
  elements: HTMLElement[];
  /** the values that are not empty, by field; on request only those of some kinds */
  values(kinds?: ReadonlySet<FieldKind>): Record<string, string>;
  write(values: Readonly<Record<string, string>>): void;
  /** checks everything as on leaving; the entries that cannot be saved as they stand */
  wrong(): FormEntry[];
  /** whether anything shown is wrong */
  showsWrong(): boolean;
  /** whether the person has insisted on a wrong value */
  keepsWrong(): boolean;
  /** puts the server's problems under their fields; answers those that belong to none */
  tell(problems: FieldProblem[]): FieldProblem[];
  /** the uppermost field that one of the problems is about */
  first(problems: FieldProblem[]): FormEntry | undefined;
  /** the first field still empty, or the first one */
  start(): FormEntry | undefined;
  entry(key: string | undefined): FormEntry | undefined;
}

export function formFields(
  form: Form,
  texts: Texts,
  events: { changed(entry: FormEntry): void; left(entry: FormEntry): void },
): FormFields {
  const entries = form.fields.map((field): FormEntry => {
    const entry: FormEntry = createField(field, form, texts, {
      changed: () => events.changed(entry),
      left: () => events.left(entry),
    });
    return entry;
  });
  const groups = form.groups
    .map((group) => ({ group, inside: entries.filter((entry) => entry.field.group === group.key) }))
    .filter(({ inside }) => inside.length > 0);
  const grouped = new Set(groups.flatMap(({ inside }) => inside));
  const rest = entries.filter((entry) => !grouped.has(entry));
  const elements = groups.map(({ group, inside }) => {
    const id = freshId('group');
    // One single group needs no heading: it would say the title again.
    const heading = groups.length > 1 && element('h2', { id }, group.label);
    return element(
      'section',
      { class: 'group', 'aria-labelledby': heading ? id : undefined },
      heading,
      ...inside.map((entry) => entry.element),
    );
  });
  if (rest.length > 0) elements.push(element('section', { class: 'group' }, ...rest.map((entry) => entry.element)));

  const shownOrder = [...groups.flatMap(({ inside }) => inside), ...rest];
  const entry = (key: string | undefined) => entries.find(({ field }) => field.key === key);
  return {
    elements,
    entry,
    values: (kinds) => {
      const wanted = entries.filter(({ field }) => !kinds || kinds.has(field.kind));
      return Object.fromEntries(wanted.map(({ field, read }) => [field.key, read()]).filter(([, value]) => value !== ''));
    },
    write: (values) => {
      for (const { field, write } of entries) write(values[field.key] ?? '');
    },
    wrong: () => shownOrder.filter(({ check }) => check() === 'wrong'),
    showsWrong: () => entries.some(({ state }) => state() === 'wrong'),
    keepsWrong: () => entries.some(({ kept }) => kept()),
    tell: (problems) =>
      problems.filter((problem) => {
        entry(problem.field)?.tell(problem);
        return entry(problem.field) === undefined;
      }),
    first: (problems) => shownOrder.find(({ field }) => problems.some((problem) => problem.field === field.key)),
    start: () => shownOrder.find(({ read }) => read() === '') ?? shownOrder[0],
  };
}
