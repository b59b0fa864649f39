import type { Intent, SheetState } from '../contract.ts';
import { contains, type EnteredRow, type Entries } from './entries.ts';
import type { FaultAction } from './fault-action.ts';
import { columnKeys, filledRows, type Row } from './rows.ts';
import type { Stage } from './stage.ts';

/** Where a colleague acts: the tab, the row and the column that the action is about, as they stand at that moment. */
class Scene {
  readonly stage: Stage;
  readonly entries: Entries;
  readonly action: FaultAction;
  readonly sheet: SheetState;
  readonly keys: string[];
  readonly rows: Row[];
  readonly row: Row;

  constructor(stage: Stage, entries: Entries, action: FaultAction, sheet: SheetState) {
    const { target } = action;
    this.stage = stage;
    this.entries = entries;
    this.action = action;
    this.sheet = sheet;
    this.keys = columnKeys(stage.state, sheet);
    this.rows = filledRows(stage.state, sheet);
    const wanted = this.rows.find(({ values }) => Object.entries(target.row).every(([key, text]) => values[key] === text));
    this.row = wanted ?? this.rows.at(-1)!;
  }

  get column(): number {
    return this.keys.indexOf(this.action.target.column);
  }

  get beside(): number {
    return this.keys.indexOf(this.action.target.beside);
  }

  enteredRow(row: Row): EnteredRow | undefined {
    return this.entries.rows.find((each) => each.sheet === this.sheet.id && contains(row, each));
  }

  do(intent: Intent): void {
    this.stage.colleagueDoes(intent);
  }

  type(row: Row, column: number, text: string): void {
    const entered = this.enteredRow(row);
    const key = this.keys[column]!;
    if (entered) entered.values[key] = [text];
    if (entered?.before) delete entered.before[key];
    this.do({ kind: 'type', sheet: this.sheet.id, row: row.at, column, text });
  }
}

/** What somebody else may do between any two calls, and what becomes of the entries by it. */
const changes: Record<string, (scene: Scene) => void> = {
  'type beside': (scene) => scene.type(scene.row, scene.beside, 'beside@example.com'),
  'type over': (scene) => scene.type(scene.row, scene.column, scene.action.target.over),
  'type elsewhere': (scene) => scene.type(scene.rows[0]!, scene.beside, 'elsewhere@example.com'),
  sort: (scene) => {
    const rect = { row: 1, column: 0, rows: scene.rows.at(-1)!.at, columns: scene.sheet.columnCount };
    const keys = [{ column: Math.max(0, scene.keys.indexOf(scene.action.target.sortBy)), ascending: false }];
    scene.do({ kind: 'sort', sheet: scene.sheet.id, rect, keys });
  },
  'insert row': (scene) => scene.do({ kind: 'insertRows', sheet: scene.sheet.id, at: scene.row.at, count: 1 }),
  'delete row': (scene) => deleteRow(scene, scene.row),
  'delete another row': (scene) => deleteRow(scene, scene.rows[0]!),
  'insert column': (scene) => scene.do({ kind: 'insertColumns', sheet: scene.sheet.id, at: scene.column, count: 1 }),
  'delete column': (scene) => {
    scene.entries.removeColumn(scene.sheet.id, scene.action.target.beside);
    scene.do({ kind: 'deleteColumns', sheet: scene.sheet.id, at: scene.beside, count: 1 });
  },
  'move column': (scene) =>
    scene.do({ kind: 'moveColumns', sheet: scene.sheet.id, at: scene.column, count: 1, to: scene.sheet.columnCount }),
  'rename tab': (scene) => scene.do({ kind: 'renameSheet', sheet: scene.sheet.id, name: 'renamed' }),
  'move tab': (scene) => scene.do({ kind: 'moveSheet', sheet: scene.sheet.id, position: 0 }),
  'delete tab': (scene) => {
    scene.entries.removeTab(scene.sheet.id);
    scene.do({ kind: 'deleteSheet', sheet: scene.sheet.id });
  },
};

/** A row that the action is only just writing may be deleted as well: then it need not be there. */
function deleteRow(scene: Scene, row: Row): void {
  const entered = scene.enteredRow(row);
  if (entered) scene.entries.removeRow(entered);
  else for (const each of scene.entries.rows) if (each.optional) each.mayBeGone = true;
  scene.do({ kind: 'deleteRows', sheet: scene.sheet.id, at: row.at, count: 1 });
}

/** Changes after which the action cannot be finished as it was meant. */
export const hindering: ReadonlySet<string> = new Set(['delete column', 'delete tab']);

export const meanwhileKinds: readonly string[] = Object.keys(changes);

/** Lets a colleague do something, here and now; entries follow. */
export function actMeanwhile(kind: string, stage: Stage, entries: Entries, action: FaultAction): void {
  const sheet = stage.state.sheets.find(({ id }) => id === action.target.sheet);
  if (sheet) changes[kind]!(new Scene(stage, entries, action, sheet));
}
