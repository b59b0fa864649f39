import type { LedgerFile } from '../../src/domain/backup/ledger-file.ts';
import { rowsOf } from '../../src/domain/backup/manifest.ts';
import { call, callPatiently } from '../client.ts';
import { element, fill, freshId } from '../element.ts';
import { icon } from '../icon.ts';
import type { View } from '../views/shell.ts';
import { makeFile, NotDone, packFile } from './make-file.ts';
import { type BackupsPage, button, pageView } from './page.ts';
import { openLedgerFile, putFile } from './put-file.ts';

const sentence = (error: unknown, fallback: string): string => (error instanceof NotDone ? error.message : fallback);

/** Puts a backup file together and hands it to the browser. */
export function downloadView(page: BackupsPage): View {
  const { texts } = page;
  const waiting = pageView({
    body: [element('h1', { tabindex: -1 }, texts.makingTitle), element('p', { class: 'help' }, texts.makingHelp)],
    buttons: [],
  });

  async function make() {
    try {
      const file = await makeFile(callPatiently, texts, (text) => waiting.say(text, 'plain', true));
      const { name, blob } = await packFile(file);
      const ended = await call('endBackupFile', { rows: file.rows, tabs: file.tabs });
      if (ended.kind === 'answer') page.list = ended.value.list;
      const message = ended.kind === 'answer' ? ended.value.message : texts.made(file.tabs, file.rows);
      const link = element('a', { href: URL.createObjectURL(blob), download: name }, texts.saveAgain);
      page.show(madeView(message, name, blob.size, link));
      link.click();
    } catch (error) {
      page.openList({ text: sentence(error, texts.notMade), ok: false });
    }
  }

  const madeView = (message: string, name: string, bytes: number, link: HTMLElement): View =>
    pageView({
      body: [
        element('div', { class: 'seal' }, icon('done')),
        element('h1', { tabindex: -1 }, texts.madeTitle),
        element('p', { class: 'file-name' }, name, ' ', element('span', { class: 'number' }, texts.size(bytes))),
        element('p', {}, message),
        element('p', { class: 'help' }, texts.notSaved, ' ', link),
      ],
      buttons: [button('filled', texts.toList, () => page.openList())],
    });

  waiting.say(texts.starting, 'plain', true);
  void make();
  return waiting;
}

/** A file is chosen, checked and put aside; then it is restored like any backup. */
export function openFileView(page: BackupsPage): View {
  const { texts } = page;
  const id = freshId('file');
  let chosen: LedgerFile | undefined;
  const choose = { change: () => void look() };
  const input = element('input', { id, type: 'file', class: 'file-input', accept: '.gz,.json', on: choose });
  const about = element('div', { class: 'about-file', role: 'status' });
  const use = button('filled', texts.useFile, () => void put());
  use.hidden = true;

  async function look() {
    const [file] = input.files ?? [];
    if (!file) return;
    use.hidden = true;
    fill(about);
    view.say(texts.checkingFile, 'plain', true);
    try {
      chosen = await openLedgerFile(file, texts);
      show(chosen, file.name);
    } catch (error) {
      fill(about, element('p', { class: 'file-name' }, file.name), wrong(sentence(error, texts.fault.damaged)));
    }
    input.value = '';
    view.say('');
  }

  const wrong = (text: string): HTMLElement => element('p', { class: 'note', role: 'alert' }, text);

  function show({ head, manifest: { tabs } }: LedgerFile, name: string) {
    const isOurs = page.list.of === head.of;
    const whole = texts.fileWhole(head.title, head.when, tabs.length, rowsOf(tabs));
    fill(
      about,
      element('p', { class: 'file-name' }, name),
      element('p', { class: 'help' }, whole),
      !isOurs && wrong(texts.otherLedger(head.title)),
    );
    use.textContent = isOurs ? texts.useFile : texts.useOther;
    use.hidden = false;
  }

  async function put() {
    if (!chosen) return;
    view.say(texts.putting(0, chosen.pieces.length), 'plain', true);
    try {
      page.openScope(await putFile(callPatiently, texts, chosen, (text) => view.say(text, 'plain', true)), true);
    } catch (error) {
      view.say(sentence(error, texts.notPut), 'wrong');
    }
  }

  const view = pageView({
    back: { label: texts.back, act: () => page.openList() },
    body: [
      element('h1', { tabindex: -1 }, texts.fileTitle),
      element('p', { class: 'help' }, texts.fileLead),
      element('div', {}, input, element('label', { class: 'file-button', for: id }, texts.chooseFile)),
      about,
    ],
    buttons: [use],
  });
  return view;
}
