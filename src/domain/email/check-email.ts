import { cleanText } from '../text/clean-text.ts';
import { foldWidth } from '../text/fold-width.ts';
import { isUsualService, mendDomain } from './mail-domains.ts';
import type { EmailProblemCode } from './messages.ts';

export interface EmailProblem {
  readonly code: EmailProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
  /** The address that was probably meant. */
  readonly suggestion?: string;
}

export interface CheckedEmail {
  /** `suspicious`: it could be right and is kept as typed, with a warning. */
  readonly verdict: 'valid' | 'invalid' | 'suspicious' | 'empty';
  /** The address to store; for `invalid` what was typed, cleaned of invisible characters only. */
  readonly display: string;
  readonly problem?: EmailProblem;
}

const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Checks and normalises one e-mail address: width, `。` for `.`, a `mailto:` or `<…>` around it, punctuation behind it;
 * the domain in lower case. Before the `@` letter case is kept, because a private server may tell it apart, except at
 * the well-known services, which all ignore it.
 *
 * @example checkEmail(' Wang@QQ。com ') // { verdict: 'valid', display: 'wang@qq.com' }
 * @example checkEmail('wang@gmial.com') // { verdict: 'suspicious', …, problem: { code: 'domainTypo', suggestion: 'wang@gmail.com', … } }
 */
export function checkEmail(input: string): CheckedEmail {
  const shown = cleanText(input);
  const text = unwrap(
    foldWidth(shown)
      .replace(/[。．｡]/g, '.')
      .replace(/﹫/g, '@'),
  );
  if (text === '') return { verdict: 'empty', display: '' };
  const invalid = (
    code: EmailProblemCode,
    more: Readonly<Record<string, string | number>> = {},
    suggestion?: string,
  ): CheckedEmail => ({
    verdict: 'invalid',
    display: shown,
    problem: { code, params: { value: shown, ...more }, ...(suggestion === undefined ? {} : { suggestion }) },
  });
  const parts = text.split('@');
  if (parts.length === 1)
    return /^(?!(?:19|20)\d\d-?\d\d?-?\d\d?$)[+()\d\s-]{7,}/.test(text) ? invalid('looksLikePhone') : invalid('noAtSign');
  const several = text.match(/[^\s,;/|、，；<>()]+@[^\s,;/|、，；<>()@]+\.[a-z0-9-]+/gi) ?? [];
  if (several.length > 1) return invalid('severalAddresses', { count: several.length }, normalCase(several[0]!));
  if (parts.length > 2) {
    const collapsed = text.replace(/@+/g, '@');
    return invalid(
      'severalAtSigns',
      { count: parts.length - 1 },
      collapsed.split('@').length === 2 ? wellFormed(collapsed) : undefined,
    );
  }
  return checkParts(parts[0]!, parts[1]!, text, invalid);
}

type Invalid = (code: EmailProblemCode, more?: Readonly<Record<string, string | number>>, suggestion?: string) => CheckedEmail;

function checkParts(local: string, domain: string, text: string, invalid: Invalid): CheckedEmail {
  if (local.trim() === '') return invalid('noNameBeforeAt');
  if (domain.trim() === '') return invalid('noDomain');
  if (/\s/.test(text)) {
    const joined = wellFormed(text.replace(/\s/g, ''));
    return joined ? invalid('spaceInside', {}, joined) : invalid('notAnEmail');
  }
  const display = normalCase(text);
  const normalDomain = domain.toLowerCase();
  const dotted = text
    .replace(/[.,]+/g, '.')
    .replace(/^\.|\.(?=@)|\.$/g, '')
    .replace('@.', '@');
  if (dotted !== text) {
    const mended = wellFormed(dotted);
    return mended ? invalid('wrongDots', {}, mended) : invalid('notAnEmail');
  }
  const wrong = /[^a-z0-9.!#$%&'*+/=?^_`{|}~-]/i.exec(local) ?? /[^a-z0-9.-]/.exec(normalDomain);
  if (wrong) return invalid('wrongCharacter', { character: wrong[0] });
  const meant = mendDomain(normalDomain);
  const suggestion = meant === undefined ? undefined : normalCase(`${local}@${meant}`);
  if (!normalDomain.includes('.')) return suggestion ? invalid('endingMissingMended', {}, suggestion) : invalid('endingMissing');
  if (!isWellFormed(local, normalDomain)) return invalid('notAnEmail');
  if (suggestion)
    return { verdict: 'suspicious', display, problem: { code: 'domainTypo', params: { value: display }, suggestion } };
  return { verdict: 'valid', display };
}

/** Takes off what surrounds an address when it is copied: `张伟 <a@b.cn>`, `mailto:`, quotes, a full stop or comma behind. */
function unwrap(text: string): string {
  const bracketed = /<\s*([^<>]+@[^<>]+?)\s*>/.exec(text);
  return (bracketed ? bracketed[1]! : text)
    .trim()
    .replace(/^(?:mailto:|e-?mail\s*[:：]|邮箱\s*[:：])\s*/i, '')
    .replace(/^['"“‘(]+|[\s'"”’).,;:!?、，；：]+$/g, '');
}

function normalCase(text: string): string {
  const at = text.indexOf('@');
  const domain = text.slice(at + 1).toLowerCase();
  const local = text.slice(0, at);
  return `${isUsualService(domain) ? local.toLowerCase() : local}@${domain}`;
}

function isWellFormed(local: string, domain: string): boolean {
  const labels = domain.split('.');
  const ending = labels[labels.length - 1]!;
  return (
    local.length <= 64 &&
    LOCAL.test(local) &&
    domain.length <= 253 &&
    labels.every((label) => LABEL.test(label)) &&
    /^(?:[a-z]{2,}|xn--.+)$/.test(ending)
  );
}

/** The address in normal case if it is a possible one. */
function wellFormed(text: string): string | undefined {
  const [local, domain] = text.split('@') as [string, string];
  return isWellFormed(local, domain.toLowerCase()) ? normalCase(text) : undefined;
}
