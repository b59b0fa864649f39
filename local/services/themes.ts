import type { WorkbookState } from '../contract.ts';
import type { Theme } from '../presentation.ts';
import { ENUMS } from './enums.ts';

/** Google's theme "Standard", which every new spreadsheet has. */
export const STANDARD_THEME: Theme = {
  fontFamily: 'Arial',
  colors: {
    TEXT: '#000000',
    BACKGROUND: '#ffffff',
    ACCENT1: '#4285f4',
    ACCENT2: '#ea4335',
    ACCENT3: '#fbbc04',
    ACCENT4: '#34a853',
    ACCENT5: '#ff6d01',
    ACCENT6: '#46bdc6',
    HYPERLINK: '#1155cc',
  },
};

/** The roles that a theme gives colours to. */
export const THEME_ROLES: readonly string[] = ENUMS.ThemeColorType!.filter((name) => name !== 'UNSUPPORTED');

export const themeOf = ({ theme }: WorkbookState): Theme => theme ?? STANDARD_THEME;

/** `#rrggbb` of a role of the workbook's theme. */
export const themeColor = (state: WorkbookState, role: string): string => themeOf(state).colors[role] ?? '#000000';
