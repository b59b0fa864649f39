import type { Form } from '../../src/domain/api.ts';
import { call } from '../client.ts';
import { element, fill } from '../element.ts';
import type { FormFields } from './form-fields.ts';

/** Milliseconds of rest after which it is asked how well the customer pays. */
const pause = 400;

/**
 * Says below the customer of an order how well they pay. Nothing is said of who has paid nothing yet, nor where the answer
 * does not come: an order does not wait for it.
 *
 * @returns what to call when a field has changed
 */
export function creditLine(form: Form, fields: FormFields): (changed: string) => void {
  const entry = form.asksCredit ? fields.entry(form.fields.find(({ reference }) => reference === 'customers')?.key) : undefined;
  if (!entry) return () => {};
  const line = element('div', { class: 'credit-line', role: 'status' });
  entry.element.append(line);
  let asked = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = async () => {
    const customer = entry.read();
    if (customer === asked) return;
    asked = customer;
    fill(line);
    // a number has digits; a name that is still being typed has none
    if (!/\d/.test(customer)) return;
    const answer = await call('getCredit', { customer });
    if (customer !== asked || answer.kind !== 'answer' || !answer.value.credit) return;
    const { title, label, hue, why } = answer.value.credit;
    fill(
      line,
      element('span', { class: `state hue-${hue}` }, element('span', { class: 'dot' }), `${title} ${label}`),
      element('span', {}, why),
    );
  };
  const askSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), pause);
  };
  // what is known already is written into the fields once they are there
  askSoon();
  return (changed) => {
    if (changed === entry.field.key) askSoon();
  };
}
