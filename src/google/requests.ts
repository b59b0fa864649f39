/** A save that was begun: written before the row, so that a retry knows its number whatever happened in between. */
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
  const text = PropertiesService.getDocumentProperties().getProperty(key);
  return text === null ? [] : (JSON.parse(text) as NotedRequest[]);
}

/** What an earlier call with the same id set out to save; call it under the lock. */
export function findRequest(id: string): NotedRequest | undefined {
  return all().find((request) => request.id === id);
}

/** Notes the intent before anything is written, and again when it is done; call it under the lock. */
export function noteRequest(request: NotedRequest): void {
  const kept = [request, ...all().filter((other) => other.id !== request.id)];
  while (JSON.stringify(kept).length > mostCharacters) kept.pop();
  PropertiesService.getDocumentProperties().setProperty(key, JSON.stringify(kept));
}
