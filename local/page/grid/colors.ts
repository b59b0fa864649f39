/** `rgb(1, 2, 3)`, `#ABC` or `{ rgb }` as `#rrggbb`; nothing for no colour. */
export function hexOf(value: unknown): string | null {
  const text = typeof value === 'string' ? value : ((value as { rgb?: string | null } | null)?.rgb ?? '');
  const long = /^#([0-9a-f]{6})/i.exec(text);
  if (long) return `#${long[1]!.toLowerCase()}`;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')
      .toLowerCase()}`;
  const parts = /^rgba?\((\d+)[ ,]+(\d+)[ ,]+(\d+)(?:[ ,/]+([\d.]+))?/i.exec(text);
  if (!parts || parts[4] === '0') return null;
  return `#${parts
    .slice(1, 4)
    .map((part) => Number(part).toString(16).padStart(2, '0'))
    .join('')}`;
}
