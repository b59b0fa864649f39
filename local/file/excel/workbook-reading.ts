/** An .xlsx as `RawWorkbook`, whoever wrote it: ExcelJS, Excel, LibreOffice, WPS or Google. */
import { posix } from 'node:path';
import { parseRect } from '../a1.ts';
import { readEntry } from '../zip-archive.ts';
import { type ZipArchive, ZipFault } from '../zip-directory.ts';
import { readThemeColors } from './color-reading.ts';
import type { RawSheet, RawWorkbook } from './raw-workbook.ts';
import { readSheet } from './sheet-reading.ts';
import { readStyles } from './style-reading.ts';
import { decodeEscapes, scanXml } from './xml-scan.ts';

interface Relation {
  id: string;
  type: string;
  target: string;
}

/** @throws {ZipFault} when a part is missing or broken */
export function readWorkbook(zip: ZipArchive): RawWorkbook {
  const anyCase = new Map([...zip.entries.keys()].map((name) => [name.toLowerCase(), name]));
  const part = (name: string) => {
    const bytes = readEntry(zip, zip.entries.has(name) ? name : (anyCase.get(name.toLowerCase()) ?? name));
    // the order of bytes that UTF-16 begins with; everything else is UTF-8
    const text = bytes?.toString(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf16le' : 'utf8').replace(/^\ufeff/, '');
    if (text !== undefined && !/<[\w]/.test(text)) throw new ZipFault('damaged', 'part', name);
    return text;
  };
  /** A part that another one names must be there. */
  const linked = (link: Relation | undefined) => {
    if (!link) return undefined;
    const text = part(link.target);
    if (text === undefined) throw new ZipFault('damaged', 'missing-part', link.target);
    return text;
  };
  const main = relationsOf(part, '').find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';
  const xml = part(main);
  if (xml === undefined) throw new ZipFault('damaged', 'missing-part', main);
  const relations = relationsOf(part, main);
  const byType = (type: string) => linked(relations.find((relation) => relation.type.endsWith(type)));

  const listed: { name: string; state: string; relation: string }[] = [];
  const names: { name: string; text: string; local: boolean }[] = [];
  let current: (typeof names)[number] | undefined;
  scanXml(xml, {
    open(tag, attributes) {
      if (tag === 'sheet')
        listed.push({ name: attributes.name ?? '', state: attributes.state ?? '', relation: attributes.id ?? '' });
      if (tag === 'definedName')
        current = { name: attributes.name ?? '', text: '', local: attributes.localSheetId !== undefined };
    },
    close(tag) {
      if (tag === 'definedName' && current) names.push(current);
      if (tag === 'definedName') current = undefined;
    },
    text(text) {
      if (current) current.text += text;
    },
  });

  const theme = readThemeColors(byType('/theme'));
  const styles = readStyles(byType('/styles'), theme);
  const strings = readStrings(byType('/sharedStrings'));
  const sheets = listed.flatMap(({ name, state, relation }): RawSheet[] => {
    const link = relations.find(({ id }) => id === relation);
    // a chart sheet or a macro sheet has no grid
    if (link && !link.type.endsWith('/worksheet')) return [];
    const path = link?.target ?? `xl/worksheets/${name}`;
    const body = part(path);
    if (body === undefined) throw new ZipFault('damaged', 'missing-part', path);
    if (!body.includes('sheetData')) throw new ZipFault('damaged', 'part', path);
    const sheet = readSheet(name, { xml: body, strings, styles, theme });
    sheet.hidden = state === 'hidden' || state === 'veryHidden';
    const notes = relationsOf(part, path).find(({ type }) => type.endsWith('/comments'));
    if (notes) addNotes(sheet, linked(notes)!);
    return [sheet];
  });
  return { title: readTitle(part('docProps/core.xml')), sheets, names: names.flatMap(namedRange), styles: styles.cells };
}

function relationsOf(part: (name: string) => string | undefined, owner: string): Relation[] {
  const folder = posix.dirname(owner);
  const relations: Relation[] = [];
  scanXml(part(posix.join(folder, '_rels', `${posix.basename(owner)}.rels`)) ?? '', {
    open(tag, { Id = '', Type = '', Target = '' }) {
      if (tag !== 'Relationship') return;
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      relations.push({ id: Id, type: Type, target });
    },
  });
  return relations;
}

function readStrings(xml = ''): string[] {
  const strings: string[] = [];
  let text = '';
  let inside = false;
  let phonetic = false;
  scanXml(xml, {
    open(tag) {
      if (tag === 'si') text = '';
      else if (tag === 'rPh') phonetic = true;
      else if (tag === 't') inside = !phonetic;
    },
    close(tag) {
      if (tag === 'si') strings.push(decodeEscapes(text));
      else if (tag === 'rPh') phonetic = false;
      else if (tag === 't') inside = false;
    },
    text(piece) {
      if (inside) text += piece;
    },
  });
  return strings;
}

function addNotes(sheet: RawSheet, xml: string): void {
  let at: { row: number; column: number } | undefined;
  let text = '';
  let inside = false;
  scanXml(xml, {
    open(tag, attributes) {
      if (tag === 'comment') {
        at = parseRect(attributes.ref ?? '');
        text = '';
      } else if (tag === 't') inside = true;
    },
    close(tag) {
      if (tag === 't') inside = false;
      else if (tag === 'comment' && at) {
        const row = (sheet.cells[at.row] ??= []);
        row[at.column] = { ...row[at.column], n: decodeEscapes(text) };
      }
    },
    text(piece) {
      if (inside) text += piece;
    },
  });
}

function readTitle(xml = ''): string | undefined {
  let title: string | undefined;
  let inside = false;
  scanXml(xml, {
    open: (tag) => (inside = tag === 'title'),
    close: () => (inside = false),
    text: (text) => inside && (title = (title ?? '') + text),
  });
  return title || undefined;
}

function namedRange({ name, text, local }: { name: string; text: string; local: boolean }): RawWorkbook['names'] {
  const [, quoted, plain, range] = /^(?:'((?:[^']|'')+)'|([^'!]+))!([$A-Z0-9:]+)$/.exec(text) ?? [];
  const rect = range ? parseRect(range) : undefined;
  if (!rect || local || name.startsWith('_xlnm')) return [];
  return [{ name, tab: quoted?.replaceAll("''", "'") ?? plain!, rect }];
}
