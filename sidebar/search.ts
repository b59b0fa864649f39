/** Finding customers, their cards, and the forms that are opened from there. */
import type { Card, CardLink, DuplicateGroup, Form } from '../src/domain/api.ts';
import { readQuery } from '../src/domain/search/read-query.ts';
import type { SearchBoot } from './boot.ts';
import { cardView } from './card/card-view.ts';
import { call } from './client.ts';
import { addsCustomer } from './customers-tab.ts';
import { fill } from './element.ts';
import { readBoot } from './read-boot.ts';
import { reviewView } from './review/review.ts';
import { customerStore } from './search/customer-store.ts';
import { type SearchView, searchView } from './search/search-view.ts';
import { searchTextsOf } from './search/texts/texts.ts';
import { textsOf } from './texts/texts.ts';
import { formView } from './views/form-view.ts';
import type { Shell, View } from './views/shell.ts';
import { loadingView, troubleView } from './views/waiting-views.ts';
import { whoLine } from './who/who-line.ts';

/** The tab that the search goes through. */
const customersTab = 'customers';

const boot = readBoot<SearchBoot>();
const { locale } = boot;
const texts = searchTextsOf(locale);
const place = document.getElementById('app')!;
/** Cards that led to the one in sight, the nearest last. */
const trail: string[] = [];
let asked = 0;

const store = customerStore(() => search?.changed());
let search: SearchView | undefined;

function show(view: View) {
  asked += 1;
  fill(place, view.element);
  view.shown?.();
}

function openSearch() {
  trail.length = 0;
  if (!search) {
    search = searchView({ locale, store, open: openCard, register });
    void store.load(boot.customers);
  }
  show(search);
}

/** Shows what a call answers, unless something else was opened meanwhile. */
async function waitFor<T>(
  asking: () => ReturnType<typeof call<'getCard'>> | ReturnType<typeof call<'getForm'>>,
  waiting: string,
  failed: string,
  opened: (value: T) => void,
  back: { label: string; act(): void },
) {
  show(loadingView({ ...textsOf(locale), loading: waiting }));
  const mine = asked;
  const answer = await asking();
  if (mine !== asked) return;
  if (answer.kind === 'answer') return opened(answer.value as T);
  const again = { label: texts.retry, act: () => void waitFor(asking, waiting, failed, opened, back) };
  const canRetry = answer.kind === 'lost' || answer.retry;
  show(troubleView(answer.kind === 'lost' ? failed : answer.message, canRetry ? again : undefined, back));
}

function goBack() {
  trail.pop();
  const before = trail.pop();
  if (before === undefined) openSearch();
  else openCard(before);
}

const backFromCard = () => ({ label: trail.length > 1 ? texts.back : texts.backToSearch, act: goBack });

function openCard(number: string) {
  trail.push(number);
  void waitFor<Card>(() => call('getCard', { customer: number }), texts.openingCard, texts.cardFailed, showCard, backFromCard());
}

function showCard(card: Card) {
  const { number } = card;
  show(
    cardView({
      card,
      back: backFromCard(),
      openCard,
      openForm: (tab) => openForm(tab, number),
      review: (other) => review(card, other),
    }),
  );
}

/** Two customers side by side who may be one; back to the card of whoever stays. */
function review({ number, name, fields }: Card, other: CardLink) {
  const phone = fields.find(({ phones }) => phones)?.text ?? '';
  const { strength, reasons } = other;
  const group: DuplicateGroup = {
    id: `${number} ${other.number}`,
    tier: strength,
    customers: [{ number, name, phone }, other],
    reasons,
    isLater: false,
  };
  const act = (stays: (number: string) => string) => {
    trail.pop();
    // Whoever was merged is found no more.
    if (stays(number) !== number || stays(other.number) !== other.number) void store.load();
    openCard(stays(number));
  };
  show(reviewView({ locale, groups: [group], total: 1, back: { label: texts.backToCard, act } }));
}

/** Back to where the form was opened: the card, which is read anew, or the search. */
function backFromForm() {
  const number = trail.pop();
  if (number === undefined) openSearch();
  else openCard(number);
}

function openForm(tab: string, customer?: string, typed?: string) {
  const back = { label: trail.length > 0 ? texts.backToCard : texts.backToSearch, act: backFromForm };
  const shell: Shell = {
    show,
    openForm: (next, whose) => openForm(next, whose),
    back,
    openCard: (number) => {
      trail.length = 0;
      openCard(number);
    },
    saved: (saved, result) => {
      if (saved === customersTab) store.add(result.values);
    },
  };
  void waitFor<Form>(
    () => call('getForm', { tab, customer }),
    texts.openingForm,
    texts.formFailed,
    (form) => show(formView(shell, form, typed ? prefillOf(form, typed) : undefined)),
    back,
  );
}

/** Puts what was looked for into the field where such things are kept. */
function prefillOf(form: Form, typed: string): Record<string, string> | undefined {
  const { words } = readQuery(typed);
  const role = words.every((word) => word.digits !== '') ? 'phone' : typed.includes('@') ? 'email' : 'name';
  const field = form.fields.find(({ search }) => search === role);
  return field && addsCustomer(form) ? { [field.key]: typed } : undefined;
}

const register = (typed: string) => openForm(customersTab, undefined, typed);

document.documentElement.lang = locale;
whoLine(boot.who, locale);
if (boot.card) {
  trail.push(boot.card.number);
  showCard(boot.card);
} else openSearch();
