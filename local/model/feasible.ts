import type { Op, WorkbookState } from '../contract.ts';

/** Of operations that were written some time ago, those that the workbook as it is can still take. */
export function feasibleOps(state: WorkbookState, ops: readonly Op[]): Op[] {
  const names = new Map(state.sheets.map((sheet) => [sheet.id, sheet.name.toLowerCase()]));
  const taken = (name: string, own: number) => [...names].some(([id, other]) => id !== own && other === name.toLowerCase());
  const freeName = (name: string, own: number) => {
    let free = name;
    for (let number = 2; taken(free, own); number++) free = `${name} (${number})`;
    return free;
  };
  return ops.flatMap((op): Op[] => {
    if (op.op === 'addSheet') {
      const { id } = op.sheet;
      if (names.has(id)) return [];
      const name = freeName(op.sheet.name, id);
      names.set(id, name.toLowerCase());
      return [{ ...op, sheet: { ...op.sheet, name }, position: Math.min(op.position, names.size - 1) }];
    }
    if (!('sheet' in op)) return [op];
    if (!names.has(op.sheet)) return [];
    if (op.op === 'deleteSheet') {
      if (names.size === 1) return [];
      names.delete(op.sheet);
    }
    if (op.op === 'sheet' && op.patch.name !== undefined) {
      const name = freeName(op.patch.name, op.sheet);
      names.set(op.sheet, name.toLowerCase());
      return [{ ...op, patch: { ...op.patch, name } }];
    }
    return [op];
  });
}
