/** Checks what comes in over the socket, so that nothing malformed reaches the workbook. */
import * as z from 'zod';
import type { ClientMessage } from './protocol.ts';

const MAX_TEXT = 50_000;
const index = z.int().min(0).max(10_000_000);
const count = z.int().min(1).max(10_000_000);
const sheet = z.int().min(0);
const text = z.string().max(MAX_TEXT);
const rect = z.object({ row: index, column: index, rows: count, columns: count });
const rects = z.array(rect).min(1).max(1000);
const style = z.record(z.string(), z.unknown());
const validation = z.object({
  criteria: z.string(),
  args: z.array(z.unknown()),
  allowInvalid: z.boolean(),
  helpText: z.string().optional(),
});
const filter = z.object({
  rect,
  criteria: z.record(
    z.string(),
    z.object({
      hiddenValues: z.array(z.string()).optional(),
      criteria: z.string().optional(),
      args: z.array(z.union([z.string(), z.number(), z.boolean()])).optional(),
    }),
  ),
});

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
  z.object({ kind: z.literal('format'), sheet, rects, style: style.nullable() }),
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
    resume: z.object({ boot: z.string(), revision: z.int() }).optional(),
    sheet: sheet.optional(),
  }),
  z.object({ type: z.literal('intent'), id, intent }),
  z.object({ type: z.literal('click'), id, function: functionName }),
  z.object({ type: z.literal('call'), id, panel: z.string(), function: functionName, args: z.array(z.unknown()) }),
  z.object({ type: z.literal('trigger'), id, trigger: z.string() }),
  z.object({
    type: z.literal('answer'),
    alert: z.string(),
    button: z.enum(['OK', 'CANCEL', 'YES', 'NO', 'CLOSE']),
    text: text.optional(),
  }),
  z.object({ type: z.literal('panelClosed'), panel: z.string() }),
  z.object({ type: z.literal('want'), sheet }),
  z.object({ type: z.literal('options'), id, ...cell }),
]);

export type ParsedMessage = { ok: true; message: ClientMessage } | { ok: false; id?: string; problem: string };

/** Never throws: what is not a message comes back as a problem, with the id to answer where there was one. */
export function parseMessage(data: string): ParsedMessage {
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    return { ok: false, problem: 'not JSON' };
  }
  const result = message.safeParse(value);
  if (result.success) return { ok: true, message: result.data as ClientMessage };
  const given = (value as { id?: unknown } | null)?.id;
  const issue = result.error.issues[0];
  const problem = `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`;
  return typeof given === 'string' ? { ok: false, id: given.slice(0, 80), problem } : { ok: false, problem };
}
