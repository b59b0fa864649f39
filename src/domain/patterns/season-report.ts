import { bucketOf, monthNumber } from '../reports/buckets.ts';
import type { ReportKind } from '../reports/report-kind.ts';
import type { ReportWords } from '../reports/report-words.ts';
import type { Selection } from '../reports/selection.ts';
import { titleOf } from '../reports/text-lines.ts';
import { aboutTab, believed, column, itemLabel, type Told } from './about-tab.ts';
import { falseShares } from './chance.ts';
import { type Season, seasonOf } from './seasons.ts';

/** Pieces a month, on average, below which an item's months say nothing. */
const leastMonthly = 1;
/** What three months have to sell of a year to be called a season: the same in all months is a quarter. */
const leastShare = 0.3;
const mostItems = 60;
const mostShown = 15;
/** Years that are looked at: what was longer ago says little of the next one. */
const mostYears = 5;

interface Seller {
  name: string;
  /** records without a break since the first, months */
  months: number;
  season: Season | undefined;
  isSeason: boolean;
}

/** Sorts of items by their place, without those that hold one item alone: its own line says the same. */
function realSorts({ of, records }: Selection): Set<number> {
  const first = new Map<number, number>();
  const found = new Set<number>();
  for (const at of records) {
    const [sort, item] = [of.sorts.places[at]!, of.items.places[at]!];
    if (sort < 0 || item < 0) continue;
    if (!first.has(sort)) first.set(sort, item);
    else if (first.get(sort) !== item) found.add(sort);
  }
  return found;
}

/** The whole shop first, then the items, and sorts of them, that sell most. */
function sellersOf(selection: Selection, words: ReportWords): Seller[] {
  const { of, records, facts, period } = selection;
  // a month that is not over yet would look slack, and so would those after the last record
  const last = Math.min(monthNumber(facts.today + 1) - 1, monthNumber(period.to));
  const sums = new Map<number, number[]>();
  const sorts = realSorts(selection);
  const add = (item: number, month: number, pieces: number) => {
    const series = sums.get(item) ?? [];
    sums.set(item, series);
    series[last - month] = (series[last - month] ?? 0) + pieces;
  };
  for (const at of records) {
    const month = bucketOf(of.days[at]!, 'month');
    if (month > last) continue;
    const pieces = Number.isNaN(of.quantities[at]) ? 1 : of.quantities[at]!;
    add(-1, month, pieces);
    if (sorts.has(of.sorts.places[at]!)) add(-2 - of.sorts.places[at]!, month, pieces);
    if (of.items.places[at]! >= 0) add(of.items.places[at]!, month, pieces);
  }
  const sellers = [...sums].map(([item, series]) => {
    const months = Array.from(series, (pieces) => pieces ?? 0).reverse();
    const recent = months.slice(-12 * mostYears);
    const season = seasonOf(recent, (last - recent.length + 1) % 12);
    return {
      ...{ item, months: months.length, isSeason: false },
      name:
        item < -1
          ? words.say('seasons.sort', { name: of.sorts.words[-2 - item]! })
          : item < 0
            ? words.say('seasons.shop')
            : of.items.words[item]!,
      season: season && season.total >= leastMonthly * 12 * season.cycles ? season : undefined,
    };
  });
  sellers.sort((a, b) => Number(b.item === -1) - Number(a.item === -1) || (b.season?.total ?? 0) - (a.season?.total ?? 0));
  const tested = sellers.slice(0, mostItems).filter(({ season }) => season && season.cycles > 1);
  const shares = falseShares(tested.map(({ season }) => season!.chance));
  tested.forEach((seller, place) => {
    seller.isSeason = shares[place]! <= believed && seller.season!.best.share >= leastShare;
  });
  return sellers;
}

function tell(selection: Selection, words: ReportWords): Told {
  const sellers = sellersOf(selection, words);
  const [shop] = sellers;
  const months = shop?.months ?? 0;
  if (!shop?.season) return { findings: [words.say('seasons.short', { count: months })] };
  const inSeason = sellers.filter(({ isSeason }) => isSeason).sort((a, b) => b.season!.best.share - a.season!.best.share);
  const monthName = (month: number): string => words.bucket(((month + 12) % 12) + 24_000, 'month').replace(/\s*\d{4}年?/, '');
  const range = ({ best }: Season): string =>
    words.say('seasons.range', { from: monthName(best.month), to: monthName(best.month + 2) });
  const peak = (season: Season, find: (...values: number[]) => number) => season.index.indexOf(find(...season.index));
  const sentence = ({ name, season }: Seller): string =>
    words.say('seasons.found', {
      name,
      range: range(season!),
      share: words.percent(season!.best.share),
      years: season!.cycles,
    });
  const findings = inSeason.slice(0, 3).map(sentence);
  const isShort = shop.season.cycles < 2;
  if (isShort) findings.push(words.say('seasons.oneYear', { count: months }));
  else if (findings.length === 0) findings.push(words.say('seasons.none', { years: shop.season.cycles }));
  const drawn = [shop, ...(isShort ? sellers.slice(1) : inSeason).filter((one) => one !== shop && one.season)].slice(0, 6);
  const title = titleOf(findings[0]!);
  return {
    findings,
    tables: [
      ...(inSeason.length > 0
        ? [
            {
              heading: words.say('seasons.title'),
              columns: [
                column(itemLabel(selection, words), 'text' as const),
                column(words.say('seasons.months'), 'text' as const),
                column(words.say('seasons.high'), 'text' as const),
                column(words.say('seasons.low'), 'text' as const),
                column(words.say('seasons.share'), 'share' as const),
                column(words.say('seasons.years'), 'count' as const),
              ],
              rows: inSeason
                .slice(0, mostShown)
                .map(({ name, season }) => [
                  name,
                  range(season!),
                  monthName(peak(season!, Math.max)),
                  monthName(peak(season!, Math.min)),
                  season!.best.share,
                  season!.cycles,
                ]),
            },
          ]
        : []),
      {
        heading: words.say('seasons.byMonth'),
        columns: [column(words.say('report.column.month'), 'text'), ...drawn.map(({ name }) => column(name, 'decimal'))],
        rows: Array.from({ length: 12 }, (_, month) => [monthName(month), ...drawn.map(({ season }) => season!.index[month]!)]),
        charts: [
          {
            kind: 'line',
            title,
            columns: drawn.map((_, place) => place + 1),
            axes: { values: words.say('seasons.byMonth') },
          },
        ],
      },
    ],
    method: [words.say('seasons.how')],
  };
}

/** Which months sell more than others, year after year. */
export const seasonReport: ReportKind = {
  key: 'seasons',
  title: 'seasons.title',
  question: 'seasons.question',
  tabs: ['purchases'],
  filters: ['region', 'type', 'product', 'person'],
  isTimeless: true,
  make: (facts, { from: _, to: __, ...filters }, words) =>
    aboutTab(seasonReport, facts, { ...filters, preset: 'all' }, words, (selection) => tell(selection, words)),
};
