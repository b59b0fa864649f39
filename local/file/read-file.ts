/** The bytes of a file as a workbook, or why it is refused. */
import { basename } from 'node:path';
import { readWorkbook } from './excel/workbook-reading.ts';
import { FileProblem } from './file-problem.ts';
import { type JoinedWorkbook, joinWorkbook, type NewcomerDefaults } from './intake/join-workbook.ts';
import { openSeal } from './seal.ts';
import { hasShape } from './state-shape.ts';
import { readZip, type ZipArchive, ZipFault } from './zip-directory.ts';

export interface ReadWorkbook extends Omit<JoinedWorkbook, 'remnant'> {
  /** `sealed`: nobody else has saved it since; `changed`: Excel or LibreOffice has; `foreign`: it never was ours */
  origin: 'sealed' | 'changed' | 'foreign';
}

const oldOffice = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** @throws {FileProblem} `not-xlsx`, `encrypted`, `damaged`, `too-large` */
export function openZip(data: Buffer, path: string): ZipArchive {
  if (data.subarray(0, 8).equals(oldOffice)) {
    const isEncrypted = data.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw new FileProblem(isEncrypted ? 'encrypted' : 'not-xlsx', { path });
  }
  const zip = guarded(path, () => readZip(data));
  const isWorkbook =
    zip.entries.has('[Content_Types].xml') && [...zip.entries.keys()].some((name) => /(?:^|\/)workbook\d*\.xml$/.test(name));
  if (!isWorkbook) throw new FileProblem('not-xlsx', { path });
  return zip;
}

/**
 * @param defaults what a workbook gets that never was ours
 * @param trustSeal `false` reads the cells even where nobody else has saved the file
 * @throws {FileProblem} `damaged`, `too-large`, `newer-format`
 */
export function readState(
  zip: ZipArchive,
  path: string,
  defaults: Partial<NewcomerDefaults> = {},
  trustSeal = true,
): ReadWorkbook {
  return guarded(path, () => {
    const sealed = trustSeal ? openSeal(zip) : undefined;
    if (sealed && hasShape(sealed.state)) return { ...sealed, moves: [], origin: 'sealed' as const };
    const title = basename(path).replace(/\.xls[xm]$/i, '');
    const newcomer = {
      id: `local-${title}`,
      title,
      locale: 'zh_CN',
      timeZone: 'Asia/Shanghai',
      owner: 'owner@localhost',
      ...defaults,
    };
    const { remnant, ...joined } = joinWorkbook(readWorkbook(zip), newcomer);
    if (remnant === 'newer') throw new FileProblem('newer-format', { path });
    if (joined.state.sheets.length === 0) throw new ZipFault('damaged', 'no-tab');
    return { ...joined, origin: remnant === 'found' ? ('changed' as const) : ('foreign' as const) };
  });
}

/** @throws {FileProblem} instead of whatever `read` throws */
export function guarded<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof FileProblem) throw error;
    if (!(error instanceof ZipFault)) {
      // nothing but the bytes was read: whatever went wrong, they are no workbook that can be understood
      throw new FileProblem('damaged', { path, damage: error instanceof SyntaxError ? 'xml' : 'unreadable', part: '' });
    }
    if (error.kind === 'no-zip') throw new FileProblem('not-xlsx', { path });
    if (error.kind !== 'damaged') throw new FileProblem(error.kind, { path });
    throw new FileProblem('damaged', { path, damage: error.damage, part: error.part });
  }
}
