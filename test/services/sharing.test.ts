import { expect, test } from '@jest/globals';
import { script, scriptHost, thrownBy } from '../run/script-host.ts';

const PEOPLE = `const people = () => [ss.getEditors(), ss.getViewers()].map((list) => list.map((user) => user.getEmail()));`;

test('whoever may edit may read, and the owner may both', async () => {
  expect(
    await script(`${PEOPLE}
      const alone = people();
      ss.addViewers(['ann@shop.example', 'ben@shop.example']).addEditor('ben@shop.example');
      const shared = people();
      ss.removeEditor('BEN@shop.example').removeViewer(ss.getViewers()[1]);
      return [alone, shared, people()];`),
  ).toEqual([
    [['owner@shop.example'], ['owner@shop.example']],
    [
      ['owner@shop.example', 'ben@shop.example'],
      ['owner@shop.example', 'ben@shop.example', 'ann@shop.example'],
    ],
    [['owner@shop.example'], ['owner@shop.example']],
  ]);
  expect(await thrownBy(`ss.addEditor('nobody');`)).toBe('Exception: Invalid email: nobody');
});

test('the settings of calculation are kept and told again', async () => {
  expect(
    await script(`
      const now = () => [String(ss.getRecalculationInterval()), ss.isIterativeCalculationEnabled(), ss.getMaxIterativeCalculationCycles(), ss.getIterativeCalculationConvergenceThreshold()];
      const before = now();
      ss.setRecalculationInterval(SpreadsheetApp.RecalculationInterval.HOUR).setIterativeCalculationEnabled(true).setMaxIterativeCalculationCycles(9).setIterativeCalculationConvergenceThreshold(0.5);
      return [before, now()];`),
  ).toEqual([
    ['ON_CHANGE', false, 50, 0.05],
    ['HOUR', true, 9, 0.5],
  ]);
});

test('a tab can be read from the right', async () => {
  expect(
    await script(
      `const before = sheet.isRightToLeft(); return [before, sheet.setRightToLeft(true).isRightToLeft(), sheet.setRightToLeft(false).isRightToLeft()];`,
    ),
  ).toEqual([false, true, false]);
});

test('a language or a zone that is none is refused', async () => {
  expect(await thrownBy(`ss.setSpreadsheetLocale('Chinese');`)).toBe('Exception: Invalid argument: locale');
  expect(await thrownBy(`ss.setSpreadsheetTimeZone('Asia/Nowhere');`)).toBe('Exception: Invalid argument: timezone');
  expect(
    await script(
      `ss.setSpreadsheetTimeZone('Europe/Paris'); ss.setSpreadsheetLocale('fr'); return [ss.getSpreadsheetTimeZone(), ss.getSpreadsheetLocale()];`,
    ),
  ).toEqual(['Europe/Paris', 'fr']);
});

test('menus made the older way are shown like the others', async () => {
  const { session, events } = scriptHost(`function onOpen() {
    const ss = SpreadsheetApp.getActive();
    ss.addMenu('Shop', [{ name: 'Old', functionName: 'go' }]);
    ss.updateMenu('Shop', [{ name: 'Go', functionName: 'go' }, null, { name: 'Stop', functionName: 'stop' }]); }`);
  await session.reload();
  expect(events.find(({ event }) => event === 'menus')).toEqual({
    event: 'menus',
    menus: [{ title: 'Shop', items: [{ label: 'Go', function: 'go' }, {}, { label: 'Stop', function: 'stop' }] }],
  });
});
