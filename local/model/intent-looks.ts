/** Formats and dropdowns that a person sets. */
import { done, type IntentContext, type IntentOf, type ResolvedIntent, refuse } from './intent-result.ts';
import { protectionAgainst } from './protection.ts';
import { ruleWrittenFor } from './rule-place.ts';

export function resolveFormat(context: IntentContext, intent: IntentOf<'format'>): ResolvedIntent {
  const { workbook, user } = context;
  const { rects, style } = intent;
  const sheet = workbook.sheet(intent.sheet);
  if (protectionAgainst(workbook, sheet, rects, user)) return refuse(context, 'protected', 'protected');
  if (rects.length === 0 || style === undefined) return done([]);
  return done([{ op: 'fill', sheet: sheet.id, rects, patch: { s: style } }], { change: 'FORMAT' });
}

export function resolveValidate(context: IntentContext, intent: IntentOf<'validate'>): ResolvedIntent {
  const { workbook, user } = context;
  const { rects, validation } = intent;
  const sheet = workbook.sheet(intent.sheet);
  if (protectionAgainst(workbook, sheet, rects, user)) return refuse(context, 'protected', 'protected');
  if (rects.length === 0) return done([]);
  const first = rects[0]!;
  const d = validation && ruleWrittenFor(validation, sheet.id, first.row, first.column);
  return done([{ op: 'fill', sheet: sheet.id, rects, patch: { d } }], { change: 'OTHER' });
}
