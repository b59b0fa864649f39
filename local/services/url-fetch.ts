import type { ExecutionContext } from './execution-context.ts';
import { HttpResponseObject } from './http-response.ts';
import type { GlobalService } from './objects.ts';
import type { Methods } from './service-class.ts';
import { ServiceError, Waiting } from './service-object.ts';
import type { WebRequest, WebResponse } from './web.ts';
import { type FetchOptions, requestOf, shownRequest } from './web-request.ts';

const MAX_REDIRECTS = 20;

/** characters of an answer that an error shows */
const SHOWN = 150;

/** One request of a script on its way. */
interface Errand {
  request: WebRequest;
  options: FetchOptions;
}

function begin(context: ExecutionContext, url: string, options: FetchOptions): Errand {
  const request = requestOf(context, url, options);
  const { quotas } = context.surroundings;
  const { email } = context.user;
  if (quotas.remaining('urlfetch', email, context.now()) < 1) {
    throw new ServiceError('Service invoked too many times for one day: urlfetch.');
  }
  quotas.use('urlfetch', email, 1, context.now());
  context.lookup('fetch');
  return { request, options };
}

function send(context: ExecutionContext, request: WebRequest): WebResponse | Promise<WebResponse> {
  const { web } = context.surroundings;
  if (!web) throw new ServiceError(`Address unavailable: ${request.url}`);
  try {
    return web(request);
  } catch (error) {
    throw new ServiceError((error as Error).message);
  }
}

/** Where an answer sends the script on to. */
function redirected({ request, options }: Errand, answer: HttpResponseObject): WebRequest | undefined {
  const target = answer.header('Location');
  if (options.followRedirects === false || ![301, 302, 303, 307, 308].includes(answer.status) || !target) return undefined;
  const url = new URL(target, request.url).href;
  if (answer.status >= 307) return { ...request, url };
  const { body: _, ...bare } = request;
  return { ...bare, url, method: request.method === 'head' ? 'head' : 'get' };
}

/** @throws ServiceError for answers that are not a success, unless they are muted */
function checked({ options }: Errand, answer: HttpResponseObject): HttpResponseObject {
  if (answer.status < 400 || options.muteHttpExceptions) return answer;
  const text = answer.text();
  const start = text.length > SHOWN ? `${text.slice(0, SHOWN - 3)}...` : text;
  throw new ServiceError(
    `Request failed for ${new URL(answer.url).origin} returned code ${answer.status}. Truncated server response: ${start} ` +
      '(use muteHttpExceptions option to examine full response)',
  );
}

/** Carries an errand out; stops at each answer, which may be there at once or be waited for. */
function* steps(
  context: ExecutionContext,
  errand: Errand,
): Generator<WebResponse | Promise<WebResponse>, HttpResponseObject, WebResponse> {
  let { request } = errand;
  for (let hops = 0; ; hops++) {
    const answer = new HttpResponseObject(request.url, yield send(context, request));
    const next = redirected({ ...errand, request }, answer);
    if (!next) return checked(errand, answer);
    if (hops === MAX_REDIRECTS) throw new ServiceError(`Exceeded maximum redirects for ${errand.request.url}`);
    request = next;
  }
}

function atOnce(context: ExecutionContext, errand: Errand): HttpResponseObject {
  const running = steps(context, errand);
  let step = running.next();
  while (!step.done) {
    if (step.value instanceof Promise) throw new ServiceError('In the same thread the web must answer at once.');
    step = running.next(step.value);
  }
  return step.value;
}

async function inTime(context: ExecutionContext, errand: Errand): Promise<HttpResponseObject> {
  const running = steps(context, errand);
  let step = running.next();
  while (!step.done) {
    const answer = await Promise.resolve(step.value).catch((error: Error) => {
      throw new ServiceError(error.message);
    });
    step = running.next(answer);
  }
  return step.value;
}

function fetchUrl(context: ExecutionContext, _: GlobalService, url: string, options: FetchOptions = {}): Waiting {
  const errand = begin(context, url, options);
  return new Waiting(
    () => inTime(context, errand),
    () => atOnce(context, errand),
  );
}

function fetchAll(
  context: ExecutionContext,
  _: GlobalService,
  requests: (string | (FetchOptions & { url?: string }))[],
): Waiting {
  const errands = requests.map((each) =>
    typeof each === 'string' ? begin(context, each, {}) : begin(context, each.url ?? '', each),
  );
  return new Waiting(
    () => Promise.all(errands.map((errand) => inTime(context, errand))),
    () => errands.map((errand) => atOnce(context, errand)),
  );
}

export const urlFetchMethods: Methods<GlobalService> = {
  fetch: ['string | string, object', fetchUrl],
  fetchAll: ['any[]', fetchAll],
  getRequest: [
    'string | string, object',
    (context, _, url: string, options: FetchOptions = {}) => shownRequest(requestOf(context, url, options), options),
  ],
};
