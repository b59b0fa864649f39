import type { Interner } from './interner.ts';

/**
 * How many rows the shipped rates count for beside the register's own: of thirty rows, two named 张 do not make 张 a
 * surname of one in fifteen, and none named 尉迟 does not make it impossible.
 */
const SHIPPED_ROWS = 200;

/** Rough share of the population by surname, by order of magnitude and not from a table; the rest are rarer. */
const SURNAMES: readonly (readonly [string, number])[] = [
  ['王李张', 0.07],
  ['刘陈', 0.05],
  ['杨黄赵吴周', 0.024],
  ['徐孙马朱胡郭何高林罗', 0.012],
  ['郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘蒋蔡余杜叶程苏魏吕丁任沈', 0.006],
];
const RARE_SURNAME = 0.0008;
/** Characters that one given name in a hundred or more has. */
const USUAL = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红建国文志海春晓丹玲雪梅雨欣宇浩子晨佳嘉俊梓涵思';
const USUAL_CHAR = 0.012;
const RARE_CHAR = 0.002;
/** Of a Latin word, and of a sound in pinyin. */
const WORD = 0.001;
const SURNAME_SOUND = 0.005;
const SOUND = 0.004;

const rates = new Map<string, number>();
for (const [surnames, rate] of SURNAMES) for (const surname of surnames) rates.set(`^${surname}`, rate);
for (const char of USUAL) rates.set(char, USUAL_CHAR);

/**
 * The share of people who have this part of a name, as far as is known without the register.
 *
 * @param part `^` before a surname, `~` before a sound; otherwise a character or a Latin word
 */
export function shippedRate(part: string): number {
  const known = rates.get(part);
  if (known !== undefined) return known;
  if (part.startsWith('^~')) return SURNAME_SOUND;
  if (part.startsWith('^')) return RARE_SURNAME;
  if (part.startsWith('~')) return SOUND;
  return /^[a-z]/.test(part) ? WORD : RARE_CHAR;
}

/**
 * The chance that a stranger has the value that two rows share: how many others of the register have it, and the shipped
 * rate, weighed together.
 *
 * @param shipped chance without the register
 * @param rows how many rows could have it; those with a value where it is left out
 */
export function chanceOf(values: Interner, id: number, shipped: number, rows = values.total): number {
  const others = Math.max(values.count(id) - 2, 0);
  return (others + SHIPPED_ROWS * shipped) / (rows + SHIPPED_ROWS);
}
