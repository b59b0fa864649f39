import type { Dictionary, Field } from '../dictionary/types.ts';
import { fingerprint } from '../intents/fingerprint.ts';
import type { Locale } from '../locale.ts';
import { say } from '../messages/say.ts';
import { type Change, type LogEntry, type LogState, logKinds, logStates } from './entry.ts';
import { masked } from './mask.ts';
import { ownHeader } from './record-trace.ts';
import { seal, unseal } from './seal.ts';

/** The log's columns, in their order. The last one is hidden: it holds what undo needs. */
export const logColumns = ['n', 'when', 'who', 'kind', 'tab', 'record', 'field', 'from', 'to', 'run', 'state', 'sealed'] as const;

/** A row as it is written: the number as a number, all else as text. */
export type LogRow = (string | number)[];

const stateColumn = logColumns.indexOf('state');
const sealedColumn = logColumns.indexOf('sealed');

/** A cell holds 50,000 characters at most (platform §1). */
const mostSealed = 45_000;

/** What a row needs to be written and read. */
export interface LogWords {
  dictionary: Dictionary;
  locale: Locale;
  /** the key that values are sealed with */
  key: string;
  /** a moment as it is shown, in the workbook's zone */
  moment: (at: number) => string;
}

export const stateText = (state: LogState, locale: Locale): string => say(`log.${state}`, locale);

const stateOf = (text: unknown): LogState =>
  logStates.find((state) => stateText(state, 'zh-CN') === text || stateText(state, 'en') === text) ?? 'begun';

/** The definition that an entry is about; undefined when the shop has it no more. */
export function fieldOf(dictionary: Dictionary, { tab, field }: Pick<Change, 'tab' | 'field'>): Field | undefined {
  return dictionary.tabs.find(({ key }) => key === tab)?.fields.find(({ key }) => key === field);
}

const plain = { kind: 'text', sensitivity: 'internal' } as const;

/** What is told of whole records, blocks and settings holds no values of persons, or masked ones. */
const shown = (entry: LogEntry, value: Change['from'], field: Field | undefined): string =>
  masked(value, entry.field === '' || entry.kind === 'settings' ? plain : field);

type Sealed = [
  visible: string,
  at: number,
  who: string,
  kind: LogEntry['kind'],
  tab: string,
  record: string,
  field: string,
  from: Change['from'] | null,
  to: Change['to'] | null,
  run: number,
  undoes: number,
  whole?: Change['whole'],
];

const visibleOf = (row: readonly unknown[]): string => fingerprint(row.slice(0, stateColumn).map(String));

/** An entry as a row of the log: personal values masked, the true ones sealed in the last column. */
export function rowOf(entry: LogEntry, { dictionary, locale, key, moment }: LogWords): LogRow {
  const tab = dictionary.tabs.find((each) => each.key === entry.tab);
  const field = fieldOf(dictionary, entry);
  const into = entry.whole?.into;
  const row: LogRow = [
    entry.n,
    moment(entry.at),
    entry.who || say('log.unknown', locale),
    say(`log.kind.${entry.kind}`, locale),
    tab?.label[locale] ?? entry.tab,
    entry.record,
    field?.label[locale] ?? ownHeader(entry.field) ?? entry.field,
    shown(entry, entry.from, field),
    into !== undefined && entry.to === '' ? say('log.mergedInto', locale, { number: into }) : shown(entry, entry.to, field),
    entry.run === 0 ? '' : String(entry.run),
  ];
  const sealed = (from: Change['from'] | null, to: Change['to'] | null): string => {
    const { at, who, kind, run, undoes = 0 } = entry;
    const parts: Sealed = [visibleOf(row), at, who, kind, entry.tab, entry.record, entry.field, from, to, run, undoes];
    if (entry.whole) parts.push(entry.whole);
    return seal(key, entry.n, JSON.stringify(parts));
  };
  const whole = sealed(entry.from, entry.to);
  return [...row, stateText(entry.state, locale), whole.length > mostSealed ? sealed(null, null) : whole];
}

/** What a row of the log tells. */
export interface ReadEntry extends LogEntry {
  /** what is shown was changed since it was written */
  altered: boolean;
  /** the values were too long to be kept, so that it cannot be undone */
  isCut: boolean;
}

/** @returns undefined when the row is no entry, or was sealed elsewhere: its number alone tells something then */
export function entryOf(row: readonly unknown[], key: string): ReadEntry | undefined {
  const n = Number(row[0]);
  const text = Number.isInteger(n) && n > 0 ? unseal(key, n, String(row[sealedColumn] ?? '')) : undefined;
  if (text === undefined) return undefined;
  const [visible, at, who, kind, tab, record, field, from, to, run, undoes, whole] = JSON.parse(text) as Sealed;
  if (!logKinds.includes(kind)) return undefined;
  return {
    ...{ n, at, who, kind, tab, record, field, run },
    from: from ?? '',
    to: to ?? '',
    state: stateOf(row[stateColumn]),
    ...(undoes === 0 ? {} : { undoes }),
    ...(whole ? { whole } : {}),
    altered: visibleOf(row) !== visible,
    isCut: from === null,
  };
}
