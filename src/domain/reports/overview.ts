import { eventField } from '../dictionary/roles.ts';
import { begin, isWhole } from './begin.ts';
import { groupTables, newcomerTable } from './customers.ts';
import { newcomers } from './newcomers.ts';
import { openRecords } from './orders.ts';
import type { ReportTable } from './report.ts';
import type { ReportKind } from './report-kind.ts';
import { salesFigures, salesFindings } from './sales.ts';
import { titleOf } from './text-lines.ts';
import { timeSums, timeTable } from './time-table.ts';
import { leadSentence, wordSums, wordTable } from './word-table.ts';

/** Days after which an open order is worth a sentence. */
const longOpen = 14;
/** Rows of the tables that stand beside each other. */
const most = 7;

/** A table beside another one: no more columns than leave a gap between both. */
const short = (table: ReportTable): ReportTable => ({
  ...table,
  columns: table.columns.slice(0, 3),
  rows: table.rows.map((row) => row.slice(0, 3)),
});

/** Sales over time with the new and the returning customers instead of pieces and averages, and a chart of both. */
function together(time: ReportTable, buyers: ReportTable, totals: readonly number[], hasMoney: boolean): ReportTable {
  const kept = time.columns.length - (hasMoney ? 2 : 1);
  return {
    ...time,
    columns: [...time.columns.slice(0, kept), ...buyers.columns.slice(1, 3)],
    rows: time.rows.map((row, at) => [...row.slice(0, kept), ...(buyers.rows[at]?.slice(1, 3) ?? totals)]),
    charts: [...(time.charts ?? []), ...(buyers.charts ?? []).map((chart) => ({ ...chart, columns: [kept, kept + 1] }))],
  };
}

export const overview: ReportKind = {
  key: 'overview',
  title: 'report.overview.title',
  question: 'report.overview.question',
  tabs: ['purchases'],
  filters: ['region', 'type'],
  make(facts, filters, words) {
    const begun = begin(this, facts, filters, words);
    if (isWhole(begun)) return begun;
    const { selection, measure, report } = begun;
    const { of, period } = selection;
    const sums = timeSums(selection);
    const { fresh, back, byBucket, since } = newcomers(selection, sums.unit);
    const buyers = fresh + back;
    const items = wordSums(selection, of.items, measure);
    const open = of.has('state') ? openRecords(selection) : [];
    const late = open.filter(({ age }) => age >= longOpen);
    const itemLead = leadSentence(items, measure, words);
    const isSplit = buyers >= 10 && since < period.from;
    const split = words.say('report.newFinding', {
      count: buyers,
      fresh,
      back,
      share: words.percent(buyers > 0 ? back / buyers : 0),
    });
    // the first that tells apart: type, region, gender, age
    const groups = groupTables(selection, measure, words);
    const group = groups.find(({ rows }) => rows.length > 3) ?? groups[0];
    const newTable = newcomerTable(byBucket, selection, sums.unit, words, isSplit ? titleOf(split) : undefined);
    const hasMoney = measure.look === 'money';
    return {
      ...report,
      isPage: true,
      figures: [
        ...salesFigures(sums, measure, words).filter((_, at) => !hasMoney || at !== 2),
        { label: words.say('report.customers'), value: facts.customers.count, look: 'count' },
        { label: words.say('report.buyers'), value: buyers, look: 'count' },
        { label: words.say('report.fresh'), value: fresh, look: 'count' },
        { label: words.say('report.back'), value: back, look: 'count' },
        ...(of.has('state') ? [{ label: words.say('report.open'), value: open.length, look: 'count' as const }] : []),
      ],
      findings: [
        ...salesFindings(sums, measure, words).slice(-2),
        ...(itemLead && items.all.records >= 10 ? [itemLead + words.say('report.end')] : []),
        ...(late.length > 0
          ? [
              words.say('report.lateFinding', {
                count: late.length,
                days: longOpen,
                number: of.numberOf(late[0]!.record),
                age: late[0]!.age,
              }),
            ]
          : isSplit
            ? [split]
            : []),
      ],
      tables: [
        buyers > 0
          ? together(timeTable(sums, measure, words), newTable, [fresh, back], hasMoney)
          : timeTable(sums, measure, words),
        ...(items.known.length > 0
          ? [
              short(
                wordTable(items, measure, words, {
                  heading: words.say('report.hot'),
                  name: eventField(of.tab, 'what')?.label[words.locale] ?? '',
                  most: most - 3,
                }),
              ),
            ]
          : []),
        ...(group ? [{ ...group, rows: group.rows.slice(0, most) }] : []),
      ],
    };
  },
};
