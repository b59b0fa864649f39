import { editDistance } from '../text/edit-distance.ts';

/** The mail services that customers usually have: what a mistyped domain may have meant, the commonest first. */
const USUAL = (
  'qq.com 163.com 126.com gmail.com outlook.com hotmail.com foxmail.com sina.com icloud.com yahoo.com 139.com 189.cn sohu.com ' +
  'aliyun.com yeah.net live.com vip.qq.com vip.163.com sina.cn msn.com yahoo.com.hk yahoo.com.tw yahoo.co.uk yahoo.co.jp ' +
  'protonmail.com tom.com 21cn.com 188.com netvigator.com'
).split(' ');

/** Real services besides, near to a usual one by spelling: not typos. */
const ALSO_REAL = new Set(
  (
    'mail.com email.com ymail.com gmx.com gmx.net gmx.de web.de me.com mac.com live.cn live.hk outlook.cn outlook.hk hotmail.co.uk ' +
    'hotmail.fr hotmail.hk yahoo.cn yahoo.com.cn yahoo.com.sg yahoo.com.au yahoo.fr yahoo.de yahoo.ca 263.net 163.net 126.net vip.sina.com ' +
    'vip.126.com vip.sohu.com sohu.net aol.com pm.me proton.me zoho.com fastmail.com mail.ru yandex.com qq.cn wo.cn wo.com.cn ' +
    'sogou.com 1.com sina.com.cn chinaren.com eyou.com hotmail.co.jp live.com.au live.co.uk outlook.de outlook.fr naver.com hanmail.net ' +
    'hey.com duck.com tutanota.com tuta.com rocketmail.com comcast.net verizon.net att.net btinternet.com googlemail.com'
  ).split(' '),
);

/** Endings that are no top-level domains but slips of the finger. */
const ENDING_TYPOS: Readonly<Record<string, string>> = {};
for (const slip of 'con cmo ocm comm vom xom cpm cim copm coom clm cok comn cc0m c0m om coml conm'.split(' ')) {
  (ENDING_TYPOS as Record<string, string>)[slip] = 'com';
}
for (const slip of 'met nte ner nwt bet'.split(' ')) (ENDING_TYPOS as Record<string, string>)[slip] = 'net';

/** Whether letter case never counts before the `@` there: true of all services listed, unknown of others. */
export function isUsualService(domain: string): boolean {
  return USUAL.includes(domain) || ALSO_REAL.has(domain);
}

/**
 * The domain that a mistyped one probably means.
 *
 * @param domain lower case
 * @returns undefined where nothing speaks for a typo
 * @example mendDomain('gmial.com') // 'gmail.com'
 * @example mendDomain('qq.con') // 'qq.com'
 */
export function mendDomain(domain: string): string | undefined {
  if (isUsualService(domain)) return undefined;
  const withoutDots = USUAL.find((usual) => usual.replace(/\./g, '') === domain.replace(/\./g, ''));
  if (withoutDots) return withoutDots;
  const [label, ending] = split(domain);
  let best: string | undefined;
  let least = 3;
  for (const usual of USUAL) {
    const distance = typoDistance(label, ending, usual);
    if (distance < least) {
      best = usual;
      least = distance;
    }
  }
  if (best !== undefined) return best;
  const mended = ENDING_TYPOS[ending];
  return mended === undefined || label === '' ? undefined : `${label}.${mended}`;
}

function split(domain: string): [string, string] {
  const dot = domain.lastIndexOf('.');
  return dot < 0 ? [domain, ''] : [domain.slice(0, dot), domain.slice(dot + 1)];
}

function typoDistance(label: string, ending: string, usual: string): number {
  const [usualLabel, usualEnding] = split(usual);
  const endings = ending === '' ? 1 : editDistance(ending, usualEnding, 1);
  // qq.com with another letter is another company, and numbers are names of their own: there only additions,
  // omissions and swaps count; long names may have two slips.
  const labels = editDistance(label, usualLabel, usualLabel.length >= 7 ? 2 : 1);
  if (labels === 0) return endings <= 1 ? endings : ENDING_TYPOS[ending] === usualEnding ? 1 : 3;
  if (labels > (usualLabel.length >= 7 ? 2 : 1)) return 3;
  if (usualLabel.length <= 2 && label.length === usualLabel.length) return 3;
  if (ending !== usualEnding && ENDING_TYPOS[ending] !== usualEnding)
    return labels + endings <= 2 && ending === '' ? labels + endings : 3;
  return labels + (ending === usualEnding ? 0 : 0.5);
}
