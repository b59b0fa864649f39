/** A value of the cache may hold 100 KB, and six hours are the longest that it keeps one (platform §1). */
const pieceLength = 90_000;
const seconds = 21_600;

const cache = (): GoogleAppsScript.Cache.Cache | null => CacheService.getDocumentCache();

/** Keeps how far a computation has come; the platform may forget it, then it begins anew. ASCII only. */
export function keepRun(name: string, text: string): void {
  const pieces = Array.from({ length: Math.ceil(text.length / pieceLength) }, (_, i) =>
    text.slice(i * pieceLength, (i + 1) * pieceLength),
  );
  cache()?.putAll(
    Object.fromEntries([[name, String(pieces.length)], ...pieces.map((piece, i): [string, string] => [`${name}.${i}`, piece])]),
    seconds,
  );
}

/** What was kept last, once; undefined where nothing was, or not all of it is there any more. */
export function takeKeptRun(name: string): string | undefined {
  const store = cache();
  const count = Number(store?.get(name) ?? 0);
  if (!store || count === 0) return undefined;
  const keys = Array.from({ length: count }, (_, i) => `${name}.${i}`);
  const pieces = store.getAll(keys) as Record<string, string>;
  store.remove(name);
  return keys.every((key) => pieces[key] !== undefined) ? keys.map((key) => pieces[key]).join('') : undefined;
}
