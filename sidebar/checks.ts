import type { Form, FormField } from '../src/domain/api.ts';
import type { Texts } from './texts/zh-CN.ts';

/** What the page found out about a value by itself, without asking the server. */
export interface Finding {
  /** the value as the tab would show it; what was typed where that cannot be told */
  display: string;
  problem?: { message: string; suggestion?: string; severity: 'wrong' | 'warning' };
}

export function checkValue(_field: FormField, text: string, _form: Form, _texts: Texts): Finding {
  return { display: text.trim() };
}
