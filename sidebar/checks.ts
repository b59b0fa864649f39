import type { Form, FormField } from '../src/domain/api.ts';
import { checkCell } from '../src/domain/check/check-cell.ts';
import { dateMessages } from '../src/domain/dates/messages.ts';
import type { Field } from '../src/domain/dictionary/types.ts';
import { emailMessages } from '../src/domain/email/messages.ts';
import { fillIn } from '../src/domain/messages/fill-in.ts';
import { numberMessages } from '../src/domain/numbers/messages.ts';
import { phoneMessages } from '../src/domain/phone/messages.ts';
import { isPhoneRegion } from '../src/domain/phone/numbering-plan.ts';
import type { Problem } from '../src/domain/problem.ts';
import type { Texts } from './texts/zh-CN.ts';

/** What the page found out about a value by itself, without asking the server. */
export interface Finding {
  /** the value as the tab would show it; what was typed where that cannot be told */
  display: string;
  problem?: { message: string; suggestion?: string; severity: 'wrong' | 'warning' };
}

/** Sentences by the area of a problem's code; the page needs those of typed values only. */
const sentences: Readonly<Record<string, Readonly<Record<Form['locale'], Readonly<Record<string, string>>>>>> = {
  date: dateMessages,
  email: emailMessages,
  number: numberMessages,
  phone: phoneMessages,
};

/** Kinds that the page judges by the very rules of the tab; the others are chosen, or looked up by the server. */
const judged: ReadonlySet<FormField['kind']> = new Set(['text', 'longText', 'phone', 'email', 'date', 'money', 'integer']);

/**
 * Checks one value by the rules that also check the tab. A blank value is fine here: what is required is said elsewhere.
 *
 * @example checkValue(phoneField, '+86 138-0013-8000', form, texts) // { display: '13800138000' }
 */
export function checkValue(field: FormField, text: string, form: Form, texts: Texts): Finding {
  if (!judged.has(field.kind)) return { display: text };
  const { write, problem } = checkCell(fieldOf(field), text, {
    language: form.locale,
    region: isPhoneRegion(form.region) ? form.region : 'CN',
    today: form.today,
    dateOrder: form.dateOrder,
  });
  const display = write === undefined ? text : String(write);
  if (!problem) return { display };
  const { suggestion, severity = 'wrong' } = problem;
  return { display, problem: { message: sentence(problem, form.locale, texts), suggestion, severity } };
}

/** The part of the dictionary's field that the rules look at. */
function fieldOf({ key, kind, label, group, min, max }: FormField): Field {
  const both = { 'zh-CN': label, en: label };
  return { key, kind, label: both, group, min, max, sensitivity: 'open', width: 0, origin: 'core' };
}

function sentence({ code, params, suggestion }: Problem, locale: Form['locale'], texts: Texts): string {
  const [area = '', name = ''] = code.split('.');
  const known = sentences[area]?.[locale][name];
  return known === undefined
    ? texts.wrongValue
    : fillIn(known, { ...params, ...(suggestion === undefined ? {} : { suggestion }) });
}
