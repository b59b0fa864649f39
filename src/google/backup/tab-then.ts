import type { Records } from '../../domain/backup/compare-records.ts';
import type { TabImage } from '../../domain/backup/manifest.ts';
import { cellText } from '../../domain/check/cell.ts';
import { seriesField } from '../../domain/dictionary/compose.ts';
import type { Book } from '../book.ts';
import { LedgerTab } from '../ledger-tab.ts';
import { WorkbookZone } from '../zone.ts';
import type { OpenBackup } from './backup-file.ts';

/** A tab of the ledger as it was, its columns as the backup knows them; undefined for the shop's own tabs. */
export function tabThen(book: Book, open: OpenBackup, image: TabImage): LedgerTab | undefined {
  const definition = book.dictionary.tabs.find(({ key }) => key === image.key);
  const sheet = open.sheet(image);
  if (!definition || !sheet) return undefined;
  const tab = new LedgerTab(definition, sheet, new WorkbookZone(open.file));
  tab.columns.clear();
  for (const [column, field] of image.fields) tab.columns.set(field, column);
  return tab;
}

/** Records of a tab by number. One read. */
export function recordsOf(tab: LedgerTab): Records {
  const series = seriesField(tab.tab)?.key;
  if (series === undefined || !tab.columns.has(series)) return new Map();
  const block = tab.read(2, tab.dataRows());
  return new Map(
    block.raw.flatMap((_, i) => {
      const own = cellText(tab.cell(block, i, series)).trim();
      return own === '' ? [] : [[own, tab.record(block, i)]];
    }),
  );
}
