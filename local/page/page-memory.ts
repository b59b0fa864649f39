/**
 * What this browser tab keeps over a reload: its key, its name with the server, who sits here, the tab in view. The key
 * is kept for the whole browser as well, so that a bookmark without it opens the ledger.
 */
import type { User } from '../contract.ts';

function read(key: string): string | undefined {
  return sessionStorage.getItem(`ledger.${key}`) ?? undefined;
}

function write(key: string, value: string): void {
  sessionStorage.setItem(`ledger.${key}`, value);
}

export const pageMemory = {
  /** The key of the address is kept and taken out of the address bar, from where it would be copied along. */
  takeToken(): string | undefined {
    const address = new URL(location.href);
    const given = address.searchParams.get('token');
    if (given) {
      write('token', given);
      localStorage.setItem('ledger.token', given);
      // only where the page would come back without it
      if (read('token') === given) history.replaceState(null, '', '/');
    }
    return read('token') ?? localStorage.getItem('ledger.token') ?? undefined;
  },
  page: () => read('page'),
  user(): User | undefined {
    const text = read('user');
    return text === undefined ? undefined : (JSON.parse(text) as User);
  },
  sheet(): number | undefined {
    const text = read('sheet');
    return text === undefined ? undefined : Number(text);
  },
  remember(page: string, user: User): void {
    write('page', page);
    write('user', JSON.stringify(user));
  },
  becoming(user: User): void {
    write('user', JSON.stringify(user));
  },
  viewed(sheet: number): void {
    write('sheet', String(sheet));
  },
};
