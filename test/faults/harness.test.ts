import { describe, expect, test } from '@jest/globals';
import { Entries } from '../../local/faults/entries.ts';
import { everyFault, type FaultReport, sayViolations } from '../../local/faults/every-fault.ts';
import type { FaultKind } from '../../local/faults/fault.ts';
import type { FaultAction, FaultWorkbook } from '../../local/faults/fault-action.ts';
import { newWorkbook } from '../../local/model/new-workbook.ts';
import type { Bundle } from '../../local/services/surroundings.ts';

/** The harness finds out scripts that are written as many are: each of these loses something under one fault. */
const bundleOf = (body: string): Bundle => ({
  code: `function save(name, phone) { ${body} ; return '已保存'; }\nfunction check() { return ''; }`,
  files: {},
  manifest: {},
});

function workbook(): FaultWorkbook {
  const state = newWorkbook({ id: 'test', title: 'Test', locale: 'zh_CN', timeZone: 'Asia/Shanghai', owner: 'o@example.com' });
  const sheet = state.sheets[0]!;
  sheet.rowCount = 10;
  sheet.cells = [
    [{ v: 'number' }, { v: 'name' }, { v: 'phone' }],
    [{ v: 'N1' }, { v: 'Ann' }, { v: '一号' }],
    [{ v: 'N2' }, { v: 'Ben' }, { v: '二号' }],
  ];
  const entries = Entries.of(state, new Set([sheet.id]), ['number']);
  const settle: FaultWorkbook['settle'] = async () => ({ ok: true, killed: false, message: '' });
  return { state, now: 0, entries, series: new Map([[sheet.id, 'number']]), settle, leftOpen: () => [], apart: () => new Set() };
}

const saving = (name: string, phone: string): FaultAction => {
  const perform: FaultAction['perform'] = async (_, who) => {
    const result = await who.call('save', name, phone);
    return { ok: result.ok, killed: !result.ok, message: result.ok ? '' : result.error };
  };
  return {
    name: `save ${name}`,
    perform,
    mayBeUndone: true,
    enters: ({ rows }) => {
      rows.push({ sheet: 0, values: { name: [name], phone: [phone] }, derived: ['number'], optional: true });
    },
    target: { sheet: 0, row: { name }, column: 'name', over: '李四', beside: 'phone', sortBy: 'name' },
  };
};

async function found(body: string, kinds: FaultKind[], changes?: string[]): Promise<FaultReport> {
  const report = await everyFault(saving('王五', '五号'), workbook(), {
    bundle: bundleOf(body),
    kinds,
    others: [saving('赵六', '六号')],
    ...(changes ? { changes } : {}),
  });
  expect(report.runs).toBeGreaterThan(3);
  return report;
}

const begin = "const s = SpreadsheetApp.getActiveSheet(); const row = s.getLastRow() + 1; const number = 'N' + (row - 1);";
const whole = `${begin} s.getRange(row, 1, 1, 3).setValues([[number, name, phone]]);`;
const inTwo = `${begin} s.getRange(row, 1, 1, 2).setValues([[number, name]]); SpreadsheetApp.flush(); s.getRange(row, 3).setValue(phone);`;

describe('the harness finds', () => {
  test('nothing where a row is written at once and nobody else is there', async () => {
    const { violations, faults, runs } = await found(whole, ['kill']);
    expect(violations).toEqual([]);
    expect(runs).toBe(faults);
  });

  test('half a row, where a run is ended between two writes', async () => {
    const said = sayViolations(await found(inTwo, ['kill'])).join('\n');
    expect(said).toMatch(/kill before call \d+ Sheet.getRange of save, then leave\n(?: .*\n)*? .*neither finished nor undone/);
  });

  test('half a row that stays where somebody else was at work meanwhile', async () => {
    const careless = inTwo.replace(
      's.getRange(row, 3)',
      "if (s.getName() === 'renamed') throw new Error('没有写完'); s.getRange(row, 3)",
    );
    const said = sayViolations(await found(careless, ['meanwhile'], ['rename tab'])).join('\n');
    expect(said).toMatch(/meanwhile “rename tab” .*, then leave\n.*in the end: nobody entered row/);
  });

  test('half a row, where only some of the queued writes came through', async () => {
    const queued = inTwo.replace('SpreadsheetApp.flush();', '');
    expect(sayViolations(await found(queued, ['kill'])).join('\n')).toMatch(/kill commit \d+ \(1 of 2 writes\)/);
  });

  test('a number given twice, where numbers are counted by rows and two run at once', async () => {
    const said = sayViolations(await found(whole, ['other run'])).join('\n');
    expect(said).toMatch(/lost or torn apart: \["(王五|赵六)"/);
  });

  test('a number given twice, where rows do not collide', async () => {
    const apart = whole.replace(
      'const number',
      "const number = 'N3'; s.insertRowBefore(2); const at = 2; void number; const unused",
    );
    const said = sayViolations(
      await found(apart.replace('s.getRange(row, 1, 1, 3)', 's.getRange(at, 1, 1, 3)'), ['other run']),
    ).join('\n');
    expect(said).toMatch(/number N3 was given twice/);
  });

  test('a row that a sort has put elsewhere between the last look and the commit', async () => {
    const rename = `const s = SpreadsheetApp.getActiveSheet(); const at = s.getRange(2, 2).getValue() === 'Ann' ? 2 : 3;
      s.getRange(at, 3).setValue('一号'); SpreadsheetApp.flush(); ${whole.replace('const s = SpreadsheetApp.getActiveSheet();', '')}`;
    const said = sayViolations(await found(rename, ['meanwhile'], ['sort'])).join('\n');
    expect(said).toMatch(/meanwhile “sort” .*\n.*lost or torn apart: \["N\d","(Ann|Ben)"/);
  });

  test('an error that is told to nobody', async () => {
    const said = sayViolations(await found(`try { ${inTwo} } catch (error) {}`, ['error'])).join('\n');
    expect(said).toMatch(/nobody was told|neither finished nor undone/);
  });

  test('an error that is told in the platform’s words', async () => {
    const report = await everyFault(
      {
        ...saving('王五', '五号'),
        perform: async (_, who) => ({ ok: (await who.call('save', '王五', '五号')).ok, killed: false, message: 'Exception' }),
      },
      workbook(),
      { bundle: bundleOf(whole), kinds: ['error'] },
    );
    expect(sayViolations(report).join('\n')).toMatch(/told nothing but “Exception”/);
  });
});

test('whatever a script does after its end does not reach the workbook', async () => {
  const again = 'try { SpreadsheetApp.getActiveSheet().getRange(9, 1).setValue(1); SpreadsheetApp.flush(); } catch (error) {}';
  const stubborn = `let done = false; try { ${whole} done = true; } catch (error) { ${again} } finally { if (!done) { ${again} } }`;
  expect(sayViolations(await found(stubborn, ['kill']))).toEqual([]);
  expect(sayViolations(await found(stubborn, ['error']))).not.toEqual([]);
});
