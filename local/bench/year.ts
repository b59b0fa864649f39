import type { Mail, User } from '../contract.ts';
import { newWorkbook } from '../model/new-workbook.ts';
import { Workbook } from '../model/workbook.ts';
import { createHost, type OwnHost } from '../run/host.ts';
import { loadBundle } from '../run/load-bundle.ts';
import { ExecutionKilled } from '../services/service-object.ts';
import { customer } from './shop-of.ts';

const owner: User = { email: 'owner@example.com', locale: 'zh-CN' };
const day = 86_400_000;
/** 07:30 in Shanghai: the shop's morning, when everything of the night is due. */
const firstMorning = Date.parse('2026-01-01T23:30:00Z');

const staff: readonly (readonly string[])[] = [
  ['王店长', 'wang@example.com', '店长', '中文', '在职'],
  ['李敏', 'li@example.com', '销售', '中文', '在职'],
  ['Tom', 'tom@example.com', '维修', '英文', '在职'],
  ['赵丽', 'zhao@example.com', '客服', '', '在职'],
];

export interface YearOptions {
  dist: string;
  customers: number;
  days: number;
  /** how often each customer is reviewed */
  every: 'monthly' | 'halfYearly';
  /** a run is killed right after a mail went out, every so many days */
  killEvery: number;
  /** the trigger comes twice, every so many days */
  doubleEvery: number;
  /** the day to go back to in the end, counted from 0 */
  backTo: number;
  /** is told after each day how far the year has come */
  onDay?: (day: number) => void;
}

/** What became of a shop over the days. */
export interface Year {
  customers: number;
  days: number;
  mails: { to: string; count: number; mostADay: number }[];
  /** mails that one person got twice on a day */
  doubled: number;
  /** runs that were killed between sending a mail and noting it, and how many of those mails a later digest names */
  cutOff: number;
  named: number;
  /** mails of the busiest day, all people together */
  busiest: number;
  reviewed: number;
  /** days without a backup of their own, and days that the plan keeps but that cannot be gone back to */
  backups: { missed: number; lacking: string[]; kept: string[]; files: number };
  /** cells that differ between the day gone back to and what stood there then */
  differences: number;
}

/** A shop of four, day by day on a moving clock, with the bundle as it is pushed. */
class YearShop {
  readonly host: OwnHost;
  now = firstMorning;
  /** the next mail is the last thing its run does */
  private isDoomed = false;

  constructor(dist: string) {
    const state = newWorkbook({ id: 'year', title: '客户台账', locale: 'zh_CN', timeZone: 'Asia/Shanghai', owner: owner.email });
    this.host = createHost({
      state,
      bundle: loadBundle(dist),
      mode: 'thread',
      clock: () => this.now,
      seed: 1,
      dropFastEdits: false,
      log: () => undefined,
      afterCall: (_, __, method) => {
        if (method !== 'sendEmail' || !this.isDoomed) return;
        this.isDoomed = false;
        throw new ExecutionKilled();
      },
    });
  }

  async run(id: string, request: object = {}): Promise<Record<string, unknown>> {
    const result = await this.host.run(owner, 'runAction', [id, JSON.stringify(request)]);
    if (!result.ok) throw new Error(result.error);
    const answer = JSON.parse(result.value as string) as { ok: boolean; message: string; details?: Record<string, unknown> };
    if (!answer.ok) throw new Error(`${id}: ${answer.message}`);
    return answer.details ?? {};
  }

  async call(name: string, input: object): Promise<void> {
    const result = await this.host.run(owner, name, [JSON.stringify(input)]);
    if (!result.ok) throw new Error(result.error);
  }

  private sheet(name: string) {
    return this.host.state.sheets.find((each) => each.name === name)!;
  }

  /** What another program has written into a tab; no trigger hears of it. */
  write(tab: string, column: number, rows: readonly (readonly string[])[]): void {
    const { id, rowCount } = this.sheet(tab);
    const book = new Workbook(this.host.state);
    const lacking = rows.length + 50 - rowCount;
    if (lacking > 0) book.apply([{ op: 'insertRows', sheet: id, at: 100, count: lacking }]);
    const cells = rows.map((row) => row.map((v) => (v === '' ? null : { v })));
    book.apply([{ op: 'cells', sheet: id, row: 1, column, cells }]);
  }

  /** The night's triggers come, once, or twice, or with one that dies right after its first mail. */
  async morning(fate: { isDoomed: boolean; isDoubled: boolean }): Promise<Mail[]> {
    const before = this.host.state.outbox.length;
    this.isDoomed = fate.isDoomed;
    await this.host.fireDue();
    this.isDoomed = false;
    // Whatever was cut off is taken up once nobody can be at work on it any more.
    for (let i = 0; i < (fate.isDoomed ? 2 : 1); i++) {
      this.now += day / 24;
      await this.host.fireDue();
    }
    if (fate.isDoubled) await this.call('runJob', { job: 'digest' });
    return this.host.state.outbox.slice(before);
  }

  /** The moments that can be gone back to, the last one first, for example 2026-01-31 07:30. */
  async backups(): Promise<{ when: string; backup: string }[]> {
    return ((await this.run('list-backups')) as { backups: { when: string; backup: string }[] }).backups;
  }

  /** Everybody ticks off the first of their list, on the tab. */
  async review(): Promise<number> {
    await this.run('review-list');
    const list = this.sheet('复核清单');
    const seen = new Set<unknown>();
    const ticked = list.cells.flatMap((row, i) => {
      const who = row?.[0]?.v;
      if (i < 4 || !row?.[2]?.v || seen.has(who)) return [];
      seen.add(who);
      return [i];
    });
    const book = new Workbook(this.host.state);
    for (const row of ticked)
      book.apply([{ op: 'cells', sheet: list.id, row, column: 6, cells: [[{ v: row % 7 === 0 ? '联系不上' : '已核实' }]] }]);
    return Number((await this.run('review-list')).taken ?? 0);
  }

  /** What stands in the shop's own tabs. */
  contents(): Map<string, string> {
    const cells = new Map<string, string>();
    for (const name of ['基本信息', '购买记录', '维修记录', '服务记录', '员工'])
      this.sheet(name).cells.forEach((row, i) => {
        row?.forEach((cell, j) => {
          if (cell?.v !== undefined && cell.v !== '') cells.set(`${name} ${i} ${j}`, `${cell.f ?? ''}${String(cell.v)}`);
        });
      });
    return cells;
  }
}

async function openShop({ dist, customers, every }: YearOptions): Promise<YearShop> {
  const shop = new YearShop(dist);
  await shop.run('set-up');
  await shop.run('open-staff');
  shop.write('员工', 0, staff);
  const people = staff.map(([name]) => name!);
  shop.write(
    '基本信息',
    0,
    Array.from({ length: customers }, (_, i) => [`C${String(i + 1).padStart(6, '0')}`, ...customer(i)]),
  );
  await shop.run('plan-reviews', { plan: { every, owner: people[0], perDay: 10 } });
  const header = shop.host.state.sheets.find(({ name }) => name === '基本信息')!.cells[0]!;
  const responsible = header.findIndex((cell) => cell?.v === '负责人');
  shop.write(
    '基本信息',
    responsible,
    Array.from({ length: customers }, (_, i) => [people[i % people.length]!]),
  );
  await shop.run('plan-backups', { on: true, every: 'day', daily: 7, weekly: 4, monthly: 12 });
  for (const job of ['reminders', 'digest', 'backup']) await shop.call('switchJob', { job, on: true });
  return shop;
}

const dateOf = (at: number): string => new Date(at + day / 3).toISOString().slice(0, 10);

/** What a plan keeps on a day when there was a backup every day: the last of each of 7 days, 4 weeks and 12 months. */
function planned(today: number): string[] {
  const weekOf = (at: number): string => String(Math.floor((at / day + 3) / 7));
  const kept = new Set<string>();
  for (const [stretch, count] of [
    [dateOf, 7],
    [(at: number) => weekOf(at + day / 3), 4],
    [(at: number) => dateOf(at).slice(0, 7), 12],
  ] as const) {
    const seen = new Set<string>();
    for (let at = today; at > firstMorning && seen.size < count; at -= day) {
      if (!seen.has(stretch(at))) kept.add(dateOf(at));
      seen.add(stretch(at));
    }
  }
  return [...kept].sort();
}

/** The last day of a month that is long enough before the end for its backup to be kept for the month alone. */
export function monthEndBefore(days: number): number {
  const dayOfMonth = (i: number): number => Number(dateOf(firstMorning + (i + 1) * day).slice(8));
  for (let i = days - 32; i > 0; i--) if (dayOfMonth(i + 1) === 1) return i;
  return Math.max(1, days - 3);
}

/**
 * A shop of four over so many days: what mails went out, how the backups stand, and what comes back from one of them.
 *
 * @example (await simulateYear({ dist, customers: 5_000, days: 365, killEvery: 29, doubleEvery: 13, backTo: monthEndBefore(365) })).doubled // 0
 */
export async function simulateYear(options: YearOptions): Promise<Year> {
  const { customers, days, killEvery, doubleEvery, backTo } = options;
  const shop = await openShop(options);
  const byDay: Mail[][] = [];
  const lost: { to: string; on: string }[] = [];
  let reviewed = 0;
  let missed = 0;
  let then = new Map<string, string>();
  let dayThen = '';
  for (let i = 0; i < days; i++) {
    shop.now = firstMorning + (i + 1) * day;
    const isDoomed = i % killEvery === killEvery - 1;
    if (i === backTo) {
      then = shop.contents();
      dayThen = dateOf(shop.now);
    }
    const mails = await shop.morning({ isDoomed, isDoubled: i % doubleEvery === 0 });
    byDay.push(mails);
    if (!(await shop.backups())[0]?.when.startsWith(dateOf(shop.now))) missed += 1;
    if (isDoomed && mails[0]) lost.push({ to: mails[0].to, on: dateOf(mails[0].at) });
    shop.now += day / 24;
    reviewed += await shop.review();
    options.onDay?.(i + 1);
  }
  const outbox = shop.host.state.outbox;
  const perDay = (to: string): number[] => byDay.map((mails) => mails.filter((mail) => mail.to === to).length);
  const named = lost.filter(({ to, on }) => outbox.some(({ body }) => body.includes(`- ${on} 给 ${to} 的`)));
  const backups = await shop.backups();
  const lacking = planned(firstMorning + days * day).filter((date) => !backups.some(({ when }) => when.startsWith(date)));
  await shop.run('restore', { backup: backups.find(({ when }) => when.startsWith(dayThen))?.backup ?? dayThen });
  const now = shop.contents();
  const differences = [...new Set([...then.keys(), ...now.keys()])].filter((key) => then.get(key) !== now.get(key)).length;
  const year: Year = {
    customers,
    days,
    mails: staff.map(([, to]) => {
      const counts = perDay(to!);
      return { to: to!, count: counts.reduce((a, b) => a + b, 0), mostADay: Math.max(...counts) };
    }),
    doubled: staff.flatMap(([, to]) => perDay(to!).filter((count) => count > 1)).length,
    cutOff: lost.length,
    named: named.length,
    busiest: Math.max(...byDay.map(({ length }) => length)),
    reviewed,
    backups: { missed, lacking, kept: backups.map(({ when }) => when), files: backups.length },
    differences,
  };
  await shop.host.close();
  return year;
}
