import { App } from './app.ts';
import { el } from './dom.ts';
import { pageMemory } from './page-memory.ts';
import { textsFor } from './texts.ts';

const root = document.getElementById('frame')!;
const token = pageMemory.takeToken();
if (token) new App(root, token);
else root.append(el('p', { class: 'empty', testId: 'no-token' }, textsFor(navigator.language).noToken));
