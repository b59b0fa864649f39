/**
 * One filled form is one request, however often it is sent: the server adds no second row for the same id.
 *
 * `unsure`: it was sent and no answer came, so it may be saved. From then on the id stays, whatever is typed, until the
 * server has told what became of it.
 */
export interface Request {
  id: string;
  state: 'fresh' | 'unsure' | 'refused';
  /** the values of the first sending that may have been saved */
  sent?: Record<string, string>;
}

export function newRequest(): Request {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return { id: Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''), state: 'fresh' };
}

/** The request to send these values with: a new one where the last was surely refused and something has changed since. */
export function requestFor(request: Request, values: Record<string, string>): Request {
  if (request.state === 'refused' && !same(request.sent, values)) return { ...newRequest(), sent: values };
  return request.state === 'unsure' ? request : { ...request, sent: values };
}

/** No answer came. */
export const unsure = (request: Request): Request => ({ ...request, state: 'unsure' });

/** The server refused these values; that settles an earlier lost answer only where they are the ones sent then. */
export function refused(request: Request, values: Record<string, string>): Request {
  return request.state === 'unsure' && !same(request.sent, values) ? request : { ...request, state: 'refused' };
}

/** Keys whose values differ; an absent value is an empty one. */
export function differences(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): string[] {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].filter((key) => (one[key] ?? '') !== (other[key] ?? ''));
}

const same = (one: Record<string, string> | undefined, other: Record<string, string>) =>
  one !== undefined && differences(one, other).length === 0;
