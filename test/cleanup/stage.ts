import type { Cell } from '../../src/domain/check/cell.ts';
import { CleanUp, type StoppedAt, type TabRows } from '../../src/domain/cleanup/clean-up.ts';
import type { Finding } from '../../src/domain/cleanup/finding.ts';
import { activeFields, composeDictionary } from '../../src/domain/dictionary/compose.ts';
import { coreDictionary } from '../../src/domain/dictionary/core.ts';
import type { Dictionary } from '../../src/domain/dictionary/types.ts';
import type { Locale } from '../../src/domain/locale.ts';
import { applianceShop } from '../../templates/appliance-shop.ts';

export type Records = Record<string, Record<string, Cell | undefined>[]>;

/** The appliance shop with every field switched on. */
export const dictionary: Dictionary = composeDictionary(
  coreDictionary,
  applianceShop,
  coreDictionary.tabs.flatMap((tab) => tab.fields.filter(({ off }) => off).map(({ key }) => ({ tab: tab.key, key, off: false }))),
);

export interface Besides {
  /** cells with formulas, as `tab row key` */
  formulas?: readonly string[];
  /** rows with something in a column of the shop's own, as `tab row` */
  others?: readonly string[];
  from?: StoppedAt;
  language?: Locale;
}

export function inputsOf(records: Records, { formulas = [], others = [] }: Besides = {}): TabRows[] {
  return dictionary.tabs
    .filter(({ key }) => records[key])
    .map((tab) => ({
      tab,
      keys: activeFields(tab).map(({ key }) => key),
      records: records[tab.key]!,
      isLocked: (row, key) => formulas.includes(`${tab.key} ${row} ${key}`),
      hasOther: (row) => others.includes(`${tab.key} ${row}`),
    }));
}

export const planFor = (records: Records, besides: Besides = {}): CleanUp =>
  new CleanUp(
    dictionary,
    inputsOf(records, besides),
    { language: besides.language ?? 'zh-CN', region: 'CN', today: '2026-11-22', dateOrder: 'ymd' },
    besides.from,
  );

/** Everything that a clean-up of these records finds, on 2026-11-22. */
export function findingsOf(records: Records, besides: Besides = {}, slice = 1_000): Finding[] {
  const plan = planFor(records, besides);
  while (!plan.isDone) plan.slice(slice);
  return plan.findings;
}

/** What a field of a record would become; undefined where it stays. */
export const becomes = (findings: readonly Finding[], record: string, field: string): Cell | undefined =>
  findings.find((finding) => finding.record === record && finding.field === field && finding.to !== undefined)?.to;

export const codesOf = (findings: readonly Finding[], record: string, field: string): string[] =>
  findings.filter((finding) => finding.record === record && finding.field === field).map(({ code }) => code);

/** The records once every fix and fill is applied. */
export function applied(records: Records, findings: readonly Finding[]): Records {
  const next: Records = structuredClone(records);
  for (const { tab, record, field, to, kind } of findings) {
    if (to === undefined || kind === 'remove' || kind === 'report') continue;
    const series = dictionary.tabs.find(({ key }) => key === tab)!.fields.find(({ kind: k }) => k === 'series')?.key ?? 'model';
    next[tab]!.find((each) => each[series] === record)![field] = to;
  }
  return next;
}
