import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { createFile, openFile } from '../../local/file/file-of-record.ts';
import { newWorkbook } from '../../local/model/new-workbook.ts';
import { inFolder } from './temporary.ts';

/** Runs the child until it is killed after `ms`; answers the last revision it acknowledged. */
function killedAfter(ms: number, program: string, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, path], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (data: Buffer) => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), ms);
      said += data.toString();
    });
    child.once('error', reject);
    child.once('close', () =>
      resolve(Math.max(...[...said.matchAll(/(?:open|kept) (\d+)\n/g)].map(([, revision]) => Number(revision)))),
    );
  });
}

test(
  'after kill -9 at any moment, nothing acknowledged is missing and nothing is there twice',
  () =>
    inFolder(async (folder) => {
      const root = fileURLToPath(new URL('../..', import.meta.url));
      const program = join(root, 'build', 'test-kill', 'child.js');
      const saving = join(root, 'build', 'test-kill', 'save-worker.js');
      const common = { bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'error' } as const;
      await build({ ...common, entryPoints: [join(root, 'test/file/kill.child.ts')], outfile: program });
      await build({ ...common, entryPoints: [join(root, 'local/file/save-worker.ts')], outfile: saving });
      const path = join(folder, 'a.xlsx');
      const state = newWorkbook({ id: 'b', title: 't', locale: 'zh_CN', timeZone: 'Asia/Shanghai', owner: 'o' });
      await (await createFile(path, state)).close();

      for (let round = 0; round < 20; round++) {
        const acknowledged = await killedAfter(20 + ((round * 37) % 300), program, path);
        const file = await openFile(path);
        expect(file.revision).toBeGreaterThanOrEqual(acknowledged);
        const column = file.state.sheets[0]!.cells.slice(1, file.revision + 1).map((line) => line?.[0]?.v);
        expect(column).toEqual(Array.from({ length: file.revision }, (_, i) => `r${file.revision - i}`));
        await file.close();
      }
    }),
  120_000,
);
