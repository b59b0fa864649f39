/** The entry for notes in the menu of a cell. */
import { ContextMenuGroup, ContextMenuPosition, IMenuManagerService, MenuItemType } from '@univerjs/preset-sheets-core';
import { CommandType } from '@univerjs/presets';
import type { Texts } from '../texts.ts';
import type { Engine } from './engine.ts';

const COMMAND = 'ledger.command.edit-note';

export function addNoteMenu(engine: Engine, texts: () => Texts, edit: () => void): void {
  engine.commands.registerCommand({
    id: COMMAND,
    type: CommandType.COMMAND,
    handler: () => {
      edit();
      return true;
    },
  });
  engine.injector.get(IMenuManagerService).mergeMenu({
    [ContextMenuPosition.MAIN_AREA]: {
      [ContextMenuGroup.OTHERS]: {
        [COMMAND]: { order: 0, menuItemFactory: () => ({ id: COMMAND, type: MenuItemType.BUTTON, title: texts().note }) },
      },
    },
  });
}
