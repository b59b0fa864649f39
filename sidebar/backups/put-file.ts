import type { BackupItem } from '../../src/domain/backup/backup-api.ts';
import { type LedgerFile, readLedgerFile } from '../../src/domain/backup/ledger-file.ts';
import { packManifest } from '../../src/domain/backup/manifest.ts';
import { type Ask, insist, NotDone } from './make-file.ts';
import type { BackupsTexts } from './texts/zh-CN.ts';

/** Texts of the list of contents that are sent at once: up to three bytes a character, and a call takes a megabyte. */
const textsAtOnce = 6;

/** What a file holds as text, unpacked where it is packed. */
async function textOf(file: Blob, texts: BackupsTexts): Promise<string> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (first !== 0x1f || second !== 0x8b) return file.text();
  if (typeof DecompressionStream === 'undefined') throw new NotDone(texts.oldBrowser);
  try {
    return await new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();
  } catch {
    throw new NotDone(texts.fault.half);
  }
}

/**
 * Reads a file and makes sure that it is whole.
 *
 * @throws NotDone with a sentence
 */
export async function openLedgerFile(file: Blob, texts: BackupsTexts): Promise<LedgerFile> {
  const read = readLedgerFile(await textOf(file, texts));
  if (typeof read === 'string') throw new NotDone(texts.fault[read]);
  return read;
}

/**
 * Puts a file aside in the ledger, piece by piece; it counts once all of it is there.
 *
 * @param tell how far it is
 * @throws NotDone with a sentence
 */
export async function putFile(
  ask: Ask,
  texts: BackupsTexts,
  file: LedgerFile,
  tell: (text: string) => void,
): Promise<BackupItem> {
  const { head, pieces, manifest } = file;
  const sizes = new Map(manifest.tabs.map(({ id, frame: { grid } }) => [id, { rows: grid[0], columns: grid[1] }]));
  const begun = await insist(ask, texts, 'beginFileRestore', { head });
  if ('ok' in begun) throw new NotDone(begun.message);
  const { place } = begun;
  for (const [i, piece] of pieces.entries()) {
    tell(texts.putting(i + 1, pieces.length));
    const size = sizes.get((JSON.parse(piece) as { tab: number }).tab);
    if (!size) throw new NotDone(texts.fault.damaged);
    await insist(ask, texts, 'putBackupPiece', { place, piece, ...size });
  }
  const [sum, ...contents] = packManifest(manifest);
  for (let from = 0; from < contents.length; from += textsAtOnce)
    await insist(ask, texts, 'putBackupContents', { place, from, texts: contents.slice(from, from + textsAtOnce) });
  tell(texts.comparingFile);
  const ended = await insist(ask, texts, 'endFileRestore', { place, head: sum! });
  if ('ok' in ended) throw new NotDone(ended.message);
  return ended.backup;
}
