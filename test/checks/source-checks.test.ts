import { expect, test } from '@jest/globals';
import { shapeProblems, wordProblems } from '../../.config/check/files.mjs';
import { purityProblems } from '../../.config/check/purity.mjs';
import { manifestProblems, neededScopes } from '../../.config/check/scopes.mjs';
import { importsOf } from '../../.config/check/source.mjs';
import { wallProblems } from '../../.config/check/walls.mjs';

const wall = (file: string, text: string): string[] => wallProblems([{ file, text }]);
const purity = (file: string, text: string): string[] => purityProblems([{ file, text }]);

test.each([
  ['the domain', 'src/domain/phone/x.ts', '../../google/sheets.ts'],
  ['the domain', 'src/domain/x.ts', 'node:fs'],
  ['the domain', 'src/domain/x.ts', 'zod'],
  ['Google’s folder', 'src/google/x.ts', '../actions/menu.ts'],
  ['a template', 'templates/appliance.ts', '../src/domain/dictionary/core.ts'],
  ['the sidebar', 'sidebar/x.ts', '../src/google/sheets.ts'],
  ['the local workbook', 'local/run/x.ts', '../../src/entry.ts'],
  ['the local workbook', 'local/run/x.ts', '../../src/domain/locale.ts'],
  ['the local workbook', 'local/run/x.ts', '../page/grid.tsx'],
  ['the page', 'local/page/grid.tsx', '../model/workbook.ts'],
])('%s may not import across its wall: %s from %s', (_, file, specifier) => {
  expect(wall(file, `import { a } from '${specifier}';`)).toHaveLength(1);
  expect(wall(file, `import {\n  a,\n  b,\n} from '${specifier}';`)).toHaveLength(1);
  expect(wall(file, `import '${specifier}';`)).toHaveLength(1);
  expect(wall(file, `export { a } from '${specifier}';`)).toHaveLength(1);
  expect(wall(file, `const a = await import('${specifier}');`)).toHaveLength(1);
});

test('types may be imported where values may not', () => {
  expect(wall('templates/x.ts', "import type { Tab } from '../src/domain/dictionary/types.ts';")).toEqual([]);
  expect(wall('templates/x.ts', "import { type Tab } from '../src/domain/dictionary/types.ts';")).toEqual([]);
  expect(wall('templates/x.ts', "import { type Tab, core } from '../src/domain/dictionary/types.ts';")).toHaveLength(1);
  expect(wall('local/run/x.ts', "let api: import('../../src/domain/api.ts').LedgerApi;")).toEqual([]);
});

test('imports are read, words in comments are not', () => {
  const text = "/** import { a } from 'b' */\nimport x from './x.ts';\nexport * from './y.ts';\n";
  expect(importsOf(text)).toEqual([
    { specifier: './x.ts', typeOnly: false },
    { specifier: './y.ts', typeOnly: false },
  ]);
});

test('a service of Google named outside its folder is reported, its name in words is not', () => {
  expect(purity('src/actions/x.ts', 'SpreadsheetApp.flush();')).toHaveLength(1);
  expect(purity('src/actions/x.ts', "// SpreadsheetApp\nconst a = 'SpreadsheetApp'; a.Utilities;")).toEqual([]);
  expect(purity('src/google/x.ts', 'SpreadsheetApp.flush();')).toEqual([]);
});

test.each(['new Date()', 'Date.now()', 'Math.random()', 'console.log(1)'])('%s in the domain is reported', (code) => {
  expect(purity('src/domain/x.ts', `export const a = ${code};`)).toHaveLength(1);
  expect(purity('src/google/x.ts', `export const a = ${code};`)).toEqual([]);
});

test('a date made of its parts is no clock', () => {
  expect(purity('src/domain/x.ts', 'export const a = new Date(Date.UTC(2026, 0, 1));')).toEqual([]);
});

test.each(['e.innerHTML = x;', "e['outerHTML'] = x;", "e.insertAdjacentHTML('beforeend', x);"])(
  'HTML made of text in the sidebar is reported: %s',
  (code) => {
    expect(purity('sidebar/x.ts', code)).toHaveLength(1);
  },
);

const scope = (name: string): string => `https://www.googleapis.com/auth/${name}`;
const needed = (text: string): string[] => neededScopes([{ file: 'src/google/x.ts', text }]);

test('a manifest is held against what the code calls', () => {
  expect(needed('LockService.getDocumentLock(); Utilities.getUuid();')).toEqual([]);
  expect(needed('SpreadsheetApp.getActive();')).toEqual([scope('spreadsheets.currentonly')]);
  expect(needed("SpreadsheetApp.openById('x');")).toEqual([scope('spreadsheets')]);
  expect(needed("SpreadsheetApp.create('x');")).toEqual([scope('spreadsheets')]);
  expect(needed("const page = HtmlService.createHtmlOutput('x'); ui.showSidebar(page);")).toEqual([scope('script.container.ui')]);
  expect(needed("ScriptApp.newTrigger('x').timeBased().create();")).toEqual([scope('script.scriptapp')]);
  expect(needed('MailApp.getRemainingDailyQuota();')).toEqual([scope('script.send_mail')]);
  expect(needed('Session.getActiveUser().getEmail();')).toEqual([scope('userinfo.email')]);
});

test('a scope too few and a scope too many are both reported', () => {
  const manifest = { runtimeVersion: 'V8', timeZone: 'Asia/Shanghai', oauthScopes: [scope('drive')] };
  const problems: string[] = manifestProblems('full', manifest, [scope('script.send_mail')]);
  expect(problems).toHaveLength(2);
  expect(problems[0]).toContain('needs');
  expect(problems[1]).toContain('nothing uses');
  expect(manifestProblems('full', { oauthScopes: [] }, [])).toHaveLength(2);
});

test('the core manifest grants only what registering needs', () => {
  const base = { runtimeVersion: 'V8', timeZone: 'Asia/Shanghai' };
  const all = [scope('spreadsheets'), scope('script.container.ui'), scope('script.send_mail')];
  const core = [scope('spreadsheets.currentonly'), scope('script.container.ui')];
  expect(manifestProblems('core', { ...base, oauthScopes: core }, all)).toEqual([]);
  expect(manifestProblems('core', { ...base, oauthScopes: [...core, scope('script.send_mail')] }, all)).toHaveLength(1);
});

const shape = (file: string, text: string): string[] => shapeProblems({ file, text });

test('long, vaguely named and merely passing files are reported', () => {
  expect(shape('src/a.ts', 'export const a = 1;\n'.repeat(350))).toHaveLength(1);
  expect(shape('src/date-utils.ts', 'export const a = 1;')).toHaveLength(1);
  expect(shape('src/Phone.ts', 'export const a = 1;')).toHaveLength(1);
  expect(shape('src/phone.ts', "export * from './a.ts';\nexport { b } from './b.ts';\n")).toHaveLength(1);
  expect(shape('src/phone.ts', 'export default 1;')).toHaveLength(1);
  expect(shape('src/phone-region.test.ts', 'export const a = 1;')).toEqual([]);
  expect(shape('sidebar/texts/zh-CN.ts', 'export const a = 1;')).toEqual([]);
});

test('places of one machine and hosts of registries are reported', () => {
  const slash = '/';
  const locked = 'resolved';
  for (const text of [
    `cd ${slash}home/anna/x`,
    `"${slash}Users/anna/x"`,
    `${slash}work/x`,
    `https:${slash}${slash}regis${''}try.example.org/x`,
  ]) {
    expect(wordProblems({ file: 'a.md', text })).toHaveLength(1);
  }
  expect(wordProblems({ file: 'package-lock.json', text: `"${locked}": "https:${slash}${slash}x.org/a.tgz"` })).toHaveLength(1);
  expect(wordProblems({ file: 'a.md', text: 'see docs/home/index.md and https://example.org/home/x' })).toEqual([]);
});
