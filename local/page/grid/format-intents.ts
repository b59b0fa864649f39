/** Commands that change how cells look. */
import { BooleanNumber, HorizontalAlign, VerticalAlign, WrapStrategy } from '@univerjs/presets';
import type { CellPatch } from '../../contract.ts';
import { hexOf } from './colors.ts';
import type { Meaning } from './intents.ts';

type StylePatch = NonNullable<CellPatch['s']>;

const HORIZONTAL = {
  [HorizontalAlign.LEFT]: 'left',
  [HorizontalAlign.CENTER]: 'center',
  [HorizontalAlign.RIGHT]: 'right',
} as const;
const VERTICAL = { [VerticalAlign.TOP]: 'top', [VerticalAlign.MIDDLE]: 'middle', [VerticalAlign.BOTTOM]: 'bottom' } as const;
const WRAP = { [WrapStrategy.OVERFLOW]: 'overflow', [WrapStrategy.WRAP]: 'wrap', [WrapStrategy.CLIP]: 'clip' } as const;

/** One property of Univer's style as a patch; nothing where the workbook has no such property. */
export function stylePatch(type: string, value: unknown): StylePatch | undefined {
  const on = (given: unknown) => given === BooleanNumber.TRUE || (given as { s?: number } | null)?.s === BooleanNumber.TRUE;
  switch (type) {
    case 'bl':
      return { bold: on(value) || null };
    case 'it':
      return { italic: on(value) || null };
    case 'ul':
      return { underline: on(value) || null };
    case 'st':
      return { strikethrough: on(value) || null };
    case 'ff':
      return { fontFamily: typeof value === 'string' ? value : null };
    case 'fs':
      return { fontSize: typeof value === 'number' ? value : null };
    case 'cl':
      return { fontColor: hexOf(value) };
    case 'bg':
      return { background: hexOf(value) };
    case 'ht':
      return { horizontalAlignment: HORIZONTAL[value as keyof typeof HORIZONTAL] ?? null };
    case 'vt':
      return { verticalAlignment: VERTICAL[value as keyof typeof VERTICAL] ?? null };
    case 'tb':
      return { wrap: WRAP[value as keyof typeof WRAP] ?? null };
    default:
      return undefined;
  }
}

export const formatIntents: Record<string, Meaning> = {
  'sheet.command.set-style': (params, { sheet, rects }) => {
    const { type, value } = params.style as { type: string; value: unknown };
    const style = stylePatch(type, value);
    return style && [{ kind: 'format', sheet, rects, style }];
  },
  'sheet.command.reset-text-color': (_params, { sheet, rects }) => [{ kind: 'format', sheet, rects, style: { fontColor: null } }],
  'sheet.command.reset-background-color': (_params, { sheet, rects }) => [
    { kind: 'format', sheet, rects, style: { background: null } },
  ],
  'sheet.command.clear-selection-format': (_params, { sheet, rects }) => [{ kind: 'format', sheet, rects, style: null }],
};
