import type { ReportWish } from '../domain/reports/api.ts';

const key = 'report';

/** What this person asked for last; undefined where nobody knows. */
export function lastWish(): ReportWish | undefined {
  try {
    const wish: unknown = JSON.parse(PropertiesService.getUserProperties().getProperty(key) ?? 'null');
    return typeof wish === 'object' && wish !== null && 'report' in wish ? (wish as ReportWish) : undefined;
  } catch (error) {
    console.warn(String(error));
    return undefined;
  }
}

/** Remembers it. The report is there already: nothing is lost where this fails. */
export function keepWish(wish: ReportWish): void {
  try {
    PropertiesService.getUserProperties().setProperty(key, JSON.stringify(wish));
  } catch (error) {
    console.warn(String(error));
  }
}
