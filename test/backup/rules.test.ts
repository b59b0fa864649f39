import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Backup } from '../../src/domain/backup/backup.ts';
import { Checksum, columnSums } from '../../src/domain/backup/checksum.ts';
import { compareRecords } from '../../src/domain/backup/compare-records.ts';
import { formulaLookup, formulaRuns, renameTabs } from '../../src/domain/backup/formula-runs.ts';
import { type Manifest, packManifest, readManifest } from '../../src/domain/backup/manifest.ts';
import { matchColumns } from '../../src/domain/backup/match-columns.ts';
import { matchRows } from '../../src/domain/backup/match-rows.ts';
import { moveReferences } from '../../src/domain/backup/move-references.ts';
import { firstPlan, isDue, warningOf } from '../../src/domain/backup/plan.ts';
import { keptBackups, nextToReuse } from '../../src/domain/backup/retention.ts';
import { addDays } from '../../src/domain/dates/calendar.ts';

const backup = (at: number, day: string, more: Partial<Backup> = {}): Backup => ({
  ...{ id: `file ${at}`, at, day, kind: 'planned', state: 'complete', rows: 1 },
  ...more,
});

/** Makes a backup as the ledger does: into the file that is to be used again, or into a new one. */
function make(ring: readonly Backup[], next: Backup): Backup[] {
  const reused = nextToReuse(ring, firstPlan, next.at);
  return [...ring.filter((each) => each !== reused), reused ? { ...next, id: reused.id } : next];
}

test('over a year of days, each of the last 7 days, 4 weeks and 12 months can be restored, and files are used again', () => {
  let ring: Backup[] = [];
  for (let n = 0; n < 400; n++) {
    const day = addDays('2026-01-01', n);
    ring = make(ring, backup(n, day));
    const days = new Set(ring.map((each) => each.day));
    for (let back = 0; back < Math.min(7, n + 1); back++) expect(days.has(addDays(day, -back))).toBe(true);
    // 2026-01-01 is a Thursday, so that weeks begin on the days -3, 4, 11 …
    const monday = n - ((n + 3) % 7);
    for (let week = 0; week < 4 && monday - 7 * week + 6 >= 0; week++) {
      const own = Array.from({ length: 7 }, (_, i) => addDays('2026-01-01', monday - 7 * week + i));
      expect(own.some((each) => days.has(each))).toBe(true);
    }
    expect(ring.length).toBeLessThanOrEqual(7 + 4 + 12 + 2);
  }
  const months = new Set(ring.map((each) => each.day.slice(0, 7)));
  expect(months.size).toBeGreaterThanOrEqual(12);
  expect(new Set(ring.map(({ id }) => id)).size).toBe(ring.length);
});

test('whatever happened to backups, none that is to be kept is written over, nor one that somebody is writing', () => {
  const any = fc.record({
    n: fc.nat(300),
    kind: fc.constantFrom('planned' as const, 'hand' as const, 'before' as const),
    state: fc.constantFrom('begun' as const, 'complete' as const, 'checked' as const, 'failed' as const, 'damaged' as const),
    until: fc.nat(1000),
  });
  fc.assert(
    fc.property(fc.uniqueArray(any, { selector: ({ n }) => n, maxLength: 60 }), fc.nat(1000), (list, now) => {
      const ring = list.map(({ n, kind, state, until }) =>
        backup(n, addDays('2026-01-01', n), { kind, state, ...(state === 'begun' ? { until } : {}) }),
      );
      const reused = nextToReuse(ring, firstPlan, now);
      const kept = keptBackups(ring, firstPlan);
      for (const each of kept) expect(['complete', 'checked']).toContain(each.state);
      if (!reused) {
        expect(ring.every((each) => kept.has(each) || (each.state === 'begun' && each.until! > now))).toBe(true);
        return;
      }
      expect(kept.has(reused)).toBe(false);
      expect(reused.state === 'begun' && reused.until! > now).toBe(false);
      const worthless = ring.some(({ state }) => state === 'failed' || state === 'damaged');
      if (worthless) expect(['complete', 'checked']).not.toContain(reused.state);
    }),
    { numRuns: 60 },
  );
});

test('a backup that was only begun never counts: it is neither kept nor does it make the next one less due', () => {
  const begun = backup(5, '2026-11-22', { state: 'begun', until: 10 });
  const old = backup(1, '2026-11-20');
  const plan = { ...firstPlan, on: true };
  expect(keptBackups([begun, old], plan).has(begun)).toBe(false);
  expect(isDue([begun, old], plan, '2026-11-22')).toBe(true);
  expect(nextToReuse([begun, old], plan, 11)).toBe(begun);
  expect(nextToReuse([begun, old], plan, 9)).toBeUndefined();
});

test('the shop is told of backups that are missing, older than planned, failed or not as they were', () => {
  const plan = { ...firstPlan, on: true };
  expect(warningOf([], firstPlan, '2026-11-22')).toBeUndefined();
  expect(warningOf([], plan, '2026-11-22')).toBe('none');
  expect(warningOf([backup(1, '2026-11-21')], plan, '2026-11-22')).toBeUndefined();
  expect(warningOf([backup(1, '2026-11-20')], plan, '2026-11-22')).toBe('old');
  expect(warningOf([backup(1, '2026-11-20')], { ...plan, every: 'week' }, '2026-11-22')).toBeUndefined();
  expect(warningOf([backup(1, '2026-11-21'), backup(2, '2026-11-22', { state: 'failed' })], plan, '2026-11-22')).toBe('failed');
  expect(warningOf([backup(1, '2026-11-22', { state: 'damaged' })], firstPlan, '2026-11-22')).toBe('damaged');
});

test('any cell that changes, moves or becomes text has another sum; blank rows below count for nothing', () => {
  const rows = [
    ['C000001', 12, new Date(0)],
    ['', '', ''],
    ['C000002', '12', false],
  ];
  const sums = columnSums(rows, 3);
  expect(columnSums([...rows, ['', '', '']], 3)).toEqual(sums);
  expect(columnSums([rows[0]!, rows[2]!, rows[1]!], 3)[0]).not.toBe(sums[0]);
  expect(columnSums([['C000001', '12', new Date(0)], ...rows.slice(1)], 3)[1]).not.toBe(sums[1]);
  expect(columnSums([['C000001', 12, new Date(1)], ...rows.slice(1)], 3)[2]).not.toBe(sums[2]);
  expect(columnSums(rows, 3, (row, column) => row === 0 && column === 1)[1]).not.toBe(sums[1]);
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => a === b || new Checksum().add(a).text !== new Checksum().add(b).text),
    { numRuns: 200 },
  );
});

test('a manifest comes back as it was written, and a part of it is no manifest', () => {
  const manifest: Manifest = {
    ...{ version: 1, of: 'book', title: '台账', at: 1, settings: '{}', series: { customers: '4+7' } },
    tabs: Array.from({ length: 300 }, (_, id) => ({
      ...{ id, name: `表 ${id} 😀`, rows: 3, columns: 2, header: ['编号', '姓名'.repeat(40)], fields: [], sums: ['a', 'b'] },
      ...{ formulas: [], computed: [], lists: [], copy: id },
    })),
  };
  const cells = packManifest(manifest);
  expect(cells.length).toBeGreaterThan(2);
  expect(cells.every((text) => text.length <= 40_000)).toBe(true);
  expect(readManifest([...cells, ''])).toEqual(manifest);
  expect(readManifest(cells.slice(0, -1))).toBeUndefined();
  expect(readManifest(['', ...cells.slice(1)])).toBeUndefined();
  expect(readManifest([])).toBeUndefined();
});

test('formulas are kept by runs, and point to what they pointed to when tabs were renamed and columns moved', () => {
  const runs = formulaRuns([
    ['', null],
    ['=RC[1]', ''],
    ['=RC[1]', '=R1C1'],
  ]);
  expect(runs).toEqual([
    [1, 2, 2, '=RC[1]'],
    [2, 3, 1, '=R1C1'],
  ]);
  const isFormula = formulaLookup(runs);
  expect([isFormula(0, 0), isFormula(1, 0), isFormula(2, 1)]).toEqual([false, true, true]);
  const names = new Map([['旧', "老'表"]]);
  expect(renameTabs('=旧!R1C1&"旧!R1C1"&COUNTA(\'旧\'!C1)', names)).toBe("='老''表'!R1C1&\"旧!R1C1\"&COUNTA('老''表'!C1)");
  const moved = new Map([
    [1, 1],
    [2, 4],
    [3, 3],
  ]);
  const at = { was: 3, now: 3 };
  expect(moveReferences('=RC[-1]*R[1]C[-2]+R2C2&"RC[-1]"', at, () => moved)).toBe('=RC[1]*R[1]C[-2]+R2C4&"RC[-1]"');
  expect(moveReferences("=SUM('别的'!R1C2:R9C2,C2:C3)", at, (tab) => (tab === undefined ? moved : undefined))).toBe(
    "=SUM('别的'!R1C2:R9C2,C4:C3)",
  );
});

test('columns are found again by what they are: fields wherever they stand, the shop’s own by their headers', () => {
  const then = [
    { column: 1, header: '编号', field: 'customerId' },
    { column: 2, header: '老板的话' },
    { column: 3, header: '' },
  ];
  const now = [
    { column: 1, header: '新列', field: 'new' },
    { column: 2, header: '编号改名', field: 'customerId' },
    { column: 4, header: '老板的话' },
  ];
  const { matched, kept } = matchColumns(then, now);
  expect(matched.map(({ to }) => to)).toEqual([2, 4, undefined]);
  expect(kept).toEqual([now[0]]);
});

test('records are compared by number: added, removed and changed ones, blanks and unticked boxes being the same', () => {
  const then = new Map([
    ['1', { a: 'x', b: '' }],
    ['2', { a: 'y', b: false }],
  ]);
  const now = new Map([
    ['2', { a: 'z', b: '' }],
    ['3', { a: 'x', b: '' }],
  ]);
  expect(compareRecords(then, now, ['a', 'b'])).toEqual({
    added: ['3'],
    removed: ['1'],
    changed: [{ number: '2', fields: ['a'] }],
  });
});

test('however a tab was sorted, a row is found again by all that it holds; changed, by its number; without one, not at all', () => {
  const rows = fc.array(fc.record({ number: fc.constantFrom('', 'C1', 'C2'), rest: fc.constantFrom('a', 'b', 'c') }), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(rows, fc.infiniteStream(fc.double({ noNaN: true })), (earlier, keys) => {
      const now = earlier.map((row) => ({ row, key: keys.next().value })).sort((x, y) => x.key - y.key);
      const places = matchRows(
        earlier,
        now.map(({ row }) => row),
      );
      expect(places.map((place) => now[place]!.row)).toEqual(earlier);
      expect(new Set(places).size).toBe(earlier.length);
    }),
  );
  const was = [
    { number: 'C1', rest: 'a' },
    { number: '', rest: 'b' },
  ];
  expect(
    matchRows(was, [
      { number: '', rest: 'x' },
      { number: 'C1', rest: 'y' },
    ]),
  ).toEqual([1, -1]);
});
