/** The globals that time triggers call, see `src/entry.ts`. */
export const hourly = 'runDueJobs';
export const onceMore = 'goOnWithJobs';

/** How soon a job goes on that had more to do than fits into one run, in ms. */
const soon = 60_000;

type Trigger = GoogleAppsScript.Script.Trigger;

/** This person's triggers of a function; those of others nobody but they can see (platform §2). One look-up. */
const own = (handler: string): Trigger[] =>
  ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === handler);

/**
 * Sees to it that this person has the one trigger that all jobs need, and no second one.
 *
 * @param anew one that is there has come no more: it is made once again
 * @returns its id
 */
export function ensureHourly(anew: boolean): string {
  if (anew) removeHourly();
  const [first, ...others] = own(hourly);
  for (const other of others) ScriptApp.deleteTrigger(other);
  return (first ?? ScriptApp.newTrigger(hourly).timeBased().everyHours(1).create()).getUniqueId();
}

/** Removes this person's hourly triggers, or only the one with an id. @returns the ids of those removed */
export function removeHourly(id?: string): string[] {
  const mine = own(hourly).filter((trigger) => id === undefined || trigger.getUniqueId() === id);
  for (const trigger of mine) ScriptApp.deleteTrigger(trigger);
  return mine.map((trigger) => trigger.getUniqueId());
}

/** Lets the jobs go on in a minute; one-off triggers stay listed after they have fired (platform §2), so old ones go first. */
export function goOnSoon(): void {
  clearOnceMore();
  ScriptApp.newTrigger(onceMore).timeBased().after(soon).create();
}

/** Removes this person's one-off triggers, fired or not. */
export function clearOnceMore(): void {
  for (const trigger of own(onceMore)) ScriptApp.deleteTrigger(trigger);
}
