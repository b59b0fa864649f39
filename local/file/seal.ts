/**
 * The workbook's exact state lies in the file as a part of its own, sealed with the checksums of all other parts. While
 * the seal holds, nobody else has saved the file and opening takes this state; Excel and LibreOffice drop the part when
 * they save, and then the cells of the file are read.
 */
import type { WorkbookState } from '../contract.ts';
import { readEntry, rebuildZip } from './zip-archive.ts';
import { readZip, type ZipArchive } from './zip-directory.ts';

const statePart = 'ledger/state.json';
const sealPart = 'ledger/seal.json';
const relationType = 'urn:customer-ledger:state';
const version = 1;

interface Seal {
  version: number;
  revision: number;
  /** checksum by part */
  parts: Record<string, number>;
}

export interface SealedState {
  state: WorkbookState;
  revision: number;
}

/** Adds the state, already as JSON, to a finished .xlsx. */
export function sealWorkbook(xlsx: Buffer, stateJson: Buffer, revision: number): Buffer {
  const zip = readZip(xlsx);
  const text = (name: string) => readEntry(zip, name)!.toString('utf8');
  const types = text('[Content_Types].xml').replace(
    /<Types[^>]*>/,
    '$&<Default Extension="json" ContentType="application/json"/>',
  );
  const relations = text('_rels/.rels').replace(
    '</Relationships>',
    `<Relationship Id="rIdLedger1" Type="${relationType}" Target="${statePart}"/><Relationship Id="rIdLedger2" Type="${relationType}/seal" Target="${sealPart}"/></Relationships>`,
  );
  const whole = readZip(
    rebuildZip(
      zip,
      { '[Content_Types].xml': Buffer.from(types), '_rels/.rels': Buffer.from(relations), [statePart]: stateJson },
      3,
    ),
  );
  const parts = Object.fromEntries([...whole.entries.values()].map(({ name, crc }) => [name, crc]));
  const seal: Seal = { version, revision, parts };
  return rebuildZip(whole, { [sealPart]: Buffer.from(JSON.stringify(seal)) });
}

/** Whether the file lies as it was written here; the state itself is not looked at. */
export const isSealed = (zip: ZipArchive): boolean => sealOf(zip) !== undefined;

/**
 * The exact state, or `undefined` when another program has saved the file since.
 * @throws {ZipFault} when a part is broken
 */
export function openSeal(zip: ZipArchive): SealedState | undefined {
  const seal = sealOf(zip);
  return seal && { state: JSON.parse(readEntry(zip, statePart)!.toString('utf8')) as WorkbookState, revision: seal.revision };
}

function sealOf(zip: ZipArchive): Seal | undefined {
  const bytes = readEntry(zip, sealPart);
  if (!bytes) return undefined;
  const seal = JSON.parse(bytes.toString('utf8')) as Partial<Seal>;
  const { parts = {}, revision } = seal;
  const names = Object.keys(parts);
  const holds =
    seal.version === version &&
    Number.isSafeInteger(revision) &&
    names.includes(statePart) &&
    names.length === zip.entries.size - 1 &&
    names.every((name) => zip.entries.get(name)?.crc === parts[name]);
  return holds ? (seal as Seal) : undefined;
}
