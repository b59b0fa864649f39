/** Put in front of every panel's page: `google.script.run`, `google.script.host` and `google.script.url`. */
import type { CallResult } from '../../server/protocol.ts';
import { formValues } from './form-values.ts';
import type { FromPanel, ToPanel } from './messages.ts';
import { serialise } from './serialise.ts';

const MOST_IN_FLIGHT = 10;
/** A call that is not answered after this long is given up. */
const GIVE_UP_MS = 390_000;

interface Handlers {
  success?: (value: unknown, userObject?: unknown) => void;
  failure?: (error: Error, userObject?: unknown) => void;
  userObject?: unknown;
}

interface Call {
  id: number;
  function: string;
  args: string;
  handlers: Handlers;
}

type Say<T> = T extends unknown ? Omit<T, 'ledger'> : never;

const queue: Call[] = [];
const inFlight = new Map<number, { call: Call; timer: number }>();
let counter = 0;

function say(message: Say<FromPanel>): void {
  // the page above has an origin that this frame may not know
  parent.postMessage({ ledger: true, ...message }, '*');
}

function pump(): void {
  while (inFlight.size < MOST_IN_FLIGHT) {
    const call = queue.shift();
    if (!call) return;
    const timer = window.setTimeout(() => settle(call.id, { ok: false, name: 'Error', error: 'Timed out.' }), GIVE_UP_MS);
    inFlight.set(call.id, { call, timer });
    say({ type: 'call', id: call.id, function: call.function, args: call.args });
  }
}

function settle(id: number, result: CallResult): void {
  const entry = inFlight.get(id);
  if (!entry) return;
  clearTimeout(entry.timer);
  inFlight.delete(id);
  pump();
  const { success, failure, userObject } = entry.call.handlers;
  if (result.ok) success?.(result.value, userObject);
  else {
    const error = new Error(result.error);
    error.name = result.name;
    if (failure) failure(error, userObject);
    else console.error(`Uncaught ${result.name}: ${result.error}`);
  }
}

function runner(handlers: Handlers): unknown {
  const own: Record<string, (given: never) => unknown> = {
    withSuccessHandler: (success: Handlers['success']) => runner({ ...handlers, success }),
    withFailureHandler: (failure: Handlers['failure']) => runner({ ...handlers, failure }),
    withUserObject: (userObject: unknown) => runner({ ...handlers, userObject }),
  };
  return new Proxy(own, {
    get(target, name) {
      if (typeof name !== 'string' || name in target) return Reflect.get(target, name) as unknown;
      // private functions cannot be called from a page; `then` must be absent, or awaiting would call it
      if (name.endsWith('_') || name === 'then') return undefined;
      return (...args: unknown[]) => {
        queue.push({ id: ++counter, function: name, args: serialise(args, formValues), handlers });
        pump();
      };
    },
  });
}

window.addEventListener('message', (event: MessageEvent<ToPanel>) => {
  if (event.source === parent && event.data?.ledger === true) settle(event.data.id, JSON.parse(event.data.result) as CallResult);
});

// the page around may not be navigated away from here; a link that means to opens beside it instead
document.addEventListener('click', (event) => {
  const link = (event.target as Element | null)?.closest?.('a[href]');
  if (!link) return;
  const target = link.getAttribute('target') ?? document.querySelector('base')?.target;
  if (target === '_top' || target === '_parent') link.setAttribute('target', '_blank');
});

const place = { hash: '', parameter: {}, parameters: {} };

Object.assign(window, {
  google: {
    script: {
      run: runner({}),
      host: {
        origin: '*',
        close: () => say({ type: 'close' }),
        setHeight: (height: number) => say({ type: 'size', height }),
        setWidth: (width: number) => say({ type: 'size', width }),
        editor: { focus: () => say({ type: 'focus' }) },
      },
      url: { getLocation: (take: (location: typeof place) => void) => setTimeout(() => take(place), 0) },
    },
  },
});
