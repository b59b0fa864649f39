/** Entries of one cache, oldest first; Google drops about a tenth of them, first in first out, above 1,000 (platform.md §1). */
type Entries = Map<string, { value: string; until: number }>;

const MAX_ENTRIES = 1000;

/** `CacheService` behind all executions; kept in memory only, as a cache may be lost at any time. */
export class CacheStore {
  readonly #caches = new Map<string, Entries>();

  #entries(cache: string): Entries {
    let entries = this.#caches.get(cache);
    if (!entries) this.#caches.set(cache, (entries = new Map()));
    return entries;
  }

  get(cache: string, key: string, now: number): string | null {
    const entry = this.#entries(cache).get(key);
    return entry && entry.until > now ? entry.value : null;
  }

  /** @param seconds how long the entry may live */
  put(cache: string, key: string, value: string, seconds: number, now: number): void {
    const entries = this.#entries(cache);
    entries.delete(key);
    entries.set(key, { value, until: now + seconds * 1000 });
    if (entries.size <= MAX_ENTRIES) return;
    let surplus = entries.size - MAX_ENTRIES * 0.9;
    for (const oldest of entries.keys()) {
      if (surplus-- <= 0) break;
      entries.delete(oldest);
    }
  }

  remove(cache: string, key: string): void {
    this.#entries(cache).delete(key);
  }

  /** Forgets everything, as the platform may at any time. */
  clear(): void {
    this.#caches.clear();
  }
}
