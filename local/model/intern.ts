/** Equal styles and equal validations are stored once; cells hold indexes. The maps are rebuilt from the state, the tables only grow. */
import type { CellPatch, Style, Validation, WorkbookState } from '../contract.ts';

const STYLE_KEYS = [
  'numberFormat',
  'background',
  'fontColor',
  'fontFamily',
  'fontSize',
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'horizontalAlignment',
  'verticalAlignment',
  'wrap',
  'border',
] as const satisfies readonly (keyof Style)[];

/** The same style whatever the order its properties were given in, without absent ones. */
function normalStyle(style: Style): Style {
  const normal: Record<string, unknown> = {};
  for (const key of STYLE_KEYS) {
    const value = style[key];
    if (value !== undefined && value !== null) normal[key] = value;
  }
  return normal as Style;
}

function normalValidation(validation: Validation): Validation {
  const { criteria, args, allowInvalid, helpText } = validation;
  return helpText === undefined ? { criteria, args, allowInvalid } : { criteria, args, allowInvalid, helpText };
}

/** A patch that replaces a whole style: what the new one lacks is taken away. */
export function wholeStyle(style: Style): NonNullable<CellPatch['s']> {
  const patch: Record<string, unknown> = {};
  for (const key of STYLE_KEYS) patch[key] = style[key] ?? null;
  return patch;
}

export class InternTables {
  private readonly styleIndexes = new Map<string, number>();
  private readonly validationIndexes = new Map<string, number>();

  constructor(private readonly state: WorkbookState) {
    state.styles.forEach((style, index) => {
      this.remember(this.styleIndexes, JSON.stringify(normalStyle(style)), index);
    });
    this.rebuildValidations();
  }

  /** Index of the style, or `undefined` when it is the sheet's default. */
  style(style: Style): number | undefined {
    const normal = normalStyle(style);
    const key = JSON.stringify(normal);
    if (key === '{}') return undefined;
    const known = this.styleIndexes.get(key);
    if (known !== undefined) return known;
    this.styleIndexes.set(key, this.state.styles.length);
    return this.state.styles.push(normal) - 1;
  }

  /** Index of `base` with the patch's properties set, or taken away where they are `null`. */
  patchedStyle(base: number | undefined, patch: NonNullable<CellPatch['s']>): number | undefined {
    const style = base === undefined ? {} : this.state.styles[base];
    return this.style({ ...style, ...patch } as Style);
  }

  validation(validation: Validation): number {
    const normal = normalValidation(validation);
    const key = JSON.stringify(normal);
    let index = this.validationIndexes.get(key);
    if (index === undefined) {
      index = this.state.validations.push(normal) - 1;
      this.validationIndexes.set(key, index);
    }
    return index;
  }

  /** After rows moved under ranges that validations name. */
  rebuildValidations(): void {
    this.validationIndexes.clear();
    this.state.validations.forEach((validation, index) => {
      this.remember(this.validationIndexes, JSON.stringify(normalValidation(validation)), index);
    });
  }

  private remember(indexes: Map<string, number>, key: string, index: number): void {
    if (!indexes.has(key)) indexes.set(key, index);
  }
}
