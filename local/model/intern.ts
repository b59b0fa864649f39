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
  'backgroundTheme',
  'fontColorTheme',
  'textDirection',
  'rotation',
  'stacked',
  'normalAlignment',
  'plainLinks',
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
  const { criteria, args, allowInvalid, helpText, anchor } = validation;
  const { sheet, row, column } = anchor ?? { sheet: 0, row: 0, column: 0 };
  return {
    criteria,
    args,
    allowInvalid,
    ...(helpText === undefined ? {} : { helpText }),
    ...(anchor ? { anchor: { sheet, row, column } } : {}),
  };
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
  /** one patch meets thousands of cells: what it made of each style is remembered as long as the patch lives */
  private readonly patched = new WeakMap<object, Map<number | undefined, number | undefined>>();
  private readonly steps = new Map<string, NonNullable<CellPatch['s']>>();
  private knownValidations = new WeakMap<Validation, number>();

  constructor(private readonly state: WorkbookState) {
    this.rebuild();
  }

  rebuild(): void {
    this.styleIndexes.clear();
    this.state.styles.forEach((style, index) => {
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
    let byBase = this.patched.get(patch);
    if (!byBase) this.patched.set(patch, (byBase = new Map()));
    if (byBase.has(base)) return byBase.get(base);
    const style = base === undefined ? {} : this.state.styles[base];
    const index = this.style({ ...style, ...patch } as Style);
    byBase.set(base, index);
    return index;
  }

  /** What leads from the style `after` back to `before`: only what differs, so that other people's changes stay. */
  stepBack(before: number | undefined, after: number | undefined): NonNullable<CellPatch['s']> {
    const key = `${before}:${after}`;
    let patch = this.steps.get(key);
    if (!patch) this.steps.set(key, (patch = stepBetween(this.styleAt(after), this.styleAt(before))));
    return patch;
  }

  private styleAt(index: number | undefined): Style {
    return index === undefined ? {} : this.state.styles[index]!;
  }

  validation(validation: Validation): number {
    const known = this.knownValidations.get(validation);
    if (known !== undefined) return known;
    const normal = normalValidation(validation);
    const key = JSON.stringify(normal);
    let index = this.validationIndexes.get(key);
    if (index === undefined) {
      index = this.state.validations.push(normal) - 1;
      this.validationIndexes.set(key, index);
    }
    this.knownValidations.set(validation, index);
    return index;
  }

  /** After rows moved under ranges that validations name. */
  rebuildValidations(): void {
    this.validationIndexes.clear();
    this.knownValidations = new WeakMap();
    this.state.validations.forEach((validation, index) => {
      this.remember(this.validationIndexes, JSON.stringify(normalValidation(validation)), index);
    });
  }

  private remember(indexes: Map<string, number>, key: string, index: number): void {
    if (!indexes.has(key)) indexes.set(key, index);
  }
}

function stepBetween(from: Style, to: Style): NonNullable<CellPatch['s']> {
  const patch: Record<string, unknown> = {};
  for (const key of STYLE_KEYS) {
    if (JSON.stringify(from[key]) !== JSON.stringify(to[key])) patch[key] = to[key] ?? null;
  }
  return Object.freeze(patch);
}
