/** Checks what comes in over the socket, so that nothing malformed reaches the workbook. */
import * as z from 'zod';
import type { ClientMessage } from './protocol.ts';
import { count, filter, index, rect, rects, sheet, style, stylePatch, text, validation } from './value-shapes.ts';

const at = { sheet, at: index, count };
const cell = { sheet, row: index, column: index };
const name = z.string().min(1).max(200);

function kinds<const K extends string, S extends z.core.$ZodLooseShape>(names: readonly K[], shape: S) {
  return names.map((kind) => z.object({ kind: z.literal(kind), ...shape }));
}

const intent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('type'), ...cell, text }),
  z.object({
    kind: z.literal('paste'),
    ...cell,
    cells: z.array(z.array(text.nullable())).min(1),
    styles: z.array(z.array(style.nullable())).optional(),
    clearValidation: z.boolean().optional(),
  }),
  z.object({
    kind: z.literal('copy'),
    sheet,
    from: rect,
    toSheet: sheet,
    to: rect,
    what: z.enum(['all', 'values', 'formats']).optional(),
    cut: z.boolean().optional(),
  }),
  z.object({ kind: z.literal('fillDown'), sheet, from: rect, to: rect }),
  z.object({ kind: z.literal('clear'), sheet, rects }),
  z.object({ kind: z.literal('format'), sheet, rects, style: stylePatch.nullable() }),
  z.object({ kind: z.literal('validate'), sheet, rects, validation: validation.nullable() }),
  z.object({ kind: z.literal('note'), ...cell, note: text.nullable() }),
  z.object({ kind: z.literal('replace'), sheet, find: text.min(1), by: text, wholeCell: z.boolean().optional() }),
  ...kinds(['insertRows', 'deleteRows', 'insertColumns', 'deleteColumns'], at),
  ...kinds(['moveRows', 'moveColumns'], { ...at, to: index }),
  z.object({
    kind: z.literal('sort'),
    sheet,
    rect,
    keys: z.array(z.object({ column: index, ascending: z.boolean() })).min(1),
  }),
  z.object({ kind: z.literal('filter'), sheet, filter: filter.nullable() }),
  ...kinds(['hideRows', 'hideColumns'], { ...at, hidden: z.boolean() }),
  ...kinds(['rowHeights', 'columnWidths'], { ...at, pixels: z.number().min(2).max(2000) }),
  z.object({ kind: z.literal('addSheet'), name: name.optional(), position: index.optional() }),
  z.object({ kind: z.literal('deleteSheet'), sheet }),
  z.object({ kind: z.literal('renameSheet'), sheet, name }),
  z.object({ kind: z.literal('moveSheet'), sheet, position: index }),
  z.object({ kind: z.literal('hideSheet'), sheet, hidden: z.boolean() }),
  z.object({ kind: z.literal('freeze'), sheet, rows: index, columns: index }),
  ...kinds(['undo', 'redo'], {}),
  z.object({ kind: z.literal('select'), sheet, rect }),
]);

const id = z.string().min(1).max(80);
const user = z.object({ email: z.string().min(1).max(200), locale: z.string().min(2).max(20) });
const functionName = z.string().min(1).max(200);

const message = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('open'),
    page: id.optional(),
    user: user.optional(),
    resume: z.object({ boot: id, revision: z.int() }).optional(),
    sheet: sheet.optional(),
  }),
  z.object({ type: z.literal('intent'), id, intent }),
  z.object({ type: z.literal('click'), id, function: functionName }),
  z.object({ type: z.literal('call'), id, panel: id, function: functionName, args: z.array(z.unknown()).max(100) }),
  z.object({ type: z.literal('trigger'), id, trigger: id }),
  z.object({
    type: z.literal('answer'),
    alert: id,
    button: z.enum(['OK', 'CANCEL', 'YES', 'NO', 'CLOSE']),
    text: text.optional(),
  }),
  z.object({ type: z.literal('panelClosed'), panel: id }),
  z.object({ type: z.literal('want'), sheet }),
  z.object({ type: z.literal('options'), id, ...cell }),
]);

/** Arguments of a call may be any JSON, but every step of its way through the program goes down once more. */
const MAX_DEPTH = 200;

/** Without calling itself: what comes in may be nested a million times. */
function depthOf(value: unknown): number {
  let level: unknown[] = [value];
  for (let depth = 0; ; depth++) {
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
    if (level.length === 0 || depth > MAX_DEPTH) return depth;
  }
}

export type ParsedMessage = { ok: true; message: ClientMessage } | { ok: false; id?: string; problem: string };

/** Never throws: what is not a message comes back as a problem, with the id to answer where there was one. */
export function parseMessage(data: string): ParsedMessage {
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    return { ok: false, problem: 'not JSON' };
  }
  if (depthOf(value) > MAX_DEPTH) return { ok: false, problem: 'nested too deeply' };
  const result = message.safeParse(value);
  if (result.success) return { ok: true, message: result.data as ClientMessage };
  const given = (value as { id?: unknown } | null)?.id;
  const issue = result.error.issues[0];
  const problem = `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`;
  return typeof given === 'string' ? { ok: false, id: given.slice(0, 80), problem } : { ok: false, problem };
}
