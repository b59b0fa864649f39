import { putProperties, seenProperties } from './properties.ts';

/** A save that has its number: a retry gets the same, whatever has happened in between. */
export interface NotedRequest {
  id: string;
  tab: string;
  number: string;
  /** the row was seen in the sheet: if it is gone now, somebody deleted it */
  done?: boolean;
}

const key = 'requests';
/** A property may hold 9 KB (platform §1). */
const mostCharacters = 8_000;

function all(): NotedRequest[] {
  const text = seenProperties()[key];
  return text === undefined ? [] : (JSON.parse(text) as NotedRequest[]);
}

/** What an earlier call with the same id has saved; call it under the lock, after a look at the properties. */
export function findRequest(id: string): NotedRequest | undefined {
  return all().find((request) => request.id === id);
}

/** Notes what became of a save; call it under the lock. */
export function noteRequest(request: NotedRequest): void {
  const kept = [request, ...all().filter((other) => other.id !== request.id)];
  while (JSON.stringify(kept).length > mostCharacters) kept.pop();
  putProperties({ [key]: JSON.stringify(kept) });
}
