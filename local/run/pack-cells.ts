import type { Reply } from '../services/dispatcher.ts';
import type { Wire } from '../services/wire.ts';

/** Many cells on their way to a thread, as few flat parts: cloning those is several times cheaper than cloning every cell. */
export interface PackedCells {
  rows: number;
  columns: number;
  /** 0 empty text, 1 text, 2 number, 3 false, 4 true, 5 date in ms, 6 anything else */
  kinds: Uint8Array;
  numbers: Float64Array;
  /** where each text ends in `text` */
  ends: Uint32Array;
  text: string;
  others: Wire[];
}

export type PackedReply = Reply | { packed: PackedCells };

/** Fewer cells than this go as they are. */
const WORTH_PACKING = 5000;

/** Packs a reply that is a large matrix; any other stays as it is. */
export function packReply(reply: Reply): PackedReply {
  if (!('v' in reply) || !Array.isArray(reply.v) || !Array.isArray(reply.v[0])) return reply;
  const matrix = reply.v as Wire[][];
  const columns = matrix[0]!.length;
  if (matrix.length * columns < WORTH_PACKING) return reply;
  return matrix.every((line) => Array.isArray(line) && line.length === columns) ? { packed: pack(matrix, columns) } : reply;
}

function pack(matrix: readonly Wire[][], columns: number): PackedCells {
  const size = matrix.length * columns;
  const kinds = new Uint8Array(size);
  const numbers = new Float64Array(size);
  const ends = new Uint32Array(size);
  const texts: string[] = [];
  const others: Wire[] = [];
  let at = 0;
  let end = 0;
  for (const line of matrix) {
    for (let j = 0; j < columns; j++, at++) {
      const value = line[j]!;
      if (typeof value === 'string') {
        if (value !== '') {
          kinds[at] = 1;
          texts.push(value);
          end += value.length;
        }
      } else if (typeof value === 'number') {
        kinds[at] = 2;
        numbers[at] = value;
      } else if (typeof value === 'boolean') kinds[at] = value ? 4 : 3;
      else if (value !== null && typeof value === 'object' && 't' in value && value.t === 'd') {
        kinds[at] = 5;
        numbers[at] = value.v;
      } else {
        kinds[at] = 6;
        others.push(value);
      }
      ends[at] = end;
    }
  }
  return { rows: matrix.length, columns, kinds, numbers, ends, text: texts.join(''), others };
}

/** The matrix again. It is turned into text for the thread: it must stand alone, see `realm-codec.ts`. */
export function unpackCells({ rows, columns, kinds, numbers, ends, text, others }: PackedCells): Wire[][] {
  const matrix: Wire[][] = [];
  let at = 0;
  let start = 0;
  let other = 0;
  for (let i = 0; i < rows; i++) {
    const line: Wire[] = [];
    for (let j = 0; j < columns; j++, at++) {
      const kind = kinds[at];
      if (kind === 0) line.push('');
      else if (kind === 1) {
        line.push(text.slice(start, ends[at]));
        start = ends[at]!;
      } else if (kind === 2) line.push(numbers[at]!);
      else if (kind === 5) line.push({ t: 'd', v: numbers[at]! });
      else if (kind === 6) line.push(others[other++]!);
      else line.push(kind === 4);
    }
    matrix.push(line);
  }
  return matrix;
}
