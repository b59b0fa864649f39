import { checkEmail } from './check-email.ts';

/** Nine in ten: a plain name at a service that everybody knows; nothing to fold, unwrap or look for. */
const PLAIN = /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*@(?:qq|1(?:63|26|39|89)|gmail|hotmail|outlook|foxmail|sina|yahoo|icloud)\.com$/i;

/**
 * What two notations of the same mailbox have in common, for finding duplicates: lower case; at Gmail also without
 * dots and without `+…`, which it ignores. An obvious typo of the domain (126.con) is read as what it means. Empty where
 * there is no usable address.
 *
 * @example emailKey('Wei.Zhang+shop@GMAIL.com') // 'weizhang@gmail.com'
 */
export function emailKey(text: string): string {
  if (PLAIN.test(text)) return keyOf(text);
  const { verdict, display, problem } = checkEmail(text);
  const mended = problem?.code === 'domainTypo' || problem?.code === 'endingMissingMended' ? problem.suggestion : undefined;
  if (mended === undefined && verdict !== 'valid') return '';
  return keyOf(mended ?? display);
}

function keyOf(address: string): string {
  const [local, domain] = address.toLowerCase().split('@') as [string, string];
  if (domain !== 'gmail.com' && domain !== 'googlemail.com') return `${local}@${domain}`;
  return `${local.replace(/\+.*$/, '').replace(/\./g, '')}@gmail.com`;
}
