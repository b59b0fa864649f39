import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fileBytes } from '../../local/file/file-bytes.ts';
import { openZip, readState } from '../../local/file/read-file.ts';
import { patience, runs } from '../fuzz/seeded.ts';
import { anyState } from './any-state.ts';
import { plain, trimmed } from './sample-state.ts';

test(
  'whatever a workbook holds, its file gives back',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyState, async (state) => {
        const bytes = await fileBytes(Buffer.from(JSON.stringify(state)), 3);
        expect(readState(openZip(bytes, 'x.xlsx'), 'x.xlsx').state).toEqual(plain(state));
        const read = readState(openZip(bytes, 'x.xlsx'), 'x.xlsx', {}, false);
        expect(trimmed(read.state)).toEqual(trimmed(state));
      }),
      runs(40),
    );
  },
  patience,
);
