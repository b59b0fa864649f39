/** What an .xlsx says of a tab besides its cells: shape, filter, dropdowns, conditional formats. */
import { maxRows, parseRect, parseRects } from '../a1.ts';
import { readColor } from './color-reading.ts';
import type { RawFilterColumn, RawRule, RawSheet, RawValidation } from './raw-workbook.ts';
import type { ReadStyles } from './style-reading.ts';
import { decodeEscapes, type XmlHandler } from './xml-scan.ts';

function filterPart(column: RawFilterColumn | undefined, tag: string, at: Record<string, string>): void {
  if (!column) return;
  const value = decodeEscapes(at.val ?? '');
  if (tag === 'filters') Object.assign(column, { shown: [], blanks: isOn(at.blank) });
  else if (tag === 'filter') column.shown?.push(value);
  else if (tag === 'customFilters') Object.assign(column, { custom: [], ...(isOn(at.and) && { isAnd: true }) });
  else column.custom?.push({ operator: at.operator ?? 'equal', value });
}

export const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';

export function settingsHandler(sheet: RawSheet, styles: ReadStyles, theme: string[]): XmlHandler {
  let validation: { rects: RawSheet['merges']; rule: RawValidation } | undefined;
  let rects: RawSheet['merges'] = [];
  let rule: RawRule | undefined;
  let priority = 0;
  let text: string | undefined;
  let inExtension = 0;
  return {
    open(tag, at) {
      // newer features repeat tags of the same names in here
      if (tag === 'extLst') inExtension++;
      // only dropdowns whose list is on another tab are read from there: Excel keeps them nowhere else
      const isNewer = inExtension > 0;
      if (isNewer && !validation && tag !== 'dataValidation') return;
      if (tag === 'tabColor') sheet.tabColor = readColor(at, theme);
      else if (tag === 'sheetView') {
        if (at.showGridLines !== undefined) sheet.hiddenGridlines = !isOn(at.showGridLines);
        // with a window it is the zoom that the page has
        if (at.zoomScalePageLayoutView === '60' && at.colorId === '64') sheet.hasNoView = true;
      } else if (tag === 'pane' && /frozen/i.test(at.state ?? '')) {
        sheet.frozenRows = Math.round(Number(at.ySplit ?? 0));
        sheet.frozenColumns = Math.round(Number(at.xSplit ?? 0));
      } else if (tag === 'col') {
        if (at.style && styles.unlocked.has(Number(at.style))) {
          const column = Number(at.min) - 1;
          sheet.unlocked.push({ row: 0, column, rows: maxRows, columns: Number(at.max) - column });
        }
        const pixels = at.width ? Math.round(Number(at.width) * 7) : undefined;
        sheet.columnWidths.push({ from: Number(at.min) - 1, to: Number(at.max) - 1, pixels, hidden: isOn(at.hidden) });
      } else if (tag === 'mergeCell') sheet.merges.push(...parseRects(at.ref ?? ''));
      else if (tag === 'autoFilter') {
        const rect = parseRect(at.ref ?? '');
        if (rect) sheet.filter = { rect, columns: [] };
      } else if (tag === 'filterColumn') sheet.filter?.columns.push({ offset: Number(at.colId ?? 0) });
      else if (/^(?:filters?|customFilters?)$/.test(tag)) filterPart(sheet.filter?.columns.at(-1), tag, at);
      else if (tag === 'sheetProtection') sheet.isProtected = isOn(at.sheet);
      else if (tag === 'dataValidation') {
        const { type = 'any', operator, prompt, errorTitle } = at;
        const hides = isOn(at.showDropDown);
        const base = { type, formulas: [], refuses: isOn(at.showErrorMessage) && (at.errorStyle ?? 'stop') === 'stop' };
        validation = {
          rects: parseRects(at.sqref ?? ''),
          rule: {
            ...base,
            operator,
            title: errorTitle,
            ...(prompt && { prompt: decodeEscapes(prompt) }),
            ...(hides && { hideDropdown: true }),
          },
        };
      } else if (tag === 'conditionalFormatting') rects = parseRects(at.sqref ?? '');
      else if (tag === 'cfRule') {
        priority = Number(at.priority ?? 0);
        const style = at.dxfId === undefined ? {} : (styles.rules[Number(at.dxfId)] ?? {});
        rule = { type: at.type ?? '', operator: at.operator, text: at.text, formulas: [], style };
      } else if (rule && tag === 'colorScale') rule.points = [];
      else if (rule?.points && tag === 'cfvo') rule.points.push({ type: at.type ?? 'min', value: at.val, color: '' });
      else if (rule?.points && tag === 'color') {
        const point = rule.points.find(({ color }) => color === '');
        if (point) point.color = readColor(at, theme) ?? '#ffffff';
      } else if (tag === 'formula' || tag === 'formula1' || tag === 'formula2' || (isNewer && tag === 'sqref')) text = '';
    },
    close(tag) {
      if (tag === 'extLst') inExtension--;
      else if (inExtension > 0 && !validation) return;
      else if (text !== undefined && tag === 'sqref' && validation) {
        validation.rects = parseRects(text);
        text = undefined;
      } else if (text !== undefined && /^formula[12]?$/.test(tag)) {
        (validation?.rule ?? rule)?.formulas.push(decodeEscapes(text));
        text = undefined;
      } else if (tag === 'dataValidation' && validation) {
        const { type, operator = 'between', formulas } = validation.rule;
        // LibreOffice writes a second limit even where there is one only
        const isPair = operator === 'between' || operator === 'notBetween';
        formulas.splice(type === 'list' || type === 'custom' || !isPair ? 1 : 2);
        sheet.validations.push(validation);
        validation = undefined;
      } else if (tag === 'cfRule' && rule) {
        sheet.rules.push({ rects, rule, priority });
        rule = undefined;
      }
    },
    text(piece) {
      if (text !== undefined) text += piece;
    },
  };
}
