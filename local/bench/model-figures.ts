import type { Intent } from '../contract.ts';
import { resolveIntent } from '../model/intents.ts';
import { newWorkbook } from '../model/new-workbook.ts';
import { Workbook } from '../model/workbook.ts';
import { customer } from './shop-of.ts';

const rows = 50_000;
const owner = { email: 'owner@example.com', locale: 'zh-CN' };
const whole = { row: 0, column: 0, rows: rows + 1, columns: 12 };

/** Best of three, ms: other work on the machine is not to count. */
function best(work: () => void): string {
  const times = [0, 1, 2].map(() => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return `${Math.min(...times).toPrecision(2)} ms`;
}

/** How fast the local workbook itself is, on a tab of 50,000 × 12 cells. */
export function modelFigures(): [string, string][] {
  const state = newWorkbook({ id: 'bench', title: 'bench', locale: 'zh_CN', timeZone: 'Asia/Shanghai', owner: owner.email });
  state.sheets[0]!.rowCount = rows + 1;
  const book = new Workbook(state);
  const resolve = (intent: Intent) => resolveIntent(book, intent, owner, () => 0).ops;
  const cells = Array.from({ length: rows }, (_, i) => [...customer(i), '', '备注', '12.5', '1,234', 'TRUE', 'x', 'y']);
  const pasted = performance.now();
  book.apply(resolve({ kind: 'paste', sheet: 0, row: 1, column: 0, cells }));
  let typed = 0;
  const paste = `${(performance.now() - pasted).toFixed(0)} ms`;
  return [
    ['paste 50,000 × 12 cells', paste],
    ['read the whole tab', best(() => void book.values(0, whole))],
    [
      'type into one cell',
      best(() => void book.apply(resolve({ kind: 'type', sheet: 0, row: 100, column: 1, text: `x${typed++}` }))),
    ],
    ['insert a row', best(() => void book.apply(resolve({ kind: 'insertRows', sheet: 0, at: 5, count: 1 })))],
    [
      'sort all rows',
      best(
        () =>
          void book.apply(
            resolve({ kind: 'sort', sheet: 0, rect: { ...whole, row: 1, rows }, keys: [{ column: 1, ascending: true }] }),
          ),
      ),
    ],
  ];
}
