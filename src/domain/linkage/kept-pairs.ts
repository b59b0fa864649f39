/** Pairs of rows as a short text: rows in base 36, each group of partners behind its later row. */
export function writePairs(pairs: readonly { readonly a: number; readonly b: number }[]): string {
  let text = '';
  let last = -1;
  for (const { a, b } of [...pairs].sort((x, y) => x.b - y.b || x.a - y.a)) {
    text += b === last ? `,${a.toString(36)}` : `${last < 0 ? '' : ';'}${(b - Math.max(last, 0)).toString(36)}:${a.toString(36)}`;
    last = b;
  }
  return text;
}

/** The pairs of {@link writePairs}, the earlier row first. */
export function readPairs(text: string): [number, number][] {
  const pairs: [number, number][] = [];
  let b = 0;
  for (const entry of text === '' ? [] : text.split(';')) {
    const [step, partners] = entry.split(':') as [string, string];
    b += Number.parseInt(step, 36);
    for (const a of partners.split(',')) pairs.push([Number.parseInt(a, 36), b]);
  }
  return pairs;
}
