import { admit, deliver, missingHeadings, namedAnswers } from '../services/form-destination.ts';
import { type Answer, keepForm, storedForm } from '../services/form-state.ts';
import { checkAnswer } from '../services/form-validation.ts';
import type { Surroundings } from '../services/surroundings.ts';
import type { FormAnswers } from './form-answers.ts';

/**
 * What a respondent sends in to a form that a script has made.
 * @param answers by the questions' titles
 * @returns what is to be added to a tab of the workbook itself; `undefined` when it goes elsewhere, or only into the form
 * @throws Error when the form has no such question, wants another answer, or is closed
 */
export function answerForm(surroundings: Surroundings, id: string, answers: Record<string, Answer>): FormAnswers | undefined {
  const { files, book, clock } = surroundings;
  const state = storedForm(files, id);
  const given = Object.entries(answers).map(([title, answer]) => {
    const item = state.items.find((each) => each.title === title);
    if (!item) throw new Error(`The form has no question “${title}”.`);
    checkAnswer(item, answer);
    return { item: item.id, answer };
  });
  const { destination } = state;
  const here = destination?.id === book.state.id && book.state.sheets.some((sheet) => sheet.id === destination.sheet);
  if (here) {
    admit(surroundings, id, given, clock(), '');
    const headings = missingHeadings(surroundings, destination.sheet, state);
    if (headings.length > 0) surroundings.transaction('', (apply) => apply(headings));
  } else deliver(surroundings, id, given, clock(), '');
  keepForm(files, id);
  return here ? { sheet: destination.sheet, answers: namedAnswers(state, given) } : undefined;
}
