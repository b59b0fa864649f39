import { type Cell, cellText } from '../check/cell.ts';
import type { Field } from '../dictionary/types.ts';

const hidden = '***';
/** A line of the log shows no more of a text. */
const mostShown = 200;

function maskText(text: string): string {
  const [first = ''] = text;
  return text.length < 2 ? hidden : `${first}${hidden}`;
}

/** Enough of a number to be told from another by whoever knows it, and too little to call it. */
function maskDigits(text: string): string {
  const digits = text.replace(/\D/g, '');
  return digits.length < 8 ? hidden : `${digits.slice(0, 3)}${hidden}${digits.slice(-2)}`;
}

/**
 * A value as the change log shows it: what is about a person is hidden but for a trace, secrets altogether.
 *
 * @param field undefined where nobody knows the field any more: then everything is hidden
 * @example masked('13800138000', { kind: 'phone', sensitivity: 'personal' }) // '138***00'
 */
export function masked(cell: Cell, field: Pick<Field, 'kind' | 'sensitivity'> | undefined): string {
  const text = cellText(cell);
  if (text === '') return '';
  if (field?.sensitivity === 'open' || field?.sensitivity === 'internal')
    return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
  if (field?.sensitivity !== 'personal') return hidden;
  if (field.kind === 'phone') return maskDigits(text);
  const at = text.lastIndexOf('@');
  if (field.kind === 'email' && at > 0) return `${maskText(text.slice(0, at))}${text.slice(at)}`;
  return field.kind === 'text' || field.kind === 'longText' ? maskText(text) : hidden;
}
