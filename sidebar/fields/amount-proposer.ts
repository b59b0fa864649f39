import type { Form } from '../../src/domain/api.ts';
import type { FormFields } from './form-fields.ts';

/**
 * Fills in price times quantity while the amount is empty or still the last proposal; an amount that somebody typed is
 * never touched.
 *
 * @returns to be called with the key of a field that has changed
 */
export function amountProposer({ amount }: Form, fields: FormFields): (changed: string) => void {
  const prices = new Map(amount?.prices);
  let proposed = '';
  return (changed) => {
    const target = fields.entry(amount?.field);
    if (!amount || !target || (changed !== amount.item && changed !== amount.quantity)) return;
    const standing = target.read();
    if (standing !== '' && standing !== proposed) return;
    const price = prices.get(fields.entry(amount.item)?.read() ?? '');
    const quantity = Number(fields.entry(amount.quantity)?.read() || Number.NaN);
    const known = price !== undefined && Number.isFinite(quantity);
    proposed = known ? String(Math.round(price * quantity * 100) / 100) : '';
    if (standing !== proposed) target.write(proposed);
  };
}
