/** What a workbook holds besides its tabs: names, metadata, properties, triggers, the outbox. */
import type { Metadata, Op } from '../contract.ts';
import type { ApplyContext } from './context.ts';

type RecordOp<K extends Op['op']> = Extract<Op, { op: K }>;

export function applyWorkbookPatch({ state, ...context }: ApplyContext, op: RecordOp<'workbook'>): Op[] {
  const patch = Object.fromEntries(Object.entries(op.patch).filter(([, value]) => value !== undefined));
  const before = Object.fromEntries(Object.keys(patch).map((key) => [key, state[key as keyof typeof op.patch] ?? null]));
  Object.assign(state, structuredClone(patch));
  for (const key of OPTIONAL) if (state[key] === null) delete state[key];
  context.structureChanged();
  return [{ op: 'workbook', patch: before }];
}

const OPTIONAL = ['editors', 'viewers', 'theme', 'calculation'] as const;

/** The list stays ordered by id, so that a removed entry comes back to where it was. */
export function applyMetadata({ state }: ApplyContext, op: RecordOp<'metadata'>): Op[] {
  const removeIds = new Set(op.remove);
  const added = op.add ?? [];
  const addedIds = new Set(added.map((entry) => entry.id));
  const removed: Metadata[] = [];
  const kept = state.metadata.filter((entry) => {
    if (!removeIds.has(entry.id) && !addedIds.has(entry.id)) return true;
    removed.push(entry);
    return false;
  });
  state.metadata = [...kept, ...structuredClone(added)].sort((a, b) => a.id - b.id);
  for (const entry of added) state.nextIds.metadata = Math.max(state.nextIds.metadata, entry.id + 1);
  return [{ op: 'metadata', add: removed, remove: added.map((entry) => entry.id) }];
}

export function applyProperties({ state }: ApplyContext, op: RecordOp<'properties'>): Op[] {
  const user = op.user ?? '';
  const store = op.store === 'user' ? (state.properties.user[user] ??= {}) : state.properties[op.store];
  const set: Record<string, string> = {};
  const remove: string[] = [];
  for (const key of new Set([...(op.remove ?? []), ...Object.keys(op.set ?? {})])) {
    const old = Object.hasOwn(store, key) ? store[key] : undefined;
    if (old === undefined) remove.push(key);
    else set[key] = old;
    const value = op.set && Object.hasOwn(op.set, key) ? op.set[key] : undefined;
    if (value === undefined) delete store[key];
    else Object.defineProperty(store, key, { value, enumerable: true, writable: true, configurable: true });
  }
  if (op.store === 'user' && Object.keys(store).length === 0) delete state.properties.user[user];
  return [{ op: 'properties', store: op.store, ...(op.user === undefined ? {} : { user }), set, remove }];
}

export function applyTriggers({ state }: ApplyContext, op: RecordOp<'triggers'>): Op[] {
  const { triggers } = state;
  state.triggers = structuredClone(op.triggers);
  return [{ op: 'triggers', triggers }];
}

/** A mail that was sent is not taken back. */
export function applyMail({ state }: ApplyContext, op: RecordOp<'mail'>): Op[] {
  state.outbox.push(...structuredClone(op.add));
  return [];
}
