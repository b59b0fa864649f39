import { checkEmail } from './check-email.ts';

/**
 * What two notations of the same mailbox have in common, for finding duplicates: lower case; at Gmail also without
 * dots and without `+…`, which it ignores. Empty where there is no usable address.
 *
 * @example emailKey('Wei.Zhang+shop@GMAIL.com') // 'weizhang@gmail.com'
 */
export function emailKey(text: string): string {
  const { verdict, display } = checkEmail(text);
  if (verdict !== 'valid' && verdict !== 'suspicious') return '';
  const [local, domain] = display.toLowerCase().split('@') as [string, string];
  if (domain !== 'gmail.com' && domain !== 'googlemail.com') return `${local}@${domain}`;
  return `${local.replace(/\+.*$/, '').replace(/\./g, '')}@gmail.com`;
}
