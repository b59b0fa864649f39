/** Who sits at which page: the first is the owner, every further one a clerk of their own. */
import type { User } from '../contract.ts';

/**
 * @param owner the owner's identity
 * @param taken addresses of the pages that are open
 * @example nextIdentity({ email: 'mei@shop.test', locale: 'zh-CN' }, ['mei@shop.test']).email // 'clerk2@shop.test'
 */
export function nextIdentity(owner: User, taken: readonly string[]): User {
  if (!taken.includes(owner.email)) return owner;
  const domain = owner.email.split('@')[1] ?? 'localhost';
  for (let number = 2; ; number++) {
    const email = `clerk${number}@${domain}`;
    if (!taken.includes(email)) return { ...owner, email };
  }
}
