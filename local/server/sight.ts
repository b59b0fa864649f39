/** How the model's values look: numbers by their format, conditional formats, marks of validation. */
import type { Host } from '../host-contract.ts';
import { displayValue } from '../model/display.ts';
import type { Sight } from './view-cell.ts';

export function createSight(host: Host): Sight {
  const display: Sight['display'] = (value, format) =>
    value === undefined ? '' : displayValue(value, format, host.state.locale);
  return { display, editText: display, conditional: () => undefined, valid: () => true };
}
