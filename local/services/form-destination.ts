import type { CellPatch, Op } from '../contract.ts';
import { newSheet } from '../model/new-workbook.ts';
import { answerOps } from '../run/form-answers.ts';
import type { ExecutionContext } from './execution-context.ts';
import { type Answer, type FormItem, type FormResponseState, type FormState, storedForm } from './form-state.ts';
import { MIME_TYPES } from './mime-types.ts';
import { ServiceError } from './service-object.ts';
import type { Place, Surroundings } from './surroundings.ts';

const SILENT = new Set(['PAGE_BREAK', 'SECTION_HEADER']);

/** The headings of an item's columns: a grid has one for each row. */
function headings({ type, title, rows = [] }: FormItem): string[] {
  if (SILENT.has(type)) return [];
  return /GRID$/.test(type) ? rows.map((row) => `${title} [${row}]`) : [title];
}

function placeOf(surroundings: Surroundings, id: string): Place {
  const place = id === surroundings.book.state.id ? surroundings : surroundings.files.get(id);
  if (!place) throw new ServiceError('Invalid argument: id');
  return place;
}

/** Adds the tab that answers go to, in front of the others, with the questions in its first row. */
export function addDestination(context: ExecutionContext, state: FormState, id: string): void {
  const place = placeOf(context.surroundings, id);
  const { locale, sheets, nextIds } = place.book.state;
  const chinese = locale.startsWith('zh');
  const base = chinese ? '表单回复' : 'Form Responses';
  let number = 1;
  while (place.book.sheetByName(`${base} ${number}`)) number++;
  const sheet = { ...newSheet(sheets.length === 0 ? 0 : nextIds.sheet, `${base} ${number}`), frozenRows: 1 };
  const row = [chinese ? '时间戳记' : 'Timestamp', ...state.items.flatMap(headings)];
  context.commit();
  context.within(place, () =>
    context.transact((apply) =>
      apply([
        { op: 'addSheet', sheet, position: 0 },
        { op: 'cells', sheet: sheet.id, row: 0, column: 0, cells: [row.map((v): CellPatch => ({ v }))] },
      ]),
    ),
  );
  state.destination = { id, sheet: sheet.id };
}

/** The answers under their headings, as they go into a row. */
export function namedAnswers(state: FormState, answers: FormResponseState['answers']): Record<string, string | string[]> {
  const named: Record<string, string | string[]> = {};
  for (const item of state.items) {
    const found = answers.find((each) => each.item === item.id);
    if (!found) continue;
    const names = headings(item);
    const perHeading: Answer[] = /GRID$/.test(item.type) ? (found.answer as Answer[]) : [found.answer];
    names.forEach((name, i) => {
      const answer = perHeading[i];
      if (answer !== null && answer !== undefined) named[name] = answer as string | string[];
    });
  }
  return named;
}

/** Questions that were added since the tab was made get a column at its right end. */
export function missingHeadings(place: Place, sheet: number, state: FormState): Op[] {
  const columns = Math.max(1, place.book.lastColumn(sheet));
  const known = place.book.displayValues(sheet, { row: 0, column: 0, rows: 1, columns })[0]!;
  const missing = state.items.flatMap(headings).filter((heading) => !known.includes(heading));
  if (missing.length === 0) return [];
  const { columnCount } = place.book.sheet(sheet);
  const surplus = columns + missing.length - columnCount;
  const grow: Op[] = surplus > 0 ? [{ op: 'insertColumns', sheet, at: columnCount, count: surplus }] : [];
  return [...grow, { op: 'cells', sheet, row: 0, column: columns, cells: [missing.map((v) => ({ v }))] }];
}

/**
 * Takes answers in as the form does: keeps them, and adds a row to the tab they go to.
 * @param now ms since 1970
 * @throws ServiceError when the form is closed, or a question that needs an answer has none
 */
export function deliver(
  surroundings: Surroundings,
  form: string,
  answers: FormResponseState['answers'],
  now: number,
  email: string,
): FormResponseState {
  const response = admit(surroundings, form, answers, now, email);
  const state = storedForm(surroundings.files, form);
  const { destination } = state;
  if (!destination) return response;
  const place = placeOf(surroundings, destination.id);
  if (!place.book.state.sheets.some(({ id }) => id === destination.sheet)) return response;
  place.transaction(email, (apply) => {
    apply(missingHeadings(place, destination.sheet, state));
    apply(answerOps(place.book, { sheet: destination.sheet, answers: namedAnswers(state, answers) }, now).ops);
  });
  return response;
}

/** Keeps answers with the form. @throws ServiceError as {@link deliver} */
export function admit(
  { files }: Surroundings,
  form: string,
  answers: FormResponseState['answers'],
  now: number,
  email: string,
): FormResponseState {
  const state = storedForm(files, form);
  if (!state.published || !state.accepting) throw new ServiceError('This form is not accepting responses.');
  const missing = state.items.find(({ id, required }) => required && !answers.some(({ item }) => item === id));
  if (missing) throw new ServiceError(`A response is required for the question: ${missing.title}`);
  const response: FormResponseState = { id: `2_${files.newId()}`, at: now, answers };
  if (state.settings.collectsEmail === true) response.email = email;
  state.responses.push(response);
  return response;
}

/** The address of the form whose answers go to the spreadsheet, or null. */
export function formAddress({ files }: Surroundings, spreadsheet: string): string | null {
  const all = files.all().filter(({ mimeType, trashed }) => mimeType === MIME_TYPES.GOOGLE_FORMS && !trashed);
  const found = all.find(({ id }) => storedForm(files, id).destination?.id === spreadsheet);
  return found ? `https://docs.google.com/forms/d/${found.id}/edit` : null;
}
