/** The registration sidebar: one form at a time, built from what the server says the tab consists of. */
import type { Form } from '../src/domain/api.ts';
import type { Boot } from './boot.ts';
import { call } from './client.ts';
import { fill } from './element.ts';
import { readBoot } from './read-boot.ts';
import { textsOf } from './texts/texts.ts';
import { formView } from './views/form-view.ts';
import type { Shell, View } from './views/shell.ts';
import { loadingView, troubleView } from './views/waiting-views.ts';
import { whoLine } from './who/who-line.ts';

const boot = readBoot<Boot>();
const texts = textsOf(boot.locale);
const place = document.getElementById('app')!;

const shell: Shell = {
  show(view: View) {
    fill(place, view.element);
    view.shown?.();
  },
  openForm: (tab, customer) => void open(tab, customer),
};

async function open(tab: string, customer?: string) {
  shell.show(loadingView(texts));
  const answer = await call('getForm', { tab, customer });
  if (answer.kind === 'answer') return showForm(answer.value);
  const retry = { label: texts.retry, act: () => void open(tab, customer) };
  if (answer.kind === 'lost') return shell.show(troubleView(texts.openFailed, retry));
  shell.show(troubleView(answer.message, answer.retry ? retry : undefined));
}

function showForm(form: Form) {
  document.documentElement.lang = form.locale;
  const view = formView(shell, form);
  // what the sidebar was opened for stands in its own head already
  if (form.title === boot.form?.title) view.element.querySelector('h1')?.classList.add('unseen');
  shell.show(view);
}

document.documentElement.lang = boot.locale;
whoLine(boot.who, boot.locale);
if (boot.form) showForm(boot.form);
else void open(boot.tab, boot.customer);
