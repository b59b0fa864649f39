/** The menu of number formats in the toolbar: general, text, number, money, percent, date, date with time. */
import { IMenuManagerService, MenuItemType, RibbonPosition, RibbonStartGroup } from '@univerjs/preset-sheets-core';
import { CommandType } from '@univerjs/presets';
import type { Intent } from '../../contract.ts';
import type { Texts } from '../texts.ts';
import type { Engine } from './engine.ts';
import type { Grid } from './grid.ts';
import { selectedRects } from './selection.ts';

const COMMAND = 'ledger.command.number-format';
const GENERAL = 'general';

export function addNumberFormats(engine: Engine, grid: Grid, texts: () => Texts, send: (intent: Intent) => void): void {
  engine.commands.registerCommand({
    id: COMMAND,
    type: CommandType.COMMAND,
    handler: (_accessor, params?: { value?: string }) => {
      const format = params?.value;
      const rects = selectedRects(engine, grid.canvas);
      if (!format || rects.length === 0) return false;
      const style = { numberFormat: format === GENERAL ? null : format };
      send({ kind: 'format', sheet: grid.canvas.activeId, rects, style });
      return true;
    },
  });
  engine.injector.get(IMenuManagerService).mergeMenu({
    [RibbonPosition.START]: {
      [RibbonStartGroup.FORMAT]: {
        [COMMAND]: { order: 20, menuItemFactory: () => menu(texts()) },
      },
    },
  });
}

/** Money in the shop's own sign: yuan for Chinese, else without a sign that might be wrong. */
function menu({ formats }: Texts) {
  const choices: [label: string, value: string][] = [
    [formats.general, GENERAL],
    [formats.text, '@'],
    [formats.number, '#,##0.00'],
    [formats.money, formats.moneyPattern],
    [formats.percent, '0.00%'],
    [formats.date, 'yyyy-mm-dd'],
    [formats.dateTime, 'yyyy-mm-dd hh:mm'],
  ];
  return {
    id: COMMAND,
    type: MenuItemType.SELECTOR as const,
    title: formats.title,
    tooltip: formats.title,
    selections: choices.map(([label, value]) => ({ label, value })),
  };
}
