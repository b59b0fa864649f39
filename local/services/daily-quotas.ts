/** What one user may use up in 24 hours (platform.md §1, a consumer account). */
const DAILY = {
  /** recipients of e-mail */
  email: 100,
  /** reads and writes */
  properties: 50_000,
  /** requests */
  urlfetch: 20_000,
  /** ms that triggers run */
  triggers: 90 * 60_000,
} as const;

export type QuotaName = keyof typeof DAILY;

const DAY_MS = 86_400_000;

/** What each user has used of the daily quotas; a day begins with the first use and lasts 24 hours. */
export class DailyQuotas {
  readonly #days = new Map<string, { from: number; used: number }>();

  /** @param now ms since 1970 */
  remaining(name: QuotaName, user: string, now: number): number {
    const day = this.#days.get(`${name} ${user}`);
    return !day || now - day.from >= DAY_MS ? DAILY[name] : Math.max(0, DAILY[name] - day.used);
  }

  use(name: QuotaName, user: string, amount: number, now: number): void {
    const key = `${name} ${user}`;
    const day = this.#days.get(key);
    if (!day || now - day.from >= DAY_MS) this.#days.set(key, { from: now, used: amount });
    else day.used += amount;
  }
}
