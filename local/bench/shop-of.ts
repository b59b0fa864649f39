import type { User } from '../contract.ts';
import type { RunResult } from '../host-contract.ts';
import { newWorkbook } from '../model/new-workbook.ts';
import { Workbook } from '../model/workbook.ts';
import { createHost, type OwnHost } from '../run/host.ts';
import { loadBundle } from '../run/load-bundle.ts';
import type { Trace } from '../trace.ts';

const owner: User = { email: 'owner@example.com', locale: 'zh-CN' };
const surnames = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗';
const given = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚';

/** A made-up customer: every tenth phone is wrong, every fifth e-mail in capitals, so that there is something to do. */
function customer(i: number): string[] {
  const name = surnames[i % 20]! + given[(i * 7) % 20]! + given[(i * 13) % 20]!;
  const phone =
    i % 10 === 0
      ? `138${i}`
      : i % 3 === 0
        ? `+86 138-${String(i)
            .padStart(8, '0')
            .replace(/(\d{4})/, '$1-')}`
        : `139${String(i).padStart(8, '0')}`;
  return [
    name,
    phone,
    i % 5 === 0 ? `USER${i}@QQ.COM` : `user${i}@qq.com`,
    `浙江省杭州市文三路 ${i} 号`,
    i % 4 === 0 ? 'VIP客户' : '普通客户',
  ];
}

/** A ledger with a number of customers, and somebody working in it. */
export class BenchShop {
  private readonly host: OwnHost;
  private readonly session;
  private costs: { function: string; trace: Trace }[] = [];

  private constructor(dist: string) {
    const state = newWorkbook({ id: 'bench', title: 'bench', locale: 'zh_CN', timeZone: 'Asia/Shanghai', owner: owner.email });
    this.host = createHost({
      state,
      bundle: loadBundle(dist),
      mode: 'thread',
      seed: 1,
      dropFastEdits: false,
      log: () => undefined,
      deadlineBy: 'p95',
    });
    this.session = this.host.connect(owner, (event) => {
      if (event.event === 'cost') this.costs.push(event);
    });
  }

  static async of(customers: number, dist: string): Promise<{ shop: BenchShop; first: Trace }> {
    const shop = new BenchShop(dist);
    await shop.run('set-up', {});
    // Typed by others while the add-on was not there: the file grows without a trigger, and the first check does the work.
    const rows = Array.from({ length: customers }, (_, i) => customer(i));
    await shop.paste(2, rows);
    const first = await shop.run('check-tab', { tab: '基本信息' });
    return { shop, first };
  }

  /** A ledger into which another program has written customers, their numbers included. */
  static async filled(customers: readonly string[][], dist: string): Promise<BenchShop> {
    const shop = new BenchShop(dist);
    await shop.run('set-up', {});
    shop.write(
      '基本信息',
      customers.map((row, i) => [`C${String(i + 1).padStart(6, '0')}`, ...row]),
    );
    return shop;
  }

  /** What another program has written into a tab, from its first column on; no trigger hears of it. Days are serials. */
  write(tab: string, records: readonly (readonly (string | number)[])[]): void {
    const { id, rowCount } = this.host.state.sheets.find(({ name }) => name === tab)!;
    const cells = records.map((row) => row.map((v) => (v === '' ? null : { v })));
    const book = new Workbook(this.host.state);
    const rows = cells.length + 50 - rowCount;
    if (rows > 0) book.apply([{ op: 'insertRows', sheet: id, at: 100, count: rows }]);
    book.apply([{ op: 'cells', sheet: id, row: 1, column: 0, cells }]);
  }

  private get sheet(): number {
    return this.host.state.sheets.find((sheet) => sheet.name === '基本信息')!.id;
  }

  async run(id: string, request: object): Promise<Trace> {
    return this.traceOf(await this.host.run(owner, 'runAction', [id, JSON.stringify(request)]));
  }

  private traceOf(result: RunResult): Trace {
    if (!result.ok) throw new Error(result.error);
    const answer = JSON.parse(result.value as string) as { ok?: boolean; failed?: boolean; message?: string };
    if (answer.failed || answer.ok === false) throw new Error(answer.message);
    return result.trace;
  }

  async register(i: number): Promise<Trace> {
    const values = { name: '新客户', phone: `1370000${String(1000 + i)}`, customerType: '普通客户' };
    return this.traceOf(
      await this.host.run(owner, 'saveRecord', [JSON.stringify({ tab: 'customers', requestId: `bench-request-${i}`, values })]),
    );
  }

  async findDuplicates(): Promise<Trace> {
    const values = { name: '王伟', phone: '13900000001' };
    const result = await this.host.run(owner, 'findDuplicates', [JSON.stringify({ values })]);
    return this.traceOf(result);
  }

  /** What the sidebar calls. */
  async call(name: string, input: object): Promise<Trace> {
    return this.traceOf(await this.host.run(owner, name, [JSON.stringify(input)]));
  }

  /** Types into a cell of 基本信息; rows are 1-based. */
  async type(row: number, column: number, text: string): Promise<Trace> {
    await this.session.intent({ kind: 'type', sheet: this.sheet, row: row - 1, column, text });
    return this.settled();
  }

  async paste(row: number, cells: string[][]): Promise<Trace> {
    await this.session.intent({ kind: 'paste', sheet: this.sheet, row: row - 1, column: 1, cells });
    return this.settled();
  }

  private async settled(): Promise<Trace> {
    await this.host.idle();
    return this.costs.at(-1)!.trace;
  }

  close(): Promise<void> {
    return this.host.close();
  }
}

export { customer };
