import { type Cell, cellText, sameValue } from '../check/cell.ts';
import { seriesField } from '../dictionary/compose.ts';
import type { Field, Hue, Standing, Tab } from '../dictionary/types.ts';
import type { Locale } from '../locale.ts';
import type { Change } from '../log/entry.ts';
import type { MessageKey } from '../messages/keys.ts';
import { say } from '../messages/say.ts';
import type { Table } from '../reminders/find-reminders.ts';
import { stages } from './classify.ts';
import type { Segmentation } from './segmentation.ts';

/** The customers' fields that say something of their purchases, switched off or not. */
export const standingFields = (tab: Tab): (Field & { standing: Standing })[] =>
  tab.fields.filter((field): field is Field & { standing: Standing } => field.standing !== undefined);

/** What a customer's cell is to hold; empty where nothing is known. */
export function standingCell(of: Segmentation, standing: Standing, customer: number, locale: Locale): Cell {
  const { rules, places, stages: reached, measures } = of;
  if (standing === 'segment') return rules[places[customer]!]?.name[locale] ?? '';
  if (standing === 'stage') return say(`stage.${stages[reached[customer]!]!}` as MessageKey, locale);
  return measures.hasAmounts && measures.times[customer]! > 0 ? measures.cents[customer]! / 100 : '';
}

export interface Move {
  from: string;
  to: string;
  hue: Hue;
  count: number;
}

/** What is to be written into the customers' tab. */
export interface StandingPlan {
  /** only cells that change */
  changes: Record<Standing, Change[]>;
  /** of the segments; the most numerous first */
  moves: Move[];
  /** rows whose number stands there twice: they are left as they are */
  doubled: number;
}

/**
 * Compares what stands in the customers' columns with what they are to hold.
 *
 * @param table the tab's cells; columns that are not there read as empty
 */
export function planStandings(of: Segmentation, tab: Tab, table: Table, locale: Locale): StandingPlan {
  const number = seriesField(tab)?.key ?? '';
  const rows = new Map<string, number>();
  let doubled = 0;
  for (let row = 0; row < table.rows; row++) {
    const text = cellText(table.cell(row, number)).trim();
    if (text === '') continue;
    if (rows.has(text)) doubled++;
    rows.set(text, rows.has(text) ? -1 : row);
  }
  const changes: Record<Standing, Change[]> = { segment: [], stage: [], bought: [] };
  const moves = new Map<string, Move>();
  const fields = standingFields(tab);
  of.facts.customers.numbers.forEach((record, customer) => {
    const row = rows.get(record) ?? -1;
    if (row < 0) return;
    for (const { key: field, standing } of fields) {
      const from = table.cell(row, field);
      const to = standingCell(of, standing, customer, locale);
      if (sameValue(from, to)) continue;
      changes[standing].push({ tab: tab.key, record, field, from, to });
      if (standing !== 'segment') continue;
      const move = { from: cellText(from), to: cellText(to), hue: of.rules[of.places[customer]!]?.hue ?? 'grey', count: 0 };
      const id = JSON.stringify([move.from, move.to]);
      const known = moves.get(id) ?? move;
      known.count++;
      moves.set(id, known);
    }
  });
  return { changes, moves: [...moves.values()].sort((a, b) => b.count - a.count), doubled };
}
