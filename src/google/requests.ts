/** A save that was begun: written before the row, so that a retry knows its number whatever happened in between. */
export interface NotedRequest {
  id: string;
  tab: string;
  number: string;
}

const key = 'requests';
/** About 60 characters each: well below the 9 KB that a property may hold (platform §1). */
const most = 80;

function all(): NotedRequest[] {
  const text = PropertiesService.getDocumentProperties().getProperty(key);
  return text === null ? [] : (JSON.parse(text) as NotedRequest[]);
}

/** What an earlier call with the same id set out to save; call it under the lock. */
export function findRequest(id: string): NotedRequest | undefined {
  return all().find((request) => request.id === id);
}

/** Notes the intent before anything is written; call it under the lock. */
export function noteRequest(request: NotedRequest): void {
  const kept = all().filter((other) => other.id !== request.id);
  PropertiesService.getDocumentProperties().setProperty(key, JSON.stringify([request, ...kept].slice(0, most)));
}
