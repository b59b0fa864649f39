import { optionMeant } from '../dictionary/option-meant.ts';
import { eventField } from '../dictionary/roles.ts';
import { settledDays } from '../facts/logged-change.ts';
import { type LedgerFacts, none } from '../facts/record-facts.ts';
import { changeOf } from './compare.ts';
import { framed } from './framed.ts';
import {
  changeSentence,
  countFigure,
  mostSentence,
  openFigure,
  openSentence,
  openTable,
  tookFigure,
} from './matter-sentences.ts';
import { column, enough, Matters, type Sums, share } from './matters.ts';
import type { ReportValue } from './report.ts';
import type { ReportKind } from './report-kind.ts';
import type { ReportWords } from './report-words.ts';
import type { Selection } from './selection.ts';
import { timeSentence, timeTakenTable } from './time-taken.ts';

function content(selection: Selection, facts: LedgerFacts, words: ReportWords) {
  const { say } = words;
  const all = new Matters(selection, words);
  const { of } = all;
  if (all.all.count === 0) return all.notes(['what']);
  const what = eventField(of.tab, 'what');
  const meant = of.items.words.map((word) => optionMeant(what, word)?.means === 'complaint');
  const settled = settledDays(of, facts.changes?.() ?? []);
  const complaints = new Matters(selection, words, {
    only: (at) => of.items.places[at] !== none && meant[of.items.places[at]!]!,
    settled: (at) => settled[at]!,
    isStated: true,
  });
  const { all: sums, open } = complaints;
  const types = all.groups(of.items);
  const before = new Map(
    [...all.by((at) => of.items.places[at]!, selection.before ?? { from: 0, to: -1 })].map(([place, { count }]) => [
      all.name(of.items, place),
      count,
    ]),
  );
  const label = say('ops.complaints');
  const isTimed = sums.took.count > 0;
  const columns = [
    column(label),
    column(say('ops.settled')),
    column(say('ops.open')),
    ...(isTimed ? [column(say('ops.medianDays'), 'days')] : []),
  ];
  const cells = ({ count, done, open, took }: Sums): ReportValue[] => [count, done, open, ...(isTimed ? [took.median] : [])];
  const most = say('ops.among', { tab: words.tab(of.tab.key), most: mostSentence([types[0]!], all.all, words) });
  const stretches = complaints.stretches();
  const done = say('ops.complaintsDone', { count: words.number(sums.count), done: words.number(sums.done) });
  const axes = { values: say('ops.count') };
  return {
    figures: [
      countFigure(all, words.tab(of.tab.key)),
      countFigure(complaints, label),
      openFigure(complaints, say('ops.open')),
      ...(isTimed ? [tookFigure(complaints, say('ops.tookMedian'))] : []),
    ],
    findings: [
      sums.count === 0 ? say('ops.noComplaints') : changeSentence(complaints, label, words) || done + say('report.end'),
      openSentence([complaints]),
      isTimed && timeSentence(sums.took, words) + say('report.end'),
      all.all.count >= enough && most + say('report.end'),
    ],
    tables: [
      {
        heading: all.heading('what'),
        columns: [
          all.column('what'),
          column(say('ops.count')),
          column(say('report.share'), 'share'),
          ...(selection.before ? [column(say('report.change'), 'change')] : []),
        ],
        rows: types.map(({ name, sums: { count } }) => [
          name,
          count,
          share(count, all.all.count),
          ...(selection.before ? [changeOf(count, before.get(name) ?? 0)] : []),
        ]),
        charts: [{ kind: 'bar' as const, title: most, columns: [1], labelled: true, axes }],
      },
      ...(sums.count > 0
        ? [
            {
              ...complaints.timeTable(label, stretches, columns, cells),
              charts: [
                {
                  kind: 'column' as const,
                  title: stretches.length < 3 || sums.count < enough ? done : mostSentence(stretches, sums, words),
                  columns: [2, 3],
                  stacked: 'absolute' as const,
                  axes,
                },
              ],
            },
            ...(of.has('by')
              ? [
                  {
                    heading: say('ops.complaintsBy'),
                    columns: [complaints.column('by'), ...columns],
                    rows: complaints.groups(of.people, 30).map(({ name, sums }) => [name, ...cells(sums)]),
                  },
                ]
              : []),
          ]
        : []),
      ...(isTimed ? [timeTakenTable(sums.took, words)] : []),
      ...(open.length > 0 ? [openTable(complaints)] : []),
    ],
    method: isTimed ? [say('ops.usual')] : [],
    notes: [
      ...all.notes(['what']),
      ...(sums.done > sums.took.count ? [say('ops.left.untimed', { count: words.number(sums.done - sums.took.count) })] : []),
    ],
  };
}

export const complaints: ReportKind = {
  key: 'complaints',
  title: 'ops.complaints.title',
  question: 'ops.complaints.question',
  tabs: ['interactions'],
  filters: ['region', 'type', 'person'],
  hasWords: true,
  make: (facts, filters, words) =>
    framed(complaints, facts, filters, words, (selection) => content(selection, facts, words), 'ops.complaints.begin'),
};
