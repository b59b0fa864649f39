import type { IdentityKind } from '../linkage/link-table.ts';

const KINDS: readonly (readonly [RegExp, IdentityKind])[] = [
  [/Phone$/, 'phone'],
  [/Email$/, 'email'],
  [/(?:Name|Pinyin)$/, 'name'],
  [/Address$/, 'address'],
  [/BirthDate$/, 'birthDate'],
  [/Identifier$/, 'identifier'],
];

/**
 * What two customers have in common by a reason; undefined for a column of the shop's own.
 *
 * @example reasonKind('samePhone') // 'phone'
 */
export function reasonKind(code: string): IdentityKind | undefined {
  return KINDS.find(([pattern]) => pattern.test(code))?.[1];
}
