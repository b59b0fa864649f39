import type { SegmentsTexts } from './zh-CN.ts';

export const segmentsEn: SegmentsTexts = {
  title: 'Customer segments',
  lead: (customers) => (customers === 1 ? '1 customer, by the purchases:' : `${customers} customers, by their purchases:`),
  nobody: 'There are no customers yet. Register some, then come back.',
  share: (part) => `${part}%`,
  moves: 'What writing would change',
  same: 'The tab says the same as what is worked out now.',
  unwritten: 'Not written into Customers yet. Once written, customers can be filtered by segment, and their cards show it.',
  columns: 'Columns to write',
  isNew: 'new column',
  changes: (count) => (count === 0 ? 'nothing to change' : count === 1 ? '1 cell' : `${count} cells`),
  write: (count) => (count === 0 ? 'Nothing to write' : count === 1 ? 'Write 1 cell' : `Write ${count} cells`),
  writing: 'Writing; with many customers it takes a minute or two…',
  undo: 'Undo this',
  undoing: 'Undoing…',
  report: 'Make report',
  settings: 'Rules',
  opening: 'Opening…',
  again: 'Renew',
  looking: 'Working it out…',
  lost: 'The ledger did not answer, so whether it was written is not known. Choose "Renew".',
};
