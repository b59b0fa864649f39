import type { MenuItem } from '../host-contract.ts';
import { enumValue } from './enums.ts';
import type { ExecutionContext } from './execution-context.ts';
import { HtmlOutputObject } from './html-service.ts';
import { asServed } from './serve-page.ts';
import type { Methods } from './service-class.ts';
import { type EnumValue, ServiceError, ServiceObject, Waiting } from './service-object.ts';
import type { Answer, Question } from './surroundings.ts';

export class UiObject extends ServiceObject {
  readonly type = 'Ui';
}

class MenuObject extends ServiceObject {
  readonly type = 'Menu';
  readonly title: string;
  readonly items: MenuItem[] = [];

  constructor(title: string) {
    super();
    this.title = title;
  }
}

class PromptResponseObject extends ServiceObject {
  readonly type = 'PromptResponse';
  readonly answer: Answer;

  constructor(answer: Answer) {
    super();
    this.answer = answer;
  }
}

const buttonOf = ({ button }: Answer): EnumValue => enumValue('Button', button);

/** The script waits for the answer, its time running on; what it has queued stays queued. */
export function ask(context: ExecutionContext, question: Question, answered: (answer: Answer) => unknown): Waiting {
  const ui = context.ui!;
  return new Waiting(
    async () => {
      const { answer, withdraw } = ui.ask(question);
      context.whenKilled = withdraw;
      return answered(await answer);
    },
    () => answered(ui.askNow(question)),
  );
}

/** `alert(text)`, `alert(text, buttons)`, `alert(title, text, buttons)`; `prompt` likewise. */
export function questionOf(args: (string | EnumValue | null)[], prompt: boolean): Question {
  const texts = args.filter((arg): arg is string => typeof arg === 'string');
  const buttons = args.find((arg): arg is EnumValue => arg !== null && typeof arg === 'object');
  const [first = '', second] = texts;
  const base = { buttons: (buttons?.name ?? 'OK') as Question['buttons'], prompt };
  return second === undefined ? { ...base, message: first } : { ...base, title: first, message: second };
}

function show(kind: 'sidebar' | 'modal' | 'modeless') {
  return (context: ExecutionContext, _: UiObject, content: HtmlOutputObject | string, title?: string): void => {
    const output = typeof content === 'string' ? new HtmlOutputObject(content) : content;
    context.ui!.panel({
      kind,
      title: title ?? output.title ?? '',
      html: context.surroundings.doubts.inlineScripts === 'cut' ? asServed(output.content) : output.content,
      width: kind === 'sidebar' ? 300 : (output.width ?? 600),
      height: output.height ?? 400,
    });
  };
}

export const uiMethods: Methods<UiObject> = {
  createMenu: ['string', (_, __, title: string) => new MenuObject(title)],
  createAddonMenu: ['', (context) => new MenuObject(context.surroundings.addOnTitle)],
  alert: [
    'string | string, ButtonSet | string, string, ButtonSet',
    (context, _, ...args: (string | EnumValue)[]) => ask(context, questionOf(args, false), buttonOf),
  ],
  prompt: [
    'string | string, ButtonSet | string, string, ButtonSet',
    (context, _, ...args: (string | EnumValue)[]) =>
      ask(context, questionOf(args, true), (answer) => new PromptResponseObject(answer)),
  ],
  showSidebar: ['HtmlOutput', show('sidebar')],
  showModalDialog: ['HtmlOutput, string', show('modal')],
  showModelessDialog: ['HtmlOutput, string', show('modeless')],
};

function addToUi(context: ExecutionContext, menu: MenuObject): void {
  if (!context.ui) throw new ServiceError('Cannot call SpreadsheetApp.getUi() from this context.');
  context.menus.push({ title: menu.title, items: menu.items });
}

function add(menu: MenuObject, item: MenuItem): MenuObject {
  menu.items.push(item);
  return menu;
}

export const menuMethods: Methods<MenuObject> = {
  addItem: ['string, string', (_, menu, label: string, name: string) => add(menu, { label, function: name })],
  addSeparator: ['', (_, menu) => add(menu, {})],
  addSubMenu: ['Menu', (_, menu, sub: MenuObject) => add(menu, { label: sub.title, items: sub.items })],
  addToUi: ['', addToUi],
};

export const promptResponseMethods: Methods<PromptResponseObject> = {
  getSelectedButton: ['', (_, { answer }) => buttonOf(answer)],
  getResponseText: ['', (_, { answer }) => answer.text ?? ''],
};
