import { expect, test } from '@jest/globals';
import { OWNER, script, scriptHost, thrownBy } from '../run/script-host.ts';

const GOOGLE = 'https://www.googleapis.com/auth/';

/** What a simple `onOpen` gets to see when it runs the statement. */
async function inSimpleTrigger(statement: string, options: Parameters<typeof scriptHost>[1] = {}): Promise<unknown> {
  const { session, logs } = scriptHost(
    `function onOpen(e) { try { ${statement}; console.log('allowed'); } catch (error) { console.log(String(error)); } }`,
    options,
  );
  await session.reload();
  return logs[0]?.replace('log: ', '');
}

test('a scope that the manifest lacks is named', async () => {
  const scopes = ['spreadsheets.currentonly'];
  expect(await thrownBy("SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x'))", { scopes })).toBe(
    `Exception: Specified permissions are not sufficient to call Ui.showSidebar. Required permissions: ${GOOGLE}script.container.ui`,
  );
  expect(await thrownBy("SpreadsheetApp.openById('x')", { scopes })).toBe(
    `Exception: Specified permissions are not sufficient to call SpreadsheetApp.openById. Required permissions: ${GOOGLE}spreadsheets`,
  );
  const { host } = scriptHost('function test() { SpreadsheetApp.getActive(); }', { scopes: ['script.container.ui'] });
  expect(await host.run(OWNER, 'test')).toMatchObject({
    error: `Specified permissions are not sufficient to call SpreadsheetApp.getActive. Required permissions: (${GOOGLE}spreadsheets.currentonly || ${GOOGLE}spreadsheets)`,
  });
});

test.each([
  [
    "SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x'))",
    `You do not have permission to call Ui.showSidebar. Required permissions: ${GOOGLE}script.container.ui`,
  ],
  [
    "MailApp.sendEmail('a@x.example', 's', 'b')",
    `You do not have permission to call MailApp.sendEmail. Required permissions: ${GOOGLE}script.send_mail`,
  ],
  [
    "UrlFetchApp.fetch('https://x.example')",
    `You do not have permission to call UrlFetchApp.fetch. Required permissions: ${GOOGLE}script.external_request`,
  ],
  [
    "ScriptApp.newTrigger('x')",
    `You do not have permission to call ScriptApp.newTrigger. Required permissions: ${GOOGLE}script.scriptapp`,
  ],
])('a simple trigger may not: %s', async (statement, text) => {
  expect(await inSimpleTrigger(statement)).toBe(`Exception: ${text}`);
});

test.each([
  "SpreadsheetApp.getActive().getSheets()[0].getRange('A1').setValue(1)",
  "PropertiesService.getDocumentProperties().getProperty('x')",
  "SpreadsheetApp.getUi().createMenu('m').addToUi()",
  'Session.getActiveUserLocale()',
  'LockService.getDocumentLock().waitLock(1)',
])('a simple trigger may: %s', async (statement) => {
  expect(await inSimpleTrigger(statement)).toBe('allowed');
});

test('a simple trigger does not learn who its user is', async () => {
  expect(await inSimpleTrigger("console.log('[' + Session.getActiveUser().getEmail() + e.user.getEmail() + ']')")).toBe('[]');
});

test('an add-on that is not enabled here may build its menu and read nothing', async () => {
  const openMode = 'NONE' as const;
  expect(await inSimpleTrigger("SpreadsheetApp.getUi().createAddonMenu().addItem('a', 'b').addToUi()", { openMode })).toBe(
    'allowed',
  );
  expect(await inSimpleTrigger('console.log(String(e.authMode))', { openMode })).toBe('NONE');
  expect(await inSimpleTrigger("PropertiesService.getDocumentProperties().getProperty('x')", { openMode })).toBe(
    'Exception: You do not have permission to call PropertiesService.getDocumentProperties.',
  );
  expect(await inSimpleTrigger('SpreadsheetApp.getActive().getSheets()', { openMode })).toMatch(
    /^Exception: You do not have permission to call/,
  );
});

test('nothing may be called at load time', async () => {
  const { host } = scriptHost(`const title = SpreadsheetApp.getActive().getName(); function test() { return title; }`);
  expect(await host.run(OWNER, 'test')).toMatchObject({
    ok: false,
    error: expect.stringMatching(/^You do not have permission to call/),
  });
});

test('scopes that the person has not agreed to are refused by name, and can be asked about', async () => {
  const consented = [`${GOOGLE}spreadsheets.currentonly`];
  expect(await thrownBy("MailApp.sendEmail('a@x.example', 's', 'b')", { consented })).toBe(
    `Exception: You do not have permission to call MailApp.sendEmail. Required permissions: ${GOOGLE}script.send_mail`,
  );
  const info = `const about = (scopes) => { const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL, scopes); return [String(info.getAuthorizationStatus()), info.getAuthorizationUrl() === null]; };
    return [about(['${consented[0]}']), about(['${GOOGLE}script.send_mail'])];`;
  expect(await script(info, { consented })).toEqual([
    ['NOT_REQUIRED', true],
    ['REQUIRED', false],
  ]);
  expect(await thrownBy(`ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, ['${GOOGLE}script.send_mail'])`, { consented })).toBe(
    'Exception: Authorization is required to perform that action.',
  );
  expect(await thrownBy(`ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, ['${consented[0]}'])`, { consented })).toBe(
    'nothing thrown',
  );
});

test('an installable trigger whose creator has not agreed to all scopes does not run, and that is recorded', async () => {
  const { host, logs } = scriptHost(
    `function work() { console.log('ran'); } function install() { ScriptApp.newTrigger('work').timeBased().everyHours(1).create(); }`,
    { consented: [`${GOOGLE}script.scriptapp`] },
  );
  await host.run(OWNER, 'install');
  await host.fireTrigger(host.state.triggers[0]!.id);
  expect(logs.filter((line) => line === 'log: ran')).toEqual([]);
  expect(host.failures).toMatchObject([{ function: 'work', message: 'Authorization is required to perform that action.' }]);
});
