import { expect, test } from '@jest/globals';
import { fileBytes } from '../../local/file/file-bytes.ts';
import { openZip, readState } from '../../local/file/read-file.ts';
import { plain, sampleState, trimmed } from './sample-state.ts';

test('a workbook read from its file is the workbook that was saved', async () => {
  const state = sampleState();
  const bytes = await fileBytes(Buffer.from(JSON.stringify(state)), 42);
  const read = readState(openZip(bytes, 'x.xlsx'), 'x.xlsx');
  expect(read.origin).toBe('sealed');
  expect(read.revision).toBe(42);
  expect(read.state).toEqual(plain(state));
});

test('without its seal, the cells and the hidden tab say the same', async () => {
  const state = sampleState();
  const bytes = await fileBytes(Buffer.from(JSON.stringify(state)), 42);
  const read = readState(openZip(bytes, 'x.xlsx'), 'x.xlsx', {}, false);
  expect(read.origin).toBe('changed');
  expect(read.revision).toBe(42);
  expect(trimmed(read.state)).toEqual(trimmed(state));
});
