/** Commands on whole tabs. */
import type { Meaning } from './intents.ts';

export const tabIntents: Record<string, Meaning> = {
  'sheet.command.insert-sheet': () => [{ kind: 'addSheet' }],
  'sheet.command.remove-sheet': (_params, { sheet }) => [{ kind: 'deleteSheet', sheet }],
  'sheet.command.set-worksheet-name': ({ name }, { sheet }) => [{ kind: 'renameSheet', sheet, name: String(name) }],
  'sheet.command.set-worksheet-order': ({ order }, { sheet }) => [{ kind: 'moveSheet', sheet, position: Number(order) }],
  'sheet.command.set-worksheet-hidden': (_params, { sheet }) => [{ kind: 'hideSheet', sheet, hidden: true }],
  'sheet.command.set-worksheet-show': (_params, { sheet }) => [{ kind: 'hideSheet', sheet, hidden: false }],
};
