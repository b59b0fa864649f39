import type { Form, FormField } from '../../src/domain/api.ts';
import type { Texts } from '../texts/zh-CN.ts';

/** What every input of the form can do, whatever it is made of. Values are the text that would stand in the cell. */
export interface Control {
  /** stands under the label */
  element: HTMLElement;
  /** receives the focus, the description and the mark of being wrong */
  target: HTMLElement;
  /** `group`: the label names several inputs; `inline`: the control shows the label itself */
  labelled: 'for' | 'group' | 'inline';
  read(): string;
  write(value: string): void;
  /** what the control alone knows to be wrong, for example a customer not chosen yet */
  problem?(): string | undefined;
}

export interface ControlSetting {
  field: FormField;
  form: Form;
  texts: Texts;
  /** id that the label points to */
  id: string;
  /** the person changed the value */
  changed(): void;
}
