import type { Form } from '../../src/domain/api.ts';
import { newRequest, type Request } from './request.ts';

/** What was typed and not saved yet, with the request it belongs to: both must survive a closed laptop together. */
export interface Draft {
  /** the customer the form was opened for */
  customer?: string;
  values: Record<string, string>;
  request: Request;
}

const keyOf = (form: Form) => `ledger-draft:${form.tab}`;

/** The sidebar's frame may forbid storage altogether; the page works without. */
function attempt<T>(storing: () => T): T | undefined {
  try {
    return storing();
  } catch {
    return undefined;
  }
}

export function recallDraft(form: Form): Draft | undefined {
  const text = attempt(() => sessionStorage.getItem(keyOf(form)));
  const draft = text ? attempt(() => JSON.parse(text) as Draft) : undefined;
  return draft && draft.customer === form.customer?.number ? draft : undefined;
}

export function keepDraft(form: Form, draft: Draft): void {
  attempt(() => sessionStorage.setItem(keyOf(form), JSON.stringify(draft)));
}

export function forgetDraft(form: Form): void {
  attempt(() => sessionStorage.removeItem(keyOf(form)));
}

/** A form as it is opened: with the proposed values, and the customer where it is for one. */
export function freshDraft(form: Form, isCustomer: (field: Form['fields'][number]) => boolean): Draft {
  const values: Record<string, string> = {};
  for (const field of form.fields) {
    const value = field.value ?? (isCustomer(field) ? form.customer?.number : undefined);
    if (value) values[field.key] = value;
  }
  return { customer: form.customer?.number, values, request: newRequest() };
}
