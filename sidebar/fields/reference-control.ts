import type { CustomerBrief } from '../../src/domain/api.ts';
import { call } from '../client.ts';
import { combobox, type Suggestion } from './combobox.ts';
import type { Control, ControlSetting } from './control.ts';

const asSuggestion = ({ number, name, phone }: CustomerBrief): Suggestion => ({
  value: number,
  label: `${name} · ${number}`,
  detail: phone,
});

/**
 * A customer, typed as number, name or phone and chosen from a list. What was typed without choosing is sent as it stands
 * where the server can still tell who is meant; a single match is taken by itself.
 */
export function customerControl({ field, form, id, texts, changed }: ControlSetting): Control {
  let chosen: Suggestion | undefined;
  let last: { text: string; found: Suggestion[] } | undefined;
  const take = (suggestion: Suggestion) => {
    chosen = suggestion;
    box.input.value = suggestion.label;
    changed();
  };
  const box = combobox({
    id,
    texts,
    placeholder: field.placeholder ?? texts.searchHint,
    required: field.required,
    delay: 300,
    openEmpty: false,
    search: async (text) => {
      const answer = await call('findCustomers', { text });
      return answer.kind === 'answer' ? answer.value.customers.map(asSuggestion) : undefined;
    },
    typed: () => {
      chosen = undefined;
      last = undefined;
      changed();
    },
    chosen: take,
    answered: (text, found) => {
      last = found && { text, found };
      const only = found?.length === 1 ? found[0] : undefined;
      if (only && document.activeElement !== box.input) take(only);
      else changed();
    },
  });
  return {
    element: box.element,
    target: box.input,
    labelled: 'for',
    read: () => chosen?.value ?? box.input.value.trim(),
    write: (value) => {
      const { customer } = form;
      chosen = customer && customer.number === value ? asSuggestion(customer) : undefined;
      box.input.value = chosen?.label ?? value;
    },
    problem: () => {
      const text = box.input.value.trim();
      if (chosen || !last || last.text !== text) return undefined;
      const [only, another] = last.found;
      if (only && !another) {
        take(only);
        return undefined;
      }
      // Somebody's exact number needs no choosing, however many others contain the same digits.
      if (last.found.some(({ value }) => value.toLowerCase() === text.toLowerCase())) return undefined;
      return only ? texts.manyCustomers(text) : texts.noCustomer(text);
    },
  };
}
