import type { Intent } from '../../contract.ts';
import type { Answer, FaultAction } from '../fault-action.ts';
import type { Person } from '../person.ts';
import { columnKeys, filledRows } from '../rows.ts';
import type { Stage } from '../stage.ts';

const MAIL = 'wang@qq.com';

interface Typing {
  name: string;
  sheet: number;
  /** 0-based */
  row: number;
  column: string;
  text: string;
  /** texts that may stand there afterwards; what was typed among them */
  accepted: readonly string[];
  over: string;
  beside: string;
  /** a column that tells the row from others */
  by: string;
}

const derived = ['customerId', 'orderId', 'amount'];

/** What the trigger told the person: nothing where all went well. */
async function edit(stage: Stage, who: Person, intent: Intent): Promise<Answer> {
  const before = who.told.length;
  const result = await who.do(intent);
  if (!result.ok) throw new Error(result.message);
  await stage.host.idle();
  const message = who.told.slice(before).join(' ');
  return { ok: message === '', killed: message.startsWith('failed: '), message };
}

const columnOf = (stage: Stage, sheet: number, key: string): number =>
  columnKeys(stage.state, stage.state.sheets.find(({ id }) => id === sheet)!).indexOf(key);

/** Somebody types into one cell. What is typed stands there, whatever becomes of the trigger. */
export function typing({ name, sheet, row, column, text, accepted, over, beside, by }: Typing): FaultAction {
  const target = { sheet, row: { [column]: text }, column, over, beside, sortBy: by };
  return {
    name,
    perform: (stage, who) => edit(stage, who, { kind: 'type', sheet, row, column: columnOf(stage, sheet, column), text }),
    enters: (entries, { state }) => {
      const there = filledRows(state, state.sheets.find(({ id }) => id === sheet)!).find(({ at }) => at === row);
      const entered = there && entries.find(sheet, { [by]: there.values[by]! });
      if (entered) entered.values[column] = accepted;
      else entries.rows.push({ sheet, values: { [column]: accepted }, derived });
    },
    target,
  };
}

/** Somebody pastes three customers below the last one. */
export function pasting(sheet: number, row: number): FaultAction {
  const cells = [
    ['郑六', '139 0013 9006', 'ZHENG@QQ.COM'],
    ['王七', '13900139007', MAIL],
    ['冯八', '138', ''],
  ];
  const accepted = [
    [['郑六'], ['139 0013 9006', '13900139006'], ['ZHENG@QQ.COM', 'zheng@qq.com']],
    [['王七'], ['13900139007'], [MAIL]],
    [['冯八'], ['138'], ['']],
  ] as const;
  return {
    name: 'paste three customers',
    perform: (stage, who) => edit(stage, who, { kind: 'paste', sheet, row, column: columnOf(stage, sheet, 'name'), cells }),
    enters: ({ rows }) => {
      for (const [name, phone, email] of accepted) rows.push({ sheet, values: { name, phone, email }, derived });
    },
    target: { sheet, row: { name: '王七' }, column: 'phone', over: '13700137000', beside: 'address', sortBy: 'name' },
  };
}

/** Somebody empties a cell that was marked. */
export function clearing(sheet: number, row: number, column: string, name: string): FaultAction {
  return {
    name: 'empty a marked cell',
    perform: (stage, who) =>
      edit(stage, who, {
        kind: 'clear',
        sheet,
        rects: [{ row, column: columnOf(stage, sheet, column), rows: 1, columns: 1 }],
      }),
    enters: (entries) => {
      entries.find(sheet, { name })!.values[column] = [''];
    },
    target: { sheet, row: { name }, column, over: '13700137000', beside: 'address', sortBy: 'name' },
  };
}
