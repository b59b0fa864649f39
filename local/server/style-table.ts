/** Numbers the styles that cells are shown with; pages are told each style once. */
import type { Style } from '../contract.ts';
import type { ValidationKind, ViewStyle } from './protocol.ts';

export class StyleTable {
  readonly list: ViewStyle[] = [{}];
  private readonly byText = new Map<string, number>([['{}', 0]]);
  private readonly bySource = new Map<string, number>();
  private readonly conditional = new Map<Style, number>();

  index(style: ViewStyle): number {
    const text = JSON.stringify(style);
    let index = this.byText.get(text);
    if (index === undefined) {
      index = this.list.push(style) - 1;
      this.byText.set(text, index);
    }
    return index;
  }

  /** As `index`, but asks for the style only where this mix of parts was not met before: most cells share a few. */
  simple(
    own: number | undefined,
    alignment: string | undefined,
    found: Style | undefined,
    kind: ValidationKind | undefined,
    make: () => ViewStyle,
  ): number {
    const source = `${own ?? ''},${alignment ?? ''},${found ? this.mark(found) : ''},${kind === 'list'}`;
    let index = this.bySource.get(source);
    if (index === undefined) {
      index = this.index(make());
      this.bySource.set(source, index);
    }
    return index;
  }

  private mark(style: Style): number {
    let mark = this.conditional.get(style);
    if (mark === undefined) {
      // a rule's style is one object as long as the rule stands; a merged one is known by its text
      if (this.conditional.size > 5000) this.conditional.clear();
      mark = this.index(style);
      this.conditional.set(style, mark);
    }
    return mark;
  }

  /** Forgets how styles came about, not their numbers: after the workbook's own table of styles was exchanged. */
  forgetSources(): void {
    this.bySource.clear();
  }
}
