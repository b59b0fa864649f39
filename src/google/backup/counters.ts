import { lookAtProperties } from '../properties.ts';

/** The counters of all series as the workbook remembers them. */
export function counters(): Record<string, string> {
  const all = Object.entries(lookAtProperties()).filter(([key]) => key.startsWith('series.'));
  return Object.fromEntries(all.map(([key, text]) => [key.slice('series.'.length), text]));
}
