import { expect, test } from '@jest/globals';
import { script, thrownBy } from '../run/script-host.ts';

const FILL = `
  sheet.getRange('A1:B3').setValues([['Anna', 'anná'], ['x', 'Hanna 1'], ['=UPPER("anna")', 'y']]);
  const names = (ranges) => ranges.map((range) => range.getA1Notation());`;

test('a search goes by what cells show, or by formulas as well where asked', async () => {
  expect(
    await script(`${FILL}
      const find = (set) => names(set(sheet.createTextFinder('anna')).findAll());
      return [find((f) => f), find((f) => f.matchCase(true)), find((f) => f.matchEntireCell(true)), find((f) => f.ignoreDiacritics(true)),
        find((f) => f.matchFormulaText(true).matchCase(true)), names(ss.createTextFinder('UPPER').matchFormulaText(true).findAll())];`),
  ).toEqual([['A1', 'B2', 'A3'], ['B2'], ['A1', 'A3'], ['A1', 'B1', 'B2', 'A3'], ['B2', 'A3'], ['A3']]);
});

test('a finder goes on and back from match to match, from where it was told to start', async () => {
  expect(
    await script(`${FILL}
      const finder = sheet.createTextFinder('anna');
      const place = (range) => range && range.getA1Notation();
      const walk = [place(finder.getCurrentMatch()), place(finder.findNext()), place(finder.findNext()), place(finder.getCurrentMatch()), place(finder.findPrevious()), place(finder.findPrevious())];
      finder.startFrom(sheet.getRange('B1'));
      return [walk, place(finder.getCurrentMatch()), place(finder.findNext()), place(finder.findNext()), place(finder.findNext())];`),
  ).toEqual([[null, 'A1', 'B2', 'B2', 'A1', null], null, 'B2', 'A3', null]);
});

test('replacing counts the places, leaves formulas that were not searched, and reads the result as typed', async () => {
  expect(
    await script(`
      sheet.getRange('A1:A4').setValues([['a1a'], ['=CONCAT("a","b")'], ['b'], ['a']]);
      const count = sheet.createTextFinder('a').replaceAllWith('2');
      return [count, sheet.getRange('A1:A4').getValues().flat(), sheet.getRange('A2').getFormula()];`),
  ).toEqual([3, [212, 'ab', 'b', 2], '=CONCAT("a","b")']);
});

test('only the current match is replaced one by one', async () => {
  expect(
    await script(`${FILL}
      const finder = sheet.createTextFinder('anna');
      const before = finder.replaceWith('Eva');
      finder.findNext();
      return [before, finder.replaceWith('Eva'), sheet.getRange('A1:B2').getValues().flat()];`),
  ).toEqual([0, 1, ['Eva', 'anná', 'x', 'Hanna 1']]);
});

test('expressions find by pattern, and their groups can be used in the replacement', async () => {
  expect(
    await script(`
      sheet.getRange('A1:A2').setValues([['Zhang Wei'], ['Li\\\\-Na']]);
      const count = sheet.createTextFinder('^(\\\\w+) (\\\\w+)$').useRegularExpression(true).replaceAllWith('$2, $1');
      return [count, sheet.getRange('A1').getValue(), sheet.createTextFinder('Li\\\\\\\\\\\\-').useRegularExpression(true).findAll().length];`),
  ).toEqual([1, 'Wei, Zhang', 1]);
  expect(await thrownBy(`sheet.createTextFinder('(').useRegularExpression(true).findAll();`)).toBe(
    'Exception: Invalid regular expression.',
  );
});

test('accents that are passed over are still replaced whole', async () => {
  expect(
    await script(`
      sheet.getRange('A1').setValue('Café e\\u0301tude');
      sheet.createTextFinder('é').ignoreDiacritics(true).replaceAllWith('_');
      return sheet.getRange('A1').getValue();`),
  ).toBe('Caf_ _tud_');
});
