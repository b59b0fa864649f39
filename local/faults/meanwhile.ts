import type { Intent, IntentResult, SheetState } from '../contract.ts';
import { contains, type EnteredRow, type Entries } from './entries.ts';
import type { Target } from './fault-action.ts';
import { columnKeys, filledRows, type Row } from './rows.ts';
import { shown } from './shown.ts';
import type { Stage } from './stage.ts';

/** Where a colleague acts: the tab, the row and the column that the action is about, as they stand at that moment. */
class Scene {
  readonly stage: Stage;
  readonly entries: Entries;
  readonly target: Target;
  readonly sheet: SheetState;
  readonly keys: string[];
  readonly rows: Row[];
  readonly row: Row;
  readonly either: boolean;
  readonly done: Promise<IntentResult>[] = [];

  constructor(stage: Stage, entries: Entries, target: Target, sheet: SheetState, either: boolean) {
    this.either = either;
    this.stage = stage;
    this.entries = entries;
    this.target = target;
    this.sheet = sheet;
    this.keys = columnKeys(stage.state, sheet);
    this.rows = filledRows(stage.state, sheet);
    const wanted = this.rows.find(({ values }) => Object.entries(target.row).every(([key, text]) => values[key] === text));
    this.row = wanted ?? this.rows.at(-1)!;
  }

  get column(): number {
    return this.keys.indexOf(this.target.column);
  }

  get beside(): number {
    return this.keys.indexOf(this.target.beside);
  }

  enteredRow(row: Row): EnteredRow | undefined {
    return this.entries.rows.find((each) => each.sheet === this.sheet.id && contains(row, each));
  }

  do(intent: Intent): void {
    this.done.push(this.stage.colleague.do(intent));
  }

  type(row: Row, column: number, text: string): void {
    const entered = this.enteredRow(row);
    const key = this.keys[column]!;
    if (entered)
      entered.values[key] = [text, ...(this.either ? [...(entered.values[key] ?? []), ...(entered.before?.[key] ?? [])] : [])];
    if (entered?.before) delete entered.before[key];
    this.do({ kind: 'type', sheet: this.sheet.id, row: row.at, column, text });
  }
}

/** What somebody else may do between any two calls, and what becomes of the entries by it. */
const changes: Record<string, (scene: Scene) => void> = {
  'type beside': (scene) => scene.type(scene.row, scene.beside, 'beside@example.com'),
  'type over': (scene) => scene.type(scene.row, scene.column, scene.target.over),
  'type elsewhere': (scene) => scene.type(scene.rows[0]!, scene.beside, 'elsewhere@example.com'),
  sort: (scene) => {
    const rect = { row: 1, column: 0, rows: scene.rows.at(-1)!.at, columns: scene.sheet.columnCount };
    const keys = [{ column: Math.max(0, scene.keys.indexOf(scene.target.sortBy)), ascending: false }];
    scene.do({ kind: 'sort', sheet: scene.sheet.id, rect, keys });
  },
  'insert row': (scene) => scene.do({ kind: 'insertRows', sheet: scene.sheet.id, at: scene.row.at, count: 1 }),
  'delete row': (scene) => deleteRow(scene, scene.row),
  'delete another row': (scene) => deleteRow(scene, scene.rows[0]!),
  'insert column': (scene) => scene.do({ kind: 'insertColumns', sheet: scene.sheet.id, at: scene.column, count: 1 }),
  'delete column': (scene) => {
    scene.entries.removeColumn(scene.sheet.id, scene.target.beside);
    scene.do({ kind: 'deleteColumns', sheet: scene.sheet.id, at: scene.beside, count: 1 });
  },
  'move column': (scene) =>
    scene.do({ kind: 'moveColumns', sheet: scene.sheet.id, at: scene.column, count: 1, to: scene.sheet.columnCount }),
  'rename column': (scene) => {
    const header = shown(scene.stage.state, scene.sheet.cells[0]?.[scene.column]);
    // a column that nothing but its header identifies would be another column
    if (header !== scene.keys[scene.column])
      scene.do({ kind: 'type', sheet: scene.sheet.id, row: 0, column: scene.column, text: `${header}（新）` });
  },
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
  if (entered && !entered.optional) scene.entries.removeRow(entered);
  else for (const each of scene.entries.rows) if (each.optional) each.mayBeGone = true;
  scene.do({ kind: 'deleteRows', sheet: scene.sheet.id, at: row.at, count: 1 });
}

/** Changes after which the action cannot be finished as it was meant. */
export const hindering: ReadonlySet<string> = new Set(['delete column', 'delete tab']);

export const meanwhileKinds: readonly string[] = Object.keys(changes);

/**
 * Lets a colleague do something, here and now; entries follow.
 * @param either whether what stood there or is just being written may also be what remains
 * @returns why the workbook did not let them
 */
export async function actMeanwhile(
  kind: string,
  stage: Stage,
  entries: Entries,
  target: Target,
  either = false,
): Promise<string[]> {
  const sheet = stage.state.sheets.find(({ id }) => id === target.sheet);
  if (!sheet) return [];
  const scene = new Scene(stage, entries, target, sheet, either);
  changes[kind]!(scene);
  return (await Promise.all(scene.done)).flatMap((result) => (result.ok ? [] : [result.message]));
}
