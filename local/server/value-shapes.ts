/** The shapes of what a page may put into the workbook: styles, rules, filters. Anything else never gets as far as a cell. */
import * as z from 'zod';

/** A longer text is the workbook's to refuse, in the person's language; this only bounds what is looked at. */
export const text = z.string().max(2_000_000);
export const index = z.int().min(0).max(10_000_000);
export const count = z.int().min(1).max(10_000_000);
export const sheet = z.int().min(0);
export const rect = z.strictObject({ row: index, column: index, rows: count, columns: count });
export const rects = z.array(rect).min(1).max(1000);

const scalar = z.union([z.string().max(50_000), z.number(), z.boolean()]);
const color = z.string().regex(/^#[0-9a-f]{6}$/i);
const line = z.string().regex(/^[a-z_]{1,20}(?: #[0-9a-f]{6})?$/i);
const border = z.strictObject({ top: line, right: line, bottom: line, left: line }).partial();
const on = z.literal(true);

const styleShape = {
  numberFormat: z.string().max(1000),
  background: color,
  fontColor: color,
  fontFamily: z.string().min(1).max(100),
  fontSize: z.number().min(1).max(400),
  bold: on,
  italic: on,
  underline: on,
  strikethrough: on,
  horizontalAlignment: z.enum(['left', 'center', 'right']),
  verticalAlignment: z.enum(['top', 'middle', 'bottom']),
  wrap: z.enum(['overflow', 'wrap', 'clip']),
  border,
};

export const style = z.strictObject(styleShape).partial();

/** What a person changes of a style; `null` takes a property away. */
export const stylePatch = z
  .strictObject(Object.fromEntries(Object.entries(styleShape).map(([name, shape]) => [name, (shape as z.ZodType).nullable()])))
  .partial();

const criteriaName = z.string().regex(/^[A-Z][A-Z_]{0,60}$/);

export const validation = z.strictObject({
  criteria: criteriaName,
  args: z.array(z.union([scalar, z.null(), z.array(scalar).max(500)])).max(10),
  allowInvalid: z.boolean(),
  helpText: z.string().max(5000).optional(),
});

const filterCriteria = z.strictObject({
  hiddenValues: z.array(z.string().max(50_000)).max(1_000_000).optional(),
  criteria: criteriaName.optional(),
  args: z.array(scalar).max(10).optional(),
});

/** Criteria by the number of their column. */
export const filter = z.strictObject({ rect, criteria: z.record(z.string().regex(/^\d{1,5}$/), filterCriteria) });
