import { readingsOf, simplify } from '../names/unpack-table.ts';
import type { LinkTable } from './link-table.ts';

const CODES = 0x10000;

/**
 * How often the parts of names come in a register, counted over its raw texts in one pass: characters by their place, and
 * Latin words. That is what the few rows that are compared need to know of all others.
 */
export class RegisterCounts {
  private readonly parts = new Map<string, number>();

  constructor({ columns, size }: LinkTable) {
    const surnames = new Uint32Array(CODES);
    const given = new Uint32Array(CODES);
    const seen = new Set<number>();
    for (const { kind, cells } of columns) {
      if (kind !== 'name') continue;
      for (let row = 0; row < size; row++) this.read(String(cells[row] ?? ''), surnames, given, seen);
    }
    for (const code of seen) {
      const char = simplify(String.fromCharCode(code));
      const sound = readingsOf(char)[0] ?? char;
      this.add(`^${char}`, surnames[code]!);
      this.add(`^~${sound}`, surnames[code]!);
      this.add(char, given[code]!);
      this.add(`~${sound}`, given[code]!);
    }
  }

  /** @param part as `shippedRate` takes it */
  of(part: string): number {
    return this.parts.get(part) ?? 0;
  }

  private read(text: string, surnames: Uint32Array, given: Uint32Array, seen: Set<number>): void {
    let han = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code < 0x4e00 || code > 0x9fff) continue;
      if (surnames[code]! + given[code]! === 0) seen.add(code);
      if (han++ === 0) surnames[code]! += 1;
      else given[code]! += 1;
    }
    if (han === 0) for (const word of text.toLowerCase().match(/[a-z]+/g) ?? []) this.add(word, 1);
  }

  private add(part: string, count: number): void {
    if (count > 0) this.parts.set(part, (this.parts.get(part) ?? 0) + count);
  }
}
