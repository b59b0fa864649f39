import { expect, test } from '@jest/globals';
import { OWNER, resultOf, script, scriptHost, thrownBy } from '../run/script-host.ts';

const IDENTITY = 'return ScriptApp.getIdentityToken();';

test('a script has an id and a token, and no web app', async () => {
  expect(
    await script(`return [ScriptApp.getScriptId(), ScriptApp.getOAuthToken().startsWith('ya29.'), ScriptApp.getService().isEnabled(),
      ScriptApp.getService().getUrl(), String(ScriptApp.getInstallationSource()), String(Session.getActiveUser())];`),
  ).toEqual(['local-book', true, false, null, 'NONE', 'owner@shop.example']);
});

test('there is an identity only with the scope for it, and it names the user', async () => {
  expect(await script(IDENTITY)).toBe(null);
  const manifest = { timeZone: 'Etc/UTC', oauthScopes: ['openid'] };
  const open = scriptHost('', { bundle: { code: `function test() { ${IDENTITY} }`, files: {}, manifest } });
  const token = (await resultOf(open.host, 'test')) as string;
  expect(JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString())).toMatchObject({ email: OWNER.email });
});

test('a state token needs the function that it calls back', async () => {
  expect(
    await script(
      "return typeof ScriptApp.newStateToken().withMethod('back').withArgument('a', 'b').withTimeout(60).createToken();",
    ),
  ).toBe('string');
  expect(await thrownBy('ScriptApp.newStateToken().createToken()')).toBe('Exception: Callback method is missing.');
});

test('the older boxes ask and answer in small letters', async () => {
  const options = { answer: () => ({ button: 'OK' as const, text: 'typed' }) };
  expect(
    await script("return [Browser.msgBox('a'), Browser.inputBox('Name?', 'b', Browser.Buttons.OK_CANCEL)];", options),
  ).toEqual(['ok', 'typed']);
  expect(await script("return Browser.inputBox('b');", { answer: () => ({ button: 'CANCEL' }) })).toBe('cancel');
});

test('what a cache gives back when there is nothing to give is null', async () => {
  expect(
    await script(
      "const cache = CacheService.getUserCache(); return [cache.put('a', 'b'), cache.putAll({ c: 1 }), cache.getAll(['a', 'c', 'x']), cache.remove('a'), cache.removeAll(['c']), cache.get('c')];",
    ),
  ).toEqual([null, null, { a: 'b', c: '1' }, null, null, null]);
});
