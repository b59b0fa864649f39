import { expect, test } from '@jest/globals';
import { budgetProblems } from '../../.config/check/bundle.mjs';
import { callsIn, declaredFunctions, exposureProblems, handlersNamedIn, loadProblems } from '../../.config/check/globals.mjs';
import {
  asciiProblems,
  inlineScripts,
  outsideProblems,
  strippingProblems,
  syntaxProblems,
} from '../../.config/check/script-text.mjs';

const fit = 'var __ledger = { onEdit: function (e) { return e; } };\nfunction onEdit(e) { return __ledger.onEdit(e); }\n';

test('a script fit for Google passes every check', () => {
  expect(syntaxProblems('Code.js', fit)).toEqual([]);
  expect(asciiProblems('Code.js', fit)).toEqual([]);
  expect(exposureProblems(fit, ['onEdit'], ['onEdit'])).toEqual([]);
  expect(loadProblems(fit, ['onEdit'])).toEqual([]);
  expect(budgetProblems('Code.js', fit, 800_000)).toEqual([]);
});

test.each([
  ['class fields', 'class A { x = 1; }'],
  ['private fields', 'class A { #x; }'],
  ['numeric separators', 'var a = 1_000;'],
  ['BigInt literals', 'var a = 1n;'],
  ['optional chaining', 'var a = b?.c;'],
  ['module statements', 'export const a = 1;'],
])('%s, which the editor rejects, are reported', (_, code) => {
  expect(syntaxProblems('Code.js', code)).toHaveLength(1);
});

test('a character beyond ASCII is reported with its line', () => {
  expect(asciiProblems('Code.js', 'var a;\nvar b = "\u8868";')[0]).toContain('line 2');
});

test('a file over its budget is reported with its size, counted in bytes', () => {
  expect(budgetProblems('page.html', '\u8868'.repeat(4), 12)[0]).toContain('12 bytes');
});

test('an export without a plain function of its name is reported', () => {
  const assigned = 'var __ledger = {}; globalThis.onEdit = function () {};';
  expect(exposureProblems(assigned, ['onEdit'], [])[0]).toContain('onEdit');
  expect([...declaredFunctions('function a() { function inner() {} } var b = function () {};')]).toEqual(['a']);
});

test('a menu item, a trigger or a sidebar call without a function is reported', () => {
  const source = "menu.addItem('Check', 'checkTab'); ScriptApp.newTrigger('nightly').timeBased();";
  expect([...handlersNamedIn([{ file: 'x.ts', text: source }])]).toEqual(['checkTab', 'nightly']);
  expect(exposureProblems(fit, ['onEdit'], ['checkTab'])[0]).toContain('checkTab');
  expect(callsIn('export interface LedgerApi {\n  /** x */\n  getForm(input: {\n    tab: string;\n  }): void;\n}\n')).toEqual([
    'getForm',
  ]);
});

test('a name that Google hides is reported', () => {
  expect(exposureProblems('function save_(e) {}', ['save_'], [])[0]).toContain('hides');
});

test.each([
  ['a property', 'var app = SpreadsheetApp.getActive();'],
  ['a call that swallows its error', 'try { PropertiesService.getScriptProperties(); } catch (e) {}'],
  ['a constructor', 'new Logger();'],
])('a service touched while loading, by %s, is reported', (_, code) => {
  expect(loadProblems(code)[0]).toMatch(/uses (SpreadsheetApp|PropertiesService|Logger) while loading/);
});

test('what only browsers or Node know makes loading fail', () => {
  for (const name of ['setTimeout(f)', 'new URL("x:y")', 'process.cwd()', 'new TextEncoder()']) {
    expect(loadProblems(`function f() {} ${name};`)[0]).toContain('does not load');
  }
});

test('an export that is not a function is reported', () => {
  expect(loadProblems('var __ledger = { a: 1 }; function a(e) { return __ledger.a(e); }', ['a'])[0]).toContain('not a function');
});

test.each([
  ['a string', 'var a = "https://example.org";'],
  ['a template literal', 'var a = `x // y`;'],
  ['a later part of a template literal', `var a = \`x \${b} // y\`;`],
  ['a regular expression', 'var a = /^https?:\\//;'],
])('two slashes in %s of a sidebar script are reported', (_, code) => {
  expect(strippingProblems('page.html', code)).toHaveLength(1);
});

test('a comment after code is reported, one on a line of its own is not', () => {
  expect(strippingProblems('page.html', 'var a = 1; // why')).toHaveLength(1);
  expect(strippingProblems('page.html', '  // why\nvar a = 1; /* fine */')).toEqual([]);
});

test('inline scripts are found, data blocks are not programs', () => {
  const html =
    '<script>var a;</script><SCRIPT type="text/javascript">var b;</SCRIPT ><script type="application/json">{}</script>';
  expect(inlineScripts(html)).toEqual(['var a;', 'var b;']);
});

test.each([
  '<script src="x.js"></script>',
  '<link rel="stylesheet" href="x.css">',
  '<style>@import "x.css";</style>',
  '<style>a { background: url(x.png) }</style>',
])('a page that loads something from elsewhere is reported: %s', (html) => {
  expect(outsideProblems('page.html', html)).toHaveLength(1);
  expect(outsideProblems('page.html', '<style>a { background: url(data:image/svg+xml,x) }</style>')).toEqual([]);
});
