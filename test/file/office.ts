/** LibreOffice, where it is installed: opens files, runs a macro on them, saves them. */
import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Milliseconds; a program that asks its user something where nobody sees it would wait for ever. */
const patience = 50_000;

/** Ends with everything that it started. */
function run(program: string, parameters: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { stdio: 'ignore', detached: true });
    const timer = setTimeout(() => process.kill(-child.pid!, 'SIGKILL'), patience);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      if (code === 0) resolve();
      else reject(new Error(`${program} ${parameters.at(-1)}: ${code ?? signal}`));
    });
  });
}

export const hasOffice: boolean = await run('soffice', ['--version']).then(
  () => true,
  () => false,
);

if (!hasOffice)
  console.warn('LibreOffice (soffice) is not installed: its tests are passed over, ExcelJS alone is the second reader.');

const profileOf = (folder: string) => `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;

/** What LibreOffice makes of each file when it opens and saves it. */
export async function resaved(
  folder: string,
  files: readonly Buffer[],
  format = 'xlsx:Calc MS Excel 2007 XML',
): Promise<Buffer[]> {
  const [from, to] = [join(folder, 'in'), join(folder, 'out')];
  await Promise.all([mkdir(from, { recursive: true }), mkdir(to, { recursive: true })]);
  const paths = files.map((_, i) => join(from, `${i}.xlsx`));
  await Promise.all(files.map((bytes, i) => writeFile(paths[i]!, bytes)));
  await run('soffice', [profileOf(folder), '--headless', '--convert-to', format, '--outdir', to, ...paths]);
  return Promise.all(files.map((_, i) => readFile(join(to, `${i}.${format.split(':')[0]}`))));
}

const basic = (body: string) => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edit" script:language="StarBasic">
Sub Main(path As String)
  On Error GoTo failed
  Dim options(0) As New com.sun.star.beans.PropertyValue
  options(0).Name = "Hidden"
  options(0).Value = False
  book = StarDesktop.loadComponentFromURL(ConvertToURL(path), "_blank", 0, options())
${body.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}
  book.store()
  book.close(True)
  Exit Sub
failed:
  Open path + ".failed" For Output As #1
  Print #1, Error$ + " in line " + Erl
  Close #1
  book.close(True)
End Sub
</script:module>`;

const library = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Edit"/>
</library:library>`;

/** Opens the file in LibreOffice, does what the Basic statements say to `book`, and saves it in its place. */
export async function editInOffice(folder: string, path: string, statements: string): Promise<void> {
  const profile = profileOf(folder);
  // the first start makes the profile, and would write over the macro
  await run('soffice', [profile, '--headless', '--terminate_after_init']);
  const place = join(folder, 'profile', 'user', 'basic', 'Standard');
  await writeFile(join(place, 'Edit.xba'), basic(statements));
  await writeFile(join(place, 'script.xlb'), library);
  await run('soffice', [profile, '--headless', `macro:///Standard.Edit.Main("${path}")`]);
  const failure = await readFile(`${path}.failed`, 'utf8').catch(() => undefined);
  if (failure !== undefined) throw new Error(failure);
}
