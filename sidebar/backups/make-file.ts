import type { FilePiece } from '../../src/domain/backup/file-piece.ts';
import { type FileImage, FileLines, type FileManifest, isOfOneMoment } from '../../src/domain/backup/ledger-file.ts';
import { rowsOf } from '../../src/domain/backup/manifest.ts';
import type { callPatiently } from '../client.ts';
import { whyNot } from './page.ts';
import type { BackupsTexts } from './texts/zh-CN.ts';

export type Ask = typeof callPatiently;

/** A sentence on why something came to nothing. */
export class NotDone extends Error {}

/** Somebody may be typing or sorting while a tab is read: then it is read once more. */
const mostAttempts = 4;

/** Asks once more where no answer came: what is asked for here does no harm twice. */
export async function insist<K extends Parameters<Ask>[0]>(
  ask: Ask,
  texts: BackupsTexts,
  name: K,
  input: Parameters<typeof ask<K>>[1],
) {
  for (let attempt = 1; ; attempt++) {
    const answer = await ask(name, input);
    if (answer.kind === 'answer') return answer.value;
    if (attempt === 3 || (answer.kind === 'refused' && !answer.retry)) throw new NotDone(whyNot(answer, texts));
  }
}

/** A file that was put together, and what it is called without its ending. */
export interface MadeFile {
  name: string;
  text: string;
  rows: number;
  tabs: number;
}

/**
 * Puts a backup file together, tab by tab and piece by piece; a tab that was changed while it was read is read again.
 *
 * @param tell how far it is
 * @throws NotDone with a sentence
 */
export async function makeFile(ask: Ask, texts: BackupsTexts, tell: (text: string) => void): Promise<MadeFile> {
  const start = await insist(ask, texts, 'beginBackupFile', {});
  const lines = new FileLines();
  lines.add(start.head);
  const tabs: FileImage[] = [];
  for (const tab of start.tabs) {
    const { pieces, image } = await readTab(tab);
    for (const piece of pieces) lines.add(piece);
    tabs.push(image);
  }
  const { of, title, at } = start.head;
  const manifest: FileManifest = { version: 1, of, title, at, settings: start.settings, series: start.series, tabs };
  lines.add(manifest);
  return { name: start.name, text: lines.end(), rows: rowsOf(tabs), tabs: tabs.length };

  async function readTab({ id, name, rows }: (typeof start.tabs)[number]): Promise<{ pieces: string[]; image: FileImage }> {
    for (let attempt = 1; attempt <= mostAttempts; attempt++) {
      const pieces: FilePiece[] = [];
      for (let from: number | undefined = 1; from !== undefined; ) {
        tell(texts.reading(name, from, Math.max(1, rows)));
        const { next, ...piece }: FilePiece = await insist(ask, texts, 'readBackupPiece', { tab: id, from });
        pieces.push(piece);
        from = next;
      }
      const image = await insist(ask, texts, 'readBackupImage', { tab: id });
      if (isOfOneMoment(pieces, image)) return { pieces: pieces.map((piece) => JSON.stringify(piece)), image };
      tell(texts.readingAgain(name));
    }
    throw new NotDone(texts.restless(name));
  }
}

/** The file as bytes, packed where the browser can. */
export async function packFile({ name, text }: MadeFile): Promise<{ name: string; blob: Blob }> {
  const plain = new Blob([text], { type: 'application/json' });
  if (typeof CompressionStream === 'undefined') return { name: `${name}.json`, blob: plain };
  const packed = plain.stream().pipeThrough(new CompressionStream('gzip'));
  return { name: `${name}.json.gz`, blob: new Blob([await new Response(packed).arrayBuffer()], { type: 'application/gzip' }) };
}
