/**
 * A moment of an action at which something can go wrong or somebody else can act: before a service call, after it, or
 * within the commit of queued writes (a change of structure is a commit of one write).
 */
export interface Boundary {
  /** counts from 0 in the order in which the action meets them */
  at: number;
  /** the function of the script */
  function: string;
  place: 'before call' | 'after call' | 'commit';
  /** `Sheet.insertRowsAfter`; of a commit the call that brought it about */
  method: string;
  /** of a commit: writes applied so far, and in all */
  applied?: number;
  of?: number;
  /** after a call: it has changed the workbook and was no commit (properties are written at once) */
  changed?: boolean;
}

/** @example describeBoundary(boundary) // 'before call 17 Sheet.insertRowsAfter of saveRecord' */
export function describeBoundary({ at, place, method, applied, of, function: name }: Boundary): string {
  const where = place === 'commit' ? `commit ${at} (${applied} of ${of} writes) at` : `${place} ${at}`;
  return `${where} ${method} of ${name}`;
}
