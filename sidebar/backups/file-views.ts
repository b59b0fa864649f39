import type { LedgerFile } from '../../src/domain/backup/ledger-file.ts';
import { call, callPatiently } from '../client.ts';
import { element, freshId } from '../element.ts';
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
        element('h1', { tabindex: -1 }, message),
        element('p', { class: 'file-name' }, name, ' ', element('span', { class: 'number' }, texts.size(bytes))),
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
  const input = element('input', { id, type: 'file', accept: '.gz,.json', on: { change: () => void choose() } });
  const about = element('div', { class: 'about-file', hidden: true });

  async function choose() {
    const [chosen] = input.files ?? [];
    about.hidden = true;
    if (!chosen) return;
    view.say(texts.checkingFile, 'plain', true);
    try {
      show(await openLedgerFile(chosen, texts), chosen.name);
      view.say('');
    } catch (error) {
      input.value = '';
      view.say(sentence(error, texts.fault.damaged), 'wrong');
    }
  }

  function show(file: LedgerFile, name: string) {
    const { head, manifest } = file;
    const isOurs = page.list.of === head.of;
    const rows = manifest.tabs.reduce((sum, tab) => sum + Math.max(0, tab.rows - 1), 0);
    about.replaceChildren(
      element('p', { class: 'file-name' }, name),
      element('p', { class: 'help' }, texts.fileWhole(head.title, texts.moment(head.at), manifest.tabs.length, rows)),
      ...(isOurs ? [] : [element('p', { class: 'note', role: 'alert' }, texts.otherLedger(head.title))]),
      button('filled', isOurs ? texts.useFile : texts.useOther, () => void put(file)),
    );
    about.hidden = false;
  }

  async function put(file: LedgerFile) {
    view.say(texts.putting(0, file.pieces.length), 'plain', true);
    try {
      page.openScope(await putFile(callPatiently, texts, file, (text) => view.say(text, 'plain', true)), true);
    } catch (error) {
      view.say(sentence(error, texts.notPut), 'wrong');
    }
  }

  const view = pageView({
    back: { label: texts.back, act: () => page.openList() },
    body: [
      element('h1', { tabindex: -1 }, texts.fileTitle),
      element('p', { class: 'help' }, texts.fileLead),
      element('div', {}, element('label', { class: 'label', for: id }, texts.chooseFile), input),
      about,
    ],
    buttons: [],
  });
  return view;
}
