import { expect, test } from '@jest/globals';
import { resultOf, script, scriptHost, thrownBy } from '../run/script-host.ts';

/** What the template makes of the value `x`. */
const printed = (template: string, x: string): Promise<unknown> =>
  script(`const t = HtmlService.createTemplate(${JSON.stringify(template)}); t.x = ${x}; return t.evaluate().getContent();`);

test.each([
  ['<p><?= x ?></p>', `'<b>&"\\''`, '<p>&lt;b&gt;&amp;&#34;&#39;</p>'],
  ['<a title="<?= x ?>">', `'a"b'`, '<a title="a&#34;b">'],
  ['<a title=<?= x ?>>', `'a b=c'`, '<a title=a&#32;b&#61;c>'],
  ['<a href="<?= x ?>">', "'javascript:alert(1)'", '<a href="about:invalid">'],
  ['<a href="<?= x ?>">', "'https://x.example/?a=1&b=2'", '<a href="https://x.example/?a=1&amp;b=2">'],
  ['<a href="/search?q=<?= x ?>">', "'a:b'", '<a href="/search?q=a:b">'],
  ["<script>var a = '<?= x ?>';</script>", `"</script>'"`, "<script>var a = '\\u003c/script\\u003e\\u0027';</script>"],
  ['<script>var a = <?= x ?>;</script>', `'it\\'s'`, "<script>var a = 'it\\u0027s';</script>"],
  ['<script>var a = <?= x ?>; // <?= x ?>\nb</script>', '5', '<script>var a =  5 ; // \nb</script>'],
  ['<button onclick="go(<?= x ?>)">', `'a"b'`, '<button onclick="go(&#39;a\\u0022b&#39;)">'],
  ['<style>p { color: <?= x ?> }</style>', `'red;}'`, '<style>p { color: red\\3b \\7d  }</style>'],
  ['<p><?= x ?></p>', 'null', '<p>null</p>'],
  ['<?!= x ?>', `'<b>'`, '<b>'],
  ['a\n<? if (x) { // why ?>yes<? } else { ?>no<? } ?>\nb', 'true', 'a\nyes\nb'],
])('%s prints %s for its place', async (template, x, html) => {
  expect(await printed(template, x)).toBe(html);
});

test('text that is not trusted is appended as the place wants it', async () => {
  expect(
    await script(
      `return HtmlService.createHtmlOutput('<a href="').appendUntrusted('javascript:x').append('">').appendUntrusted('<i>').getContent();`,
    ),
  ).toBe('<a href="about:invalid">&lt;i&gt;');
});

test('the code of a template can be read, and run by hand', async () => {
  const { host } = scriptHost(`function test() {
    const t = HtmlService.createTemplate('Hi <?= who ?>!\\n<? const n = 2; ?><b><?= n ?></b>');
    const who = '<you>';
    return [eval(t.getCode()).getContent(), t.getRawContent(), t.getCodeWithComments().split('\\n')[1].endsWith('// <? const n = 2; ?><b><?= n ?></b>')];
  }`);
  expect(await resultOf(host, 'test')).toEqual([
    'Hi &lt;you&gt;!\n<b>2</b>',
    'Hi <?= who ?>!\n<? const n = 2; ?><b><?= n ?></b>',
    true,
  ]);
});

test('a name that nobody has set is an error, as in code', async () => {
  expect(await thrownBy("HtmlService.createTemplate('<?= nobody ?>').evaluate()")).toBe('ReferenceError: nobody is not defined');
});

test('a page is made of text or of a blob, and is a blob and a template itself', async () => {
  expect(
    await script(`
      const page = HtmlService.createHtmlOutput(Utilities.newBlob('<b><?= x ?></b>')).setTitle('T').setFaviconUrl('https://x.example/i.png').addMetaTag('viewport', 'width=1');
      const template = page.asTemplate(); template.x = 1;
      return [template.evaluate().getContent(), page.getBlob().getContentType(), page.getAs('text/html').getDataAsString(), page.getTitle(), page.getFaviconUrl(),
        page.getMetaTags().map((tag) => [tag.getName(), tag.getContent()]), page.getWidth(), String(page.setWidth(5).clear()), String(template)];`),
  ).toEqual([
    '<b>1</b>',
    'text/html',
    '<b><?= x ?></b>',
    'T',
    'https://x.example/i.png',
    [['viewport', 'width=1']],
    null,
    'HtmlOutput',
    'HtmlTemplate',
  ]);
  expect(await thrownBy("HtmlService.createHtmlOutput().addMetaTag('robots', 'none')")).toBe(
    'Exception: The meta tag you specified is not allowed in this context.',
  );
});

test('text for a web app has a type and a file name', async () => {
  expect(
    await script(`const out = ContentService.createTextOutput('a').append('b').setMimeType(ContentService.MimeType.CSV).downloadAsFile('x.csv');
      return [out.getContent(), String(out.getMimeType()), out.getFileName(), out.clear().getContent(), String(ContentService.createTextOutput().getMimeType()), MimeType.CSV];`),
  ).toEqual(['ab', 'CSV', 'x.csv', null, 'TEXT', 'text/csv']);
});

test.each([
  ["{ a: 1, b: [1.5, 'x', null], c: true }", '{a=1.0, b=[1.5, x, null], c=true}'],
  ['12345678901', '1.2345678901E10'],
  ['new Date(0)', 'Thu Jan 01 08:00:00 GMT+08:00 1970'],
  ["'%s of %d, %.2f', 3, 3, 1 / 3", '3.0 of 3, 0.33'],
  ["{ message: 'said', more: 1 }", 'said'],
  ['[[1, 2], ["a"]]', '[[1.0, 2.0], [a]]'],
  ['ss', 'Spreadsheet'],
])('Logger.log(%s) writes as Java does', async (args, text) => {
  expect(await script(`return Logger.log(${args}).getLog();`)).toBe(`Sun Nov 22 10:00:00 GMT+08:00 2026 INFO: ${text}\n`);
});
