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
import { repeatDays, repeatsOf } from './repeats.ts';
import type { ReportValue } from './report.ts';
import type { ReportKind } from './report-kind.ts';
import type { ReportWords } from './report-words.ts';
import type { Selection } from './selection.ts';
import { timeSentence, timeTakenTable } from './time-taken.ts';

function content(selection: Selection, words: ReportWords) {
  const { say } = words;
  const again = repeatsOf(selection.of, selection.records);
  const repairs = new Matters(selection, words, { again: (at) => again[at]! >= 0 });
  const { all, of, open } = repairs;
  const notes = repairs.notes(['what', 'state', 'doneOn', 'amount']);
  if (all.count === 0) return notes;
  const hasCost = all.cost.count > 0;
  const cells = (sums: Sums): ReportValue[] => [
    sums.count,
    sums.done,
    sums.open,
    sums.took.median,
    ...(hasCost ? [sums.cost.sum] : []),
    sums.again,
  ];
  const [repaired, unrepaired] = [say('ops.repaired'), say('ops.unrepaired')];
  const columns = [
    column(say('ops.repairs')),
    column(repaired),
    column(unrepaired),
    column(say('ops.medianDays'), 'days'),
    ...(hasCost ? [repairs.column('amount', 'money')] : []),
    column(say('ops.again')),
  ];
  const done = say('ops.repairsDone', { count: words.number(all.count), done: words.number(all.done) });
  const axes = { values: say('ops.count') };
  const models = repairs.groups(of.items);
  const most = models[0]!.sums.count >= enough ? mostSentence([models[0]!], all, words) : '';
  const states = repairs.groups(of.states);
  const stretches = repairs.stretches();
  const repeated: number[] = [];
  repairs.each((at) => {
    if (again[at]! >= 0) repeated.push(at);
  });
  repeated.sort((a, b) => of.days[b]! - of.days[a]! || b - a);
  return {
    figures: [
      countFigure(repairs, say('ops.repairs')),
      tookFigure(repairs, say('ops.tookMedian')),
      openFigure(repairs, unrepaired),
      {
        label: say('ops.repeats', { days: repeatDays }),
        value: all.again,
        look: 'count' as const,
        beside: all.count < enough ? '' : words.percent(all.again / all.count),
      },
      ...(hasCost
        ? [
            { label: repairs.label('amount'), value: all.cost.sum, look: 'money' as const },
            {
              label: say('ops.costMedian'),
              value: Math.round(all.cost.median!),
              look: 'money' as const,
              beside: say('ops.free', { count: all.cost.upTo(0) }),
            },
          ]
        : []),
    ],
    findings: [
      all.took.count > 0 && timeSentence(all.took, words) + say('report.end'),
      openSentence([repairs]),
      changeSentence(repairs, say('ops.repairs'), words),
      all.again > 0 &&
        all.count >= enough &&
        say('ops.repeatShare', { count: words.number(all.again), days: repeatDays, share: words.percent(all.again / all.count) }),
      most && most + say('report.end'),
    ],
    tables: [
      ...(all.took.count > 0 ? [timeTakenTable(all.took, words)] : []),
      {
        heading: repairs.heading('what'),
        lead: say('ops.soldToo'),
        columns: [repairs.column('what'), column(say('report.share'), 'share'), ...columns],
        rows: models.map(({ name, sums }) => [name, share(sums.count, all.count), ...cells(sums)]),
        charts: [{ kind: 'bar' as const, title: most || done, columns: [2], rows: 10, axes }],
      },
      ...(of.has('state')
        ? [
            {
              heading: repairs.heading('state'),
              columns: [repairs.column('state'), columns[0]!, column(say('report.share'), 'share')],
              rows: states.map(({ name, sums }) => [name, sums.count, share(sums.count, all.count)]),
              charts: [{ kind: 'bar' as const, title: done, columns: [1], labelled: true, axes }],
            },
          ]
        : []),
      {
        ...repairs.timeTable(say('ops.repairs'), stretches, columns, cells),
        charts: [
          {
            kind: 'column' as const,
            title: stretches.length < 3 || all.count < enough ? done : mostSentence(stretches, all, words),
            columns: [2, 3],
            stacked: 'absolute' as const,
            axes,
          },
        ],
      },
      ...(open.length > 0 ? [openTable(repairs)] : []),
      ...(repeated.length > 0
        ? [
            repairs.list(
              say('ops.repeatList', { count: repeated.length }),
              say('ops.repeatMeans', { days: repeatDays }),
              repeated,
              ['what', 'state', 'on'],
              [say('ops.since'), (at) => again[at]!],
            ),
          ]
        : []),
    ],
    method: all.took.count > 0 ? [say('ops.usual')] : [],
    notes,
  };
}

export const repairs: ReportKind = {
  key: 'repairs',
  title: 'ops.repairs.title',
  question: 'ops.repairs.question',
  tabs: ['repairs'],
  filters: ['region', 'type', 'product', 'person'],
  hasWords: true,
  make: (facts, filters, words) => framed(repairs, facts, filters, words, (selection) => content(selection, words)),
};
