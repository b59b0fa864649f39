/**
 * Conditions that need no formula engine: comparisons of cells with texts, numbers and each other, joined by AND, OR, NOT,
 * ISBLANK and ISEVEN. A large tab asks for a hundred thousand of them, and the engine takes milliseconds for each round.
 */
import { columnIndex } from './a1.ts';
import type { CriteriaValue } from './criteria.ts';

/** The value of the cell that a reference means, `down` and `right` cells from where the formula was written for. */
export type CellReader = (row: number, column: number) => CriteriaValue;
type Value = string | number | boolean | null;
type Node = (read: CellReader, down: number, right: number) => Value;

/** Thrown where the engine has to say: errors, texts in the order of a language, numbers that all but agree. */
class Unsure extends Error {}
const unsure = (): never => {
  throw new Unsure();
};

const TOKEN = /\s*(?:"((?:[^"]|"")*)"|(\d+(?:\.\d+)?)|(\$?)([A-Za-z]{1,3})(\$?)(\d+)(?![\w.(])|([A-Za-z]+)|(<>|<=|>=|[=<>(),]))/y;

export interface PlainCondition {
  /** `undefined`: to be asked of the engine */
  value(read: CellReader, down: number, right: number): Value | undefined;
}

/** @returns nothing for a formula that is none of these */
export function plainCondition(formula: string): PlainCondition | undefined {
  const parser = new Parser(formula.replace(/^=/, ''));
  let node: Node;
  try {
    node = parser.whole();
  } catch (error) {
    if (error instanceof Unsure) return undefined;
    throw error;
  }
  return {
    value(read, down, right) {
      try {
        return node(read, down, right);
      } catch (error) {
        if (error instanceof Unsure) return undefined;
        throw error;
      }
    },
  };
}

class Parser {
  private at = 0;
  private token: RegExpExecArray | undefined;

  constructor(private readonly text: string) {
    this.next();
  }

  whole(): Node {
    const node = this.comparison();
    return this.token === undefined && this.text.slice(this.at).trim() === '' ? node : unsure();
  }

  private next(): void {
    TOKEN.lastIndex = this.at;
    this.token = TOKEN.exec(this.text) ?? undefined;
    if (this.token) this.at = TOKEN.lastIndex;
  }

  /** The sign that comes next, if it is one. */
  private sign(): string | undefined {
    return this.token?.[8];
  }

  private expect(sign: string): void {
    if (this.sign() !== sign) unsure();
    this.next();
  }

  private comparison(): Node {
    const left = this.operand();
    const sign = this.sign();
    if (sign === undefined || '(),'.includes(sign)) return left;
    this.next();
    const right = this.operand();
    // `a = b = c` compares a truth with c: leave it
    if (!'(),'.includes(this.sign() ?? '(')) return unsure();
    return (...where) => compare(sign, left(...where), right(...where));
  }

  private operand(): Node {
    const { token } = this;
    if (!token) return unsure();
    const [, text, number, fixedColumn, column, fixedRow, row, name, sign] = token;
    this.next();
    if (text !== undefined) return () => text.replaceAll('""', '"');
    if (number !== undefined) return () => Number(number);
    if (row !== undefined && column !== undefined)
      return reference(Number(row) - 1, columnIndex(column), fixedRow === '$', fixedColumn === '$');
    if (name !== undefined) return this.named(name.toUpperCase());
    if (sign !== '(') return unsure();
    const inner = this.comparison();
    this.expect(')');
    return inner;
  }

  private named(name: string): Node {
    if (this.sign() !== '(') return name === 'TRUE' || name === 'FALSE' ? () => name === 'TRUE' : unsure();
    this.next();
    const given: Node[] = [this.comparison()];
    while (this.sign() === ',') {
      this.next();
      given.push(this.comparison());
    }
    this.expect(')');
    const [first] = given;
    if (name === 'AND') return (...where) => given.map((node) => truth(node(...where))).every(Boolean);
    if (name === 'OR') return (...where) => given.map((node) => truth(node(...where))).some(Boolean);
    if (given.length !== 1) return unsure();
    if (name === 'NOT') return (...where) => !truth(first!(...where));
    if (name === 'ISBLANK') return (...where) => first!(...where) === null;
    if (name === 'ISEVEN') return (...where) => isEven(first!(...where));
    return unsure();
  }
}

function reference(row: number, column: number, fixedRow: boolean, fixedColumn: boolean): Node {
  return (read, down, right) => {
    const [y, x] = [fixedRow ? row : row + down, fixedColumn ? column : column + right];
    if (y < 0 || x < 0) return unsure();
    const value = read(y, x);
    if (typeof value === 'object' && value !== null) return unsure();
    return value === '' ? null : value;
  };
}

function truth(value: Value): boolean {
  return typeof value === 'boolean' ? value : typeof value === 'number' ? value !== 0 : unsure();
}

const isEven = (value: Value): boolean => (typeof value === 'number' ? Math.trunc(value) % 2 === 0 : unsure());

function compare(sign: string, a: Value, b: Value): boolean {
  if (sign === '=') return isEqual(a, b);
  if (sign === '<>') return !isEqual(a, b);
  const [left, right] = [a ?? 0, b ?? 0];
  if (typeof left !== 'number' || typeof right !== 'number') return unsure();
  if (isEqual(left, right)) return sign === '<=' || sign === '>=';
  return sign.startsWith('<') ? left < right : left > right;
}

/** An empty cell equals an empty text, zero and FALSE. */
function isEqual(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a === null || b === null) return [0, '', false].includes((a ?? b)!);
  if (typeof a !== typeof b) return false;
  if (typeof a === 'string') return a.toLowerCase() === (b as string).toLowerCase();
  if (typeof a !== 'number') return false;
  return Math.abs(a - (b as number)) < Math.abs(a) * 1e-9 ? unsure() : false;
}
