/** The file that the page's figures are measured on. */
import { createLedger } from '../cli/open-ledger.ts';
import { newWorkbook } from '../model/new-workbook.ts';
import { customer } from './shop-of.ts';

const owner = { email: 'owner@example.com', locale: 'zh-CN' };
/** Columns that a shop adds beside the template's own. */
const more = ['微信号', '备注', '金额', '积分', '同意', '来源'];

/** Makes a ledger with customers of twelve columns, checked by the bundle; `path` must not be there yet. */
export async function makeLargeLedger(path: string, customers: number): Promise<void> {
  const state = newWorkbook({ id: 'bench', title: 'bench', locale: 'zh_CN', timeZone: 'Asia/Shanghai', owner: owner.email });
  const ledger = await createLedger(path, state, { mode: 'thread', locale: 'zh-CN' });
  try {
    const { host } = ledger;
    const made = await host.run(owner, 'runAction', ['set-up', '{}']);
    if (!made.ok) throw new Error(made.error);
    const session = host.connect(owner, () => {});
    const sheet = host.state.sheets.find(({ name }) => name === '基本信息')!;
    const rows = Array.from({ length: customers }, (_, i) => [
      ...customer(i),
      `wx${i}`,
      '老客户介绍',
      `${(i * 37) % 9000}.5`,
      String(i % 500),
      'TRUE',
      '门店',
    ]);
    const paste = (row: number, column: number, cells: string[][]) =>
      session.intent({ kind: 'paste', sheet: sheet.id, row, column, cells });
    await paste(0, 6, [more]);
    await paste(1, 1, rows);
    await host.idle();
  } finally {
    await ledger.close();
  }
}
