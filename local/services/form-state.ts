import { Buffer } from 'node:buffer';
import { changeable, itemOf } from './drive-access.ts';
import type { ExecutionContext } from './execution-context.ts';
import type { FileStore } from './file-store.ts';
import { MIME_TYPES } from './mime-types.ts';
import { ServiceError } from './service-object.ts';

export interface FormChoice {
  value: string;
  /** name of a `PageNavigationType` */
  navigation?: string;
  /** id of the page break it leads to */
  page?: number;
  isCorrect?: boolean;
}

export interface FormValidation {
  /** the builder's method that made it: `requireNumber` */
  rule: string;
  args: (string | number)[];
  helpText?: string;
}

export interface FormItem {
  id: number;
  /** name of an `ItemType` */
  type: string;
  title: string;
  helpText: string;
  required?: boolean;
  points?: number;
  choices?: FormChoice[];
  other?: boolean;
  rows?: string[];
  columns?: string[];
  lower?: number;
  upper?: number;
  labels?: [string, string];
  includesYear?: boolean;
  validation?: FormValidation;
  /** of a page break: where the page before it leads */
  navigation?: string;
  page?: number;
}

/** As the respondent gave it: text, several texts, or several for each row. */
export type Answer = string | (string | null)[] | (string[] | null)[];

export interface FormResponseState {
  id: string;
  /** ms since 1970 */
  at: number;
  email?: string;
  answers: { item: number; answer: Answer }[];
}

export interface FormState {
  title: string;
  description: string;
  items: FormItem[];
  published: boolean;
  accepting: boolean;
  /** settings that a script has changed, by the name of the method that reads them */
  settings: Record<string, boolean | string>;
  /** the spreadsheet that answers go to, and the gid of the tab */
  destination?: { id: string; sheet: number };
  responses: FormResponseState[];
}

const forms = new WeakMap<FileStore, Map<string, FormState>>();

/** A form's questions and answers, from its file. */
export function storedForm(files: FileStore, id: string): FormState {
  let known = forms.get(files);
  if (!known) forms.set(files, (known = new Map()));
  let state = known.get(id);
  if (!state) known.set(id, (state = JSON.parse(files.read(id).toString('utf8')) as FormState));
  return state;
}

/** Keeps what was changed in a state from {@link storedForm}. */
export function keepForm(files: FileStore, id: string): void {
  files.write(id, Buffer.from(JSON.stringify(storedForm(files, id))));
}

/** @returns the id of the new form's file; its title for respondents is another thing, and blank */
export function createForm(context: ExecutionContext, name: string, published: boolean): string {
  const state: FormState = {
    title: '',
    description: '',
    items: [],
    published,
    accepting: published,
    settings: {},
    responses: [],
  };
  context.lookup('lookup');
  const about = { name, mimeType: MIME_TYPES.GOOGLE_FORMS!, owner: context.user.email };
  return context.surroundings.files.make(about, Buffer.from(JSON.stringify(state))).id;
}

/** @throws ServiceError when there is no such form for this user */
export function formState(context: ExecutionContext, id: string): FormState {
  if (itemOf(context, id).mimeType !== MIME_TYPES.GOOGLE_FORMS) throw new ServiceError('Invalid argument: id');
  return storedForm(context.surroundings.files, id);
}

/** @throws ServiceError for somebody who may not edit the form */
export function changeForm<T>(context: ExecutionContext, id: string, change: (state: FormState) => T): T {
  const state = formState(context, changeable(context, id).id);
  const answer = change(state);
  keepForm(context.surroundings.files, id);
  return answer;
}
