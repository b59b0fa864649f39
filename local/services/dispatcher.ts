import type { ExecutionContext } from './execution-context.ts';
import { GLOBALS, SERVICE_CLASSES } from './registry.ts';
import { ExecutionKilled, ServiceError, type ServiceObject, Waiting } from './service-object.ts';
import { parseSignature, type Signature, signatureError } from './signatures.ts';
import { decode, encode, type Wire } from './wire.ts';

/** What the script gets: a value, or an error to throw in its own realm. */
export type Reply = { v: Wire } | { e: { name: string; message: string } };

const signatures = new Map<string, Signature>();

function signatureOf(path: string, parameters: string): Signature {
  let signature = signatures.get(path);
  if (!signature) signatures.set(path, (signature = parseSignature(parameters)));
  return signature;
}

function perform(context: ExecutionContext, target: number | string, method: string, wires: Wire[]): unknown {
  context.checkTime();
  const self: ServiceObject | undefined = typeof target === 'string' ? GLOBALS[target] : context.handles.get(target);
  const definition = self && SERVICE_CLASSES[self.type];
  const entry = definition?.methods[method];
  if (!self || !definition) throw new Error(`no object behind handle ${target}`);
  const path = `${definition.path}.${method}`;
  const trace = context.meter.trace;
  const called = ++trace.serviceCalls;
  context.hook(() => context.onCall?.(called, definition.path, method));
  const args = wires.map((wire) => decode(wire, context.handles));
  if (!entry) {
    context.allow(path);
    throw new ServiceError(`${path} is not part of the local workbook.`);
  }
  if (!signatureOf(path, entry[0])(args)) throw signatureError(args, path);
  context.allow(path);
  context.enter(self, args);
  const before = trace.simulatedMsP50;
  const run = entry[1] as (context: ExecutionContext, self: ServiceObject, ...args: unknown[]) => unknown;
  const result = run(context, self, ...args);
  // whatever has no price of its own is a plain call across
  if (trace.simulatedMsP50 === before) context.meter.charge('local');
  context.hook(() => context.afterCall?.(called, definition.path, method));
  context.checkTime();
  return result;
}

/** What the script gets of a result: objects it is handed belong to the workbook that the call was about. */
function answer(context: ExecutionContext, result: unknown): Wire {
  return encode(result, context.handles, context.place === context.surroundings ? undefined : context.place);
}

function failure(context: ExecutionContext, error: unknown): Reply {
  const { name, message, stack } = error as Error;
  if (error instanceof ServiceError || error instanceof ExecutionKilled) return { e: { name, message } };
  // a bug of the services, not of the script: the script sees an exception, the log says where it came from
  context.surroundings.log('error', stack ?? message);
  return { e: { name: 'Exception', message } };
}

/**
 * One call of a script to a service, as it comes from the script's realm.
 * @returns a reply, or a promise of one when the call has to wait and `mayWait` is set
 */
export function dispatch(
  context: ExecutionContext,
  target: number | string,
  method: string,
  wires: Wire[],
  mayWait: boolean,
): Reply | Promise<Reply> {
  if (mayWait && context.gate) return context.gate().then(() => replyTo(context, target, method, wires, true));
  return replyTo(context, target, method, wires, mayWait);
}

function replyTo(
  context: ExecutionContext,
  target: number | string,
  method: string,
  wires: Wire[],
  mayWait: boolean,
): Reply | Promise<Reply> {
  try {
    const result = perform(context, target, method, wires);
    if (!(result instanceof Waiting)) return { v: answer(context, result) };
    const inTime = (value: unknown): Reply => {
      context.checkTime();
      return { v: answer(context, value) };
    };
    if (!mayWait) return inTime(result.now());
    return result
      .later()
      .then(inTime)
      .catch((error) => failure(context, error));
  } catch (error) {
    return failure(context, error);
  }
}
