/** Who sits at this page, in which language: shown at the right of the bar, and changed there. */
import type { User } from '../contract.ts';
import { el, keepKeys } from './dom.ts';
import { languageOf, type Texts } from './texts.ts';

export interface Identity {
  element: HTMLElement;
  show(user: User, owner: string): void;
}

export interface IdentityActions {
  change(user: User): void;
  /** the address at which somebody else can open a page of their own */
  address(): string;
}

const LANGUAGES = [
  ['zh-CN', '中文'],
  ['en', 'English'],
] as const;

export function createIdentity(texts: () => Texts, actions: IdentityActions): Identity {
  let shown: { user: User; owner: string } | undefined;
  const button = el('button', { class: 'identity', testId: 'identity', aria: { haspopup: 'dialog' } });
  const card = el('div', { class: 'identity-card', testId: 'identity-card', role: 'dialog', hidden: true });
  const element = el('div', { class: 'identity-holder' }, button, card);
  keepKeys(element);

  function draw(): void {
    if (!shown) return;
    const { user, owner } = shown;
    const words = texts();
    const email = el('input', { type: 'email', value: user.email, testId: 'identity-email', spellcheck: false });
    const locale = el(
      'select',
      { testId: 'identity-locale' },
      ...LANGUAGES.map(([value, label]) => el('option', { value }, label)),
    );
    locale.value = languageOf(user.locale) === 'zh' ? 'zh-CN' : 'en';
    const submit = () => {
      card.hidden = true;
      const given = email.value.trim();
      if (given) actions.change({ email: given, locale: locale.value });
    };
    email.addEventListener('keydown', (event) => event.key === 'Enter' && submit());
    card.replaceChildren(
      el('label', {}, words.email, email),
      ...(user.email === owner ? [el('p', { class: 'quiet' }, words.owner)] : []),
      el('label', {}, words.language, locale),
      el(
        'div',
        { class: 'buttons' },
        el('button', { class: 'primary', testId: 'identity-switch', onclick: submit }, words.switch),
        el('a', { href: actions.address(), target: '_blank', rel: 'noopener', testId: 'identity-another' }, words.another),
      ),
    );
  }

  button.onclick = () => {
    card.hidden = !card.hidden;
    if (!card.hidden) {
      draw();
      card.querySelector('input')?.focus();
    }
  };
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      card.hidden = true;
      button.focus();
    }
  });
  document.addEventListener('pointerdown', (event) => {
    if (!element.contains(event.target as Node)) card.hidden = true;
  });

  return {
    element,
    show(user, owner) {
      shown = { user, owner };
      const language = LANGUAGES.find(([value]) => languageOf(value) === languageOf(user.locale))?.[1] ?? user.locale;
      button.replaceChildren(
        el('span', { class: 'avatar', aria: { hidden: 'true' } }, user.email.slice(0, 1).toUpperCase()),
        el('span', { class: 'who' }, user.email),
        el('span', { class: 'quiet' }, language),
      );
      button.title = texts().whoAmI;
    },
  };
}
