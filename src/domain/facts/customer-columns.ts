import { cellText, isBlank } from '../check/cell.ts';
import { type Province, provinces } from '../cleanup/place-table.ts';
import { placeAtStart, provinceOfNumber } from '../cleanup/places.ts';
import { activeFields, seriesField } from '../dictionary/compose.ts';
import { optionMeant } from '../dictionary/option-meant.ts';
import { reviewField, traitField } from '../dictionary/roles.ts';
import type { Field, Tab } from '../dictionary/types.ts';
import type { Table } from '../reminders/find-reminders.ts';
import { dayOf } from './day-number.ts';
import { type FactsContext, filledRows } from './filled-rows.ts';
import { DayReader, readNumber } from './read-cells.ts';
import { type CustomerFacts, noDay } from './record-facts.ts';
import { wordColumn, wordsOf } from './word-column.ts';

const regionField = (tab: Tab): Field | undefined => tab.fields.find(({ trait }) => trait === 'region');
const nameField = (tab: Tab): Field | undefined => activeFields(tab).find(({ search }) => search === 'name');
const ageField = (tab: Tab): Field | undefined =>
  activeFields(tab).find(({ fills }) => fills?.some(({ from }) => from === 'age'));

/** Fields from which the region can be known where its own is empty or switched off. */
const placeFields = (tab: Tab): string[] =>
  regionField(tab)?.fills?.flatMap((fill) => (fill.from === 'place' ? fill.fields : [])) ?? [];

/** The fields of the customers' tab that reports count from. */
export const customerFields = (tab: Tab): string[] =>
  [
    seriesField(tab),
    nameField(tab),
    ageField(tab),
    reviewField(tab, 'reach'),
    ...activeFields(tab).filter(({ trait, kind, review }) => trait || (kind === 'choice' && !review)),
    ...activeFields(tab).filter(({ key }) => placeFields(tab).includes(key)),
  ].flatMap((field) => field?.key ?? []);

/** 浙江省 and 浙江 are one region. @example regionName('浙江省') // '浙江' */
export const regionName = (text: string): string =>
  provinces().find(({ name, short }: Province) => name === text || short === text)?.short ?? text;

/** The province that an address or a landline tells. */
function placeIn(text: string): string {
  const landline = /^0(\d{2,3})[- ]?(\d{7,8})$/.exec(text);
  const province = landline
    ? provinceOfNumber(`+86${landline[1]}${landline[2]}`)
    : placeAtStart(text.replace(/\s/g, ''))?.province;
  return province?.short ?? '';
}

/** The customers in columns, each read when it is first asked for. */
export class CustomerColumns implements CustomerFacts {
  private readonly rows: Int32Array;
  readonly numbers: readonly string[];
  readonly doubled: number;
  private readonly kept = new Map<string, unknown>();

  constructor(
    private readonly tab: Tab,
    private readonly table: Table,
    private readonly context: FactsContext,
  ) {
    const series = seriesField(tab)?.key ?? '';
    const name = nameField(tab)?.key ?? '';
    const rows = filledRows(table, [series, name]);
    const number = (row: number): string => cellText(table.cell(row, series)).trim();
    const seen = new Set<string>();
    // the first row that bears a number is the customer, as everywhere
    this.rows = rows.filter((row) => number(row) === '' || (!seen.has(number(row)) && seen.add(number(row))));
    this.doubled = rows.length - this.rows.length;
    this.numbers = Array.from(this.rows, number);
  }

  get count(): number {
    return this.rows.length;
  }

  /** Made once. */
  private once<T>(key: string, make: () => T): T {
    if (!this.kept.has(key)) this.kept.set(key, make());
    return this.kept.get(key) as T;
  }

  private text(customer: number, key: string): string {
    return cellText(this.table.cell(this.rows[customer]!, key)).trim();
  }

  names(customer: number): string {
    return this.text(customer, nameField(this.tab)?.key ?? '');
  }

  leftAlone(customer: number): boolean {
    const reach = reviewField(this.tab, 'reach');
    return optionMeant(reach, this.text(customer, reach?.key ?? ''))?.review === 'never';
  }

  get types() {
    return this.words(traitField(this.tab, 'type')?.key ?? '');
  }

  get genders() {
    return this.words(traitField(this.tab, 'gender')?.key ?? '');
  }

  get regions() {
    return this.once('regions', () => {
      const field = regionField(this.tab);
      const sources = placeFields(this.tab).filter((key) => activeFields(this.tab).some((each) => each.key === key));
      const region = (customer: number): string => {
        const own = field && !field.off ? this.text(customer, field.key) : '';
        if (own !== '') return own;
        for (const key of sources) {
          const place = placeIn(this.text(customer, key));
          if (place !== '') return place;
        }
        return '';
      };
      return wordsOf(this.count, region, regionName);
    });
  }

  get births() {
    return this.once('births', () => {
      const reader = new DayReader({ order: this.context.dateOrder, today: this.context.today });
      const key = traitField(this.tab, 'birth')?.key ?? '';
      return Int32Array.from(this.rows, (row) => reader.read(this.table.cell(row, key)));
    });
  }

  get ages() {
    return this.once('ages', () => {
      const { today } = this.context;
      const key = ageField(this.tab)?.key ?? '';
      return Float64Array.from(this.births, (born, at) => {
        if (born === noDay)
          return isBlank(this.table.cell(this.rows[at]!, key)) ? Number.NaN : readNumber(this.table.cell(this.rows[at]!, key));
        const day = dayOf(born);
        return Number(today.slice(0, 4)) - Number(day.slice(0, 4)) - (today.slice(5) < day.slice(5) ? 1 : 0);
      });
    });
  }

  words(field: string) {
    return this.once(`words ${field}`, () =>
      wordColumn(
        this.tab.fields.find(({ key, off }) => key === field && !off),
        this.table,
        this.rows,
        this.context.language,
      ),
    );
  }
}
