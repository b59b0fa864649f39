/** Entries of our own in Univer's menus: notes in the menu of a cell, finding in the toolbar. */
import {
  ContextMenuGroup,
  ContextMenuPosition,
  IMenuManagerService,
  MenuItemType,
  RibbonPosition,
  RibbonStartGroup,
} from '@univerjs/preset-sheets-core';
import { CommandType } from '@univerjs/presets';
import type { Texts } from '../texts.ts';
import type { Engine } from './engine.ts';

function register(engine: Engine, id: string, action: () => void): void {
  const handler = () => {
    action();
    return true;
  };
  engine.commands.registerCommand({ id, type: CommandType.COMMAND, handler });
}

export function addNoteMenu(engine: Engine, texts: () => Texts, edit: () => void): void {
  const id = 'ledger.command.edit-note';
  register(engine, id, edit);
  engine.injector.get(IMenuManagerService).mergeMenu({
    [ContextMenuPosition.MAIN_AREA]: {
      [ContextMenuGroup.OTHERS]: {
        [id]: { order: 0, menuItemFactory: () => ({ id, type: MenuItemType.BUTTON, title: texts().note }) },
      },
    },
  });
}

export function addFindMenu(engine: Engine, texts: () => Texts, find: () => void): void {
  const id = 'ledger.command.find';
  register(engine, id, find);
  const item = () => ({
    id,
    type: MenuItemType.BUTTON as const,
    title: texts().find,
    tooltip: `${texts().find} (Ctrl+F)`,
  });
  engine.injector.get(IMenuManagerService).mergeMenu({
    [RibbonPosition.START]: { [RibbonStartGroup.OTHERS]: { [id]: { order: 90, menuItemFactory: item } } },
  });
}
