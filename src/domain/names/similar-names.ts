import { editDistance } from '../text/edit-distance.ts';
import { type NormalisedName, normaliseName } from './normalise-name.ts';

/**
 * `same`: the same characters or Latin words; `samePinyin`: another spelling of the same sound (also 张伟 and Wei Zhang);
 * `near`: one slip apart; `partial`: one says less and contradicts nothing (吴太太, 吴玉); `different`: the rest.
 */
export type NameLevel = 'same' | 'samePinyin' | 'near' | 'partial' | 'different';

export interface NameSimilarity {
  readonly level: NameLevel;
  /** Of `near`: alike in sound (n/l, zh/z, -ng/-n …), one letter off, or one character off or missing. */
  readonly by?: 'sound' | 'spelling' | 'character';
}

const SAME: NameSimilarity = { level: 'same' };
const SAME_PINYIN: NameSimilarity = { level: 'samePinyin' };
const PARTIAL: NameSimilarity = { level: 'partial' };
const DIFFERENT: NameSimilarity = { level: 'different' };

/**
 * How alike two names are. Two-character names that share one character are different: 张伟 and 张敏 are two people.
 * An empty name contradicts nothing and is `partial`.
 *
 * @example similarNames('张伟', 'Wei Zhang') // { level: 'samePinyin' }
 */
export function similarNames(a: string | NormalisedName, b: string | NormalisedName): NameSimilarity {
  const left = typeof a === 'string' ? normaliseName(a) : a;
  const right = typeof b === 'string' ? normaliseName(b) : b;
  if (left.keys.length === 0 || right.keys.length === 0) return left.han !== '' && left.han === right.han ? SAME : PARTIAL;
  if (left.kind !== right.kind) return DIFFERENT;
  if (left.kind === 'company') return similarCompanies(left, right);
  if (left.partial || right.partial) return similarParts(left, right);
  if (left.han !== '' && left.han === right.han) return SAME;
  const sharesSound = left.keys.some((key) => right.keys.includes(key));
  if (sharesSound) return left.han === '' && right.han === '' ? SAME : SAME_PINYIN;
  return nearNames(left, right);
}

function similarCompanies(a: NormalisedName, b: NormalisedName): NameSimilarity {
  const [x, y] = [a.han || a.latin, b.han || b.latin];
  if (x === y) return SAME;
  if (a.keys[0] === b.keys[0]) return SAME_PINYIN;
  const [shorter, longer] = x.length < y.length ? [x, y] : [y, x];
  // 晨光电器 and 杭州晨光电器: one says less.
  if (shorter.length >= 3 && longer.endsWith(shorter)) return PARTIAL;
  return shorter.length >= 4 && editDistance(x, y, 1) === 1 ? { level: 'near', by: 'character' } : DIFFERENT;
}

function similarParts(a: NormalisedName, b: NormalisedName): NameSimilarity {
  if (a.han !== '' && a.han === b.han && a.nickname === b.nickname) return a.partial && b.partial ? PARTIAL : SAME;
  const [part, whole] = a.partial ? [a, b] : [b, a];
  if (part.han !== '' && whole.han !== '') {
    const fits = part.nickname ? whole.han.startsWith(part.han) || whole.han.endsWith(part.han) : whole.surname === part.surname;
    const nicknameOfBoth = whole.nickname && part.han !== '' && (part.han.startsWith(whole.han) || part.han.endsWith(whole.han));
    return fits || nicknameOfBoth ? PARTIAL : DIFFERENT;
  }
  if (part.han !== '') return whole.keys.some((key) => part.keys.some((sound) => key.startsWith(sound))) ? PARTIAL : DIFFERENT;
  return initialsFit(part, whole) ? PARTIAL : DIFFERENT;
}

/** J. Smith and John Smith, Mr Zhang and 张伟. */
function initialsFit(part: NormalisedName, whole: NormalisedName): boolean {
  const words = part.latin.split(' ').filter((word) => word.length > 1);
  if (words.length === 0) return whole.keys.some((key) => key.charAt(0) === part.latin.charAt(0));
  return words.every((word) => whole.keys.some((key) => key.startsWith(word)));
}

function nearNames(a: NormalisedName, b: NormalisedName): NameSimilarity {
  const bothHan = a.han !== '' && b.han !== '';
  const longest = Math.max(a.han.length, b.han.length);
  if (soundsAlike(a.keys, b.keys)) return { level: 'near', by: 'sound' };
  if (bothHan && longest >= 3 && editDistance(a.han, b.han, 1) === 1) return { level: 'near', by: 'character' };
  if (bothHan) return DIFFERENT;
  for (const x of a.keys) {
    for (const y of b.keys) {
      const length = Math.min(x.length, y.length);
      const most = length >= 12 ? 2 : length >= 5 ? 1 : 0;
      if (x.charAt(0) === y.charAt(0) && editDistance(x, y, most) <= most) return { level: 'near', by: 'spelling' };
    }
  }
  return DIFFERENT;
}

/** Folding takes most of the time of a search through thousands of names: lengths that cannot meet are not folded. */
function soundsAlike(a: readonly string[], b: readonly string[]): boolean {
  return a.some((x) => {
    const close = b.filter((y) => Math.abs(x.length - y.length) <= 3);
    if (close.length === 0) return false;
    const sound = soundKey(x);
    return close.some((y) => soundKey(y) === sound);
  });
}

const SOUND_OF_HU: Readonly<Record<string, string>> = { a: 'fa', e: 'fe', o: 'fo', i: 'fei', n: 'fen', '': 'fu' };

/** Pinyin with what southern speakers and listeners confuse made equal: n/l, f/h, z/zh, s/sh, c/ch, -n/-ng, ü/u. */
export function soundKey(pinyin: string): string {
  return pinyin
    .replace(/([zcs])h/g, '$1')
    .replace(/([aei])ng/g, '$1n')
    .replace(/hu([aeoin]?)/g, (_, vowel: string) => SOUND_OF_HU[vowel]!)
    .replace(/l/g, 'n')
    .replace(/v/g, 'u');
}
