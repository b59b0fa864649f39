import type { SheetState, WorkbookState } from '../contract.ts';
import type { ApplyContext } from './context.ts';
import { type Extent, extentOf } from './extent.ts';
import { Formulas } from './formulas.ts';
import { InternTables } from './intern.ts';

/** What is known about a state besides the state: tables of styles, formulas' dependencies, extents of tabs. */
export interface Inside {
  tables: InternTables;
  formulas: Formulas;
  context: ApplyContext;
  extent(sheet: SheetState): Extent;
}

const known = new WeakMap<WorkbookState, Inside>();

/**
 * One for each state: two workbooks over the same state must not keep two ideas of it. Asked again, it looks at the state
 * anew, because whoever builds one (from a file) fills it in directly.
 */
export function insideOf(state: WorkbookState): Inside {
  const old = known.get(state);
  if (old) {
    old.tables.rebuild();
    old.context.structureChanged(true);
    return old;
  }
  const inside = makeInside(state);
  known.set(state, inside);
  return inside;
}

function makeInside(state: WorkbookState): Inside {
  const tables = new InternTables(state);
  const formulas = new Formulas(state);
  const extents = new Map<SheetState, Extent>();
  return {
    tables,
    formulas,
    context: {
      state,
      tables,
      hasFormulas: (sheet) => formulas.has(sheet),
      contentChanged(sheet, row, column, hasOrHadFormula) {
        extents.delete(sheet);
        formulas.contentChanged(sheet, row, column, hasOrHadFormula);
      },
      structureChanged(newCells = false) {
        extents.clear();
        formulas.structureChanged(newCells);
      },
      tabCame(sheet) {
        extents.clear();
        formulas.tabCame(sheet);
      },
      tabChanged(sheet) {
        extents.clear();
        formulas.tabChanged(sheet);
      },
    },
    extent(sheet) {
      let extent = extents.get(sheet);
      if (!extent) extents.set(sheet, (extent = extentOf(sheet)));
      return extent;
    },
  };
}
