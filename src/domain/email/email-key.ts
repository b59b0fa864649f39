import { checkEmail } from './check-email.ts';

/**
 * What two notations of the same mailbox have in common, for finding duplicates: lower case; at Gmail also without
 * dots and without `+…`, which it ignores. An obvious typo of the domain (126.con) is read as what it means. Empty where
 * there is no usable address.
 *
 * @example emailKey('Wei.Zhang+shop@GMAIL.com') // 'weizhang@gmail.com'
 */
export function emailKey(text: string): string {
  const { verdict, display, problem } = checkEmail(text);
  const mended = problem?.code === 'domainTypo' || problem?.code === 'endingMissingMended' ? problem.suggestion : undefined;
  if (mended === undefined && verdict !== 'valid') return '';
  const [local, domain] = (mended ?? display).toLowerCase().split('@') as [string, string];
  if (domain !== 'gmail.com' && domain !== 'googlemail.com') return `${local}@${domain}`;
  return `${local.replace(/\+.*$/, '').replace(/\./g, '')}@gmail.com`;
}
