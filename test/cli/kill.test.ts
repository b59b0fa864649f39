import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { createFile } from '../../local/file/file-of-record.ts';
import { peekFile } from '../../local/file/peek-file.ts';
import { newWorkbook } from '../../local/model/new-workbook.ts';
import { inFolder } from '../file/temporary.ts';

/** Kills the child that many milliseconds after the first cell that it kept: on a busy machine it is slow to start. */
function killedAfter(ms: number, program: string, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, path], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    let waiting = true;
    child.stdout.on('data', (data: Buffer) => {
      said += data.toString();
      // the first line tells what was there before
      if (waiting && said.split('\n').length > 2) {
        waiting = false;
        setTimeout(() => child.kill('SIGKILL'), ms);
      }
    });
    child.once('error', reject);
    child.once('close', () => resolve(Math.max(...[...said.matchAll(/kept (-?\d+)\n/g)].map(([, row]) => Number(row)))));
  });
}

test(
  'what a person typed and was told to be kept is there after kill -9',
  () =>
    inFolder(async (folder) => {
      const root = fileURLToPath(new URL('../..', import.meta.url));
      const program = join(root, 'build', 'test-kill-ledger', 'child.js');
      await build({
        entryPoints: [join(root, 'test/cli/kill.child.ts')],
        outfile: program,
        bundle: true,
        platform: 'node',
        format: 'esm',
        packages: 'external',
        logLevel: 'error',
      });
      const path = join(folder, 'a.xlsx');
      const state = newWorkbook({ id: 'b', title: 't', locale: 'zh_CN', timeZone: 'Asia/Shanghai', owner: 'o' });
      await (await createFile(path, state)).close();
      let last = -1;
      for (let round = 0; round < 5; round++) {
        const kept = await killedAfter(round * 60, program, path);
        expect(kept).toBeGreaterThan(last);
        const { cells } = (await peekFile(path)).state.sheets.at(-1)!;
        const texts = cells.slice(0, kept + 1).map((line) => line?.[0]?.v);
        expect(texts).toEqual(Array.from({ length: kept + 1 }, (_, row) => `第${row}行`));
        last = kept;
      }
    }),
  60_000,
);
