/** A ledger's tabs and columns by the names that people use: the tab's own, or the dictionary's label in either language. */
import { composeDictionary, type FieldChange } from '../../src/domain/dictionary/compose.ts';
import { coreDictionary } from '../../src/domain/dictionary/core.ts';
import type { Tab } from '../../src/domain/dictionary/types.ts';
import { findTemplate } from '../../templates/all.ts';
import type { SheetState, WorkbookState } from '../contract.ts';
import { Refusal } from './command.ts';

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** As the bundle keeps them in the workbook's metadata. */
interface Settings {
  template: string;
  /** tab key → sheet id */
  tabs: Record<string, number>;
  changes: FieldChange[];
}

function settingsOf(state: WorkbookState): Settings | undefined {
  const text = state.metadata.find(({ key, at }) => key === 'ledger.settings' && at.kind === 'spreadsheet')?.value;
  return text ? (JSON.parse(text) as Settings) : undefined;
}

/** The dictionary's tab that a sheet is, if it is one. */
function definitionOf(state: WorkbookState, sheet: SheetState): Tab | undefined {
  const settings = settingsOf(state);
  const key = Object.entries(settings?.tabs ?? {}).find(([, id]) => id === sheet.id)?.[0];
  return composeDictionary(coreDictionary, findTemplate(settings?.template), settings?.changes).tabs.find(
    (tab) => tab.key === key,
  );
}

/**
 * @throws {Refusal} when there is no such tab, naming those there are
 * @example findTab(state, 'Customers').name // '基本信息'
 */
export function findTab(state: WorkbookState, name: string): SheetState {
  const wanted = plain(name);
  const found =
    state.sheets.find((sheet) => sheet.name === name) ??
    state.sheets.find((sheet) => plain(sheet.name) === wanted) ??
    state.sheets.find((sheet) => Object.values(definitionOf(state, sheet)?.label ?? {}).some((label) => plain(label) === wanted));
  if (found) return found;
  const names = state.sheets.map((sheet) => sheet.name);
  throw new Refusal([
    `没有“${name}”这个表。现有：${names.join('、')}`,
    `There is no tab “${name}”. There are: ${names.join(', ')}`,
  ]);
}

/**
 * Which column of the tab each CSV column goes to, by header text or by the field's label in either language.
 * @throws {Refusal} naming every label that is unknown or given twice
 */
export function columnsFor(state: WorkbookState, sheet: SheetState, labels: readonly string[]): number[] {
  const byName = new Map<string, number>();
  const header = sheet.cells[Math.max(0, sheet.frozenRows - 1)] ?? [];
  const definition = definitionOf(state, sheet);
  for (const { key, value, at } of state.metadata) {
    if (key !== 'ledger.field' || at.kind !== 'column' || at.sheet !== sheet.id || at.index === undefined) continue;
    const field = definition?.fields.find((each) => each.key === value);
    for (const label of Object.values(field?.label ?? {})) if (!byName.has(plain(label))) byName.set(plain(label), at.index);
  }
  // what the header says now comes before what it is called by default
  const headers = Array.from(header, (cell) => plain(String(cell?.v ?? '')));
  headers.forEach((text, column) => {
    if (text !== '') byName.set(text, column);
  });
  const columns = labels.map((label) => byName.get(plain(label)) ?? -1);
  const unknown = labels.filter((_, i) => columns[i] === -1);
  if (unknown.length > 0) {
    const known = Array.from(header, (cell) => String(cell?.v ?? '')).filter(Boolean);
    const list = unknown.map((label) => `“${label}”`);
    throw new Refusal([
      `“${sheet.name}”没有列 ${list.join('、')}。现有：${known.join('、')}`,
      `“${sheet.name}” has no column ${list.join(', ')}. It has: ${known.join(', ')}`,
    ]);
  }
  const twice = labels.filter((_, i) => columns.indexOf(columns[i]!) !== i).map((label) => `“${label}”`);
  if (twice.length > 0) throw new Refusal([`列 ${twice.join('、')} 重复了。`, `The column ${twice.join(', ')} is there twice.`]);
  return columns;
}
