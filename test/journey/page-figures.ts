/** How fast the page is on a large tab: printed by `npm run bench -- page`, never held against a clock by a test. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Table } from '../../local/bench/figures.ts';
import { makeLargeLedger } from '../../local/bench/large-ledger.ts';
import { launchChromium } from '../sidebar/chromium.ts';
import { Desk, LocalProgram } from './local-program.ts';

const CUSTOMERS = 50_000;
const EDITS = 20;
const now = () => performance.now();
const ms = (value: number) => `${Math.round(value)} ms`;

function spread(times: readonly number[]): [median: string, worst: string] {
  const sorted = [...times].sort((a, b) => a - b);
  return [ms(sorted[Math.floor(sorted.length / 2)]!), ms(sorted.at(-1)!)];
}

/** Milliseconds between pictures while something goes on, as the page itself saw them. */
async function pictures(desk: Desk, work: () => Promise<void>): Promise<number[]> {
  await desk.page.evaluate(() => {
    const seen: number[] = [];
    let last = performance.now();
    const step = () => {
      const at = performance.now();
      seen.push(at - last);
      last = at;
      if (Object.assign(window, { seen }).seen.length < 100_000) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
  await work();
  return desk.page.evaluate(() => (window as unknown as { seen: number[] }).seen.slice(2));
}

type Work = () => Promise<number>;

/** Milliseconds that the page's thread has worked so far, however busy the machine is with other things. */
async function workOf(desk: Desk): Promise<Work> {
  const session = await desk.page.context().newCDPSession(desk.page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
  };
}

/** From Enter to the workbook's word that the text is kept, and the picture with it: by the clock, and the page's work. */
async function edits(desk: Desk, column: string, from: number, count: number, work: Work) {
  const times: number[] = [];
  let worked = 0;
  for (let i = 0; i < count; i++) {
    const cell = `${column}${from + i}`;
    await desk.click(cell);
    await desk.page.keyboard.type(`改${i}`);
    await desk.page.evaluate(
      `void (globalThis.told = new Promise((tell) => {
        addEventListener('keydown', (event) => {
          if (event.key !== 'Enter') return;
          const start = performance.now();
          const step = () =>
            __ledger.cellText('${cell}') === '改${i}' && __ledger.unanswered === 0
              ? requestAnimationFrame(() => tell(performance.now() - start))
              : setTimeout(step, 1);
          setTimeout(step, 0);
        }, { once: true, capture: true });
      }))`,
    );
    const before = await work();
    await desk.page.keyboard.press('Enter');
    times.push((await desk.page.evaluate('globalThis.told')) as number);
    worked += (await work()) - before;
  }
  return { times, work: worked / count };
}

async function scrollByWheel(desk: Desk): Promise<void> {
  await desk.page.mouse.move(600, 400);
  for (let i = 0; i < 120; i++) await desk.page.mouse.wheel(0, 400);
}

async function scrollByBar(desk: Desk): Promise<void> {
  const { x, y, height } = (await desk.page.getByTestId('grid').locator('canvas').first().boundingBox())!;
  const right = x + (await desk.page.getByTestId('grid').evaluate((element) => (element as HTMLElement).clientWidth)) - 6;
  await desk.page.mouse.move(right, y + 50);
  await desk.page.mouse.down();
  for (let i = 0; i < 100; i++) await desk.page.mouse.move(right, y + 50 + ((height - 120) * i) / 100);
  await desk.page.mouse.up();
}

export async function* pageFigures(): AsyncGenerator<Table> {
  const program = new LocalProgram();
  const browser = await launchChromium();
  try {
    mkdirSync(join(program.folder, 'data'));
    await makeLargeLedger(join(program.folder, 'data/ledger.xlsx'), CUSTOMERS);
    const started = now();
    await program.start();
    const opening: [string, string][] = [['program: start to address, file read', ms(now() - started)]];

    const begun = now();
    const desk = await Desk.begin(browser, program.url);
    await desk.until((ledger) => ledger.cellText('A1') !== '' && ledger.cellPlace('A1'));
    opening.push(['page: address to first tab', ms(now() - begun)]);
    await desk.ask((ledger) => ledger.activateSheet('基本信息'));
    await desk.until((ledger) => ledger.cellText('A2') !== '');
    const work = await workOf(desk);
    const wanted = now();
    await desk.page.reload();
    const worked = await work();
    await desk.until(
      (ledger) => ledger.activeSheetName === '基本信息' && ledger.cellText('B20') !== '' && ledger.cellPlace('B20'),
    );
    opening.push(['page: address to rows in view of the large tab', ms(now() - wanted)]);
    const during = await edits(desk, 'G', 5, 5, work);
    await desk.until((ledger) => ledger.ready && ledger.cellText('B50001') !== '', undefined, 120_000);
    opening.push(['page: address to all rows there (5 edits in between)', ms(now() - wanted)]);
    opening.push(['page: work of its thread meanwhile', ms((await work()) - worked)]);
    yield { title: `The page, ${CUSTOMERS.toLocaleString('en')} × 12 cells`, columns: ['what', 'time'], rows: opening };

    const after = await edits(desk, 'H', 5, EDITS, work);
    const rows = [
      ['edits while rows come in', String(during.times.length), ...spread(during.times), ms(during.work)],
      ['edits', String(EDITS), ...spread(after.times), ms(after.work)],
    ];
    const measure = async (what: string, action: () => Promise<number[]>) => {
      const before = await work();
      const times = await action();
      rows.push([what, String(times.length), ...spread(times), ms(((await work()) - before) / times.length)]);
    };
    await measure('pictures, by the wheel', () => pictures(desk, () => scrollByWheel(desk)));
    await measure('pictures, by the scroll bar', () => pictures(desk, () => scrollByBar(desk)));
    yield {
      title: 'An edit, from Enter to answered and drawn; pictures while scrolling',
      columns: ['what', 'count', 'median', 'worst', 'work of the page, each'],
      rows,
    };
    await desk.close();
  } finally {
    await browser.close();
    await program.stop();
  }
}
