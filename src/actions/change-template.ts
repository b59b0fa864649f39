import { findKept, findTemplate, templates } from '../../templates/all.ts';
import { cellText, isBlank } from '../domain/check/cell.ts';
import { coreDictionary } from '../domain/dictionary/core.ts';
import type { Template } from '../domain/dictionary/template.ts';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import { type Contents, planTrade, type TradePlan } from '../domain/trade/plan-trade.ts';
import { tellPlan } from '../domain/trade/tell-plan.ts';
import type { Book } from '../google/book.ts';
import { tradePages } from '../google/data-page.ts';
import { retellHome } from '../google/home-tab.ts';
import { foundEarlier, isTakenUp, noteFound, type Undertaking, withIntent } from '../google/intents.ts';
import type { Block, LedgerTab } from '../google/ledger-tab.ts';
import { underLock } from '../google/numbers.ts';
import { screen, showSidebar } from '../google/screen.ts';
import { fitsInMetadata } from '../google/settings.ts';
import type { Outcome } from './outcome.ts';
import { type Change, changeTo, checkAgain, enforce } from './put-into-force.ts';
import { addSamples, addSamplesLater, samplesToGo, takeSamplesAway } from './samples.ts';
import { setUp } from './set-up.ts';

const id = 'change-template';

interface Request {
  template?: string;
  /** says what would change, and changes nothing */
  preview?: boolean;
}

/** Columns that a change of trade empties of meaning, by tab. */
type Columns = Record<string, string[]>;

/** What stands in the tabs, but for samples that go anyway. One read per tab, and only of those that are asked for. */
function contentsOf(book: Book, going: ReadonlyMap<string, ReadonlySet<string>>): Contents {
  const read = new Map<string, { tab: LedgerTab; block: Block; rows: number[] } | undefined>();
  const look = (key: string) => {
    if (read.has(key)) return read.get(key);
    const tab = book.tab(key);
    const keyField = tab?.fields().find(({ kind, unique }) => kind === 'series' || unique)?.key;
    const block = tab?.fields().length ? tab.read(2, tab.dataRows()) : undefined;
    const isSample = (row: number): boolean =>
      keyField !== undefined && going.get(key)?.has(cellText(tab!.cell(block!, row, keyField))) === true;
    const found = block && {
      tab: tab!,
      block,
      rows: block.raw.map((_, row) => row).filter((row) => !isSample(row)),
    };
    read.set(key, found);
    return found;
  };
  const texts = (key: string, field: string): string[] => {
    const found = look(key);
    if (!found?.tab.columns.has(field)) return [];
    const cells = found.rows.map((row) => found.tab.cell(found.block, row, field));
    // A box that nobody has ticked holds nothing.
    return cells.flatMap((cell) => (isBlank(cell) || cell === false ? [] : [cellText(cell)]));
  };
  return {
    filled: (tab, field) => texts(tab, field).length,
    used: (tab, field) => new Set(texts(tab, field)),
  };
}

const isAnySample = (going: ReadonlyMap<string, ReadonlySet<string>>): boolean =>
  [...going.values()].some(({ size }) => size > 0);

function planFor(book: Book, to: Template, going: ReadonlyMap<string, ReadonlySet<string>>): TradePlan {
  const { template, changes, left, kept = [] } = book.settings!;
  const from = {
    template: findTemplate(template) ?? { ...templates[0]!, key: template, changes: {}, fields: {}, tabs: [] },
    changes,
    ...(left ? { left } : {}),
    kept: kept.flatMap((each) => findKept(each).map((field) => ({ ...field, id: each }))),
  };
  return planTrade(coreDictionary, from, to, contentsOf(book, going), book.language);
}

const labelOf = (key: string | undefined, locale: Locale): string => findTemplate(key)?.label[locale] ?? key ?? '';

/** The trades as people choose among them. */
const tradesFor = (book: Book, locale: Locale) =>
  templates.map(({ key, label }) => ({
    key,
    label: label[locale],
    about: tradePages()[key]?.about[locale] ?? '',
    isCurrent: key === book.settings?.template,
  }));

/** Opens the choice of trades in the sidebar; where there is no screen, tells which there are. */
function openTrades(book: Book, locale: Locale): Outcome {
  const trades = tradesFor(book, locale);
  if (screen()) {
    showSidebar('trade', say(book.settings ? 'action.changeTemplate' : 'action.setUp', locale), {
      trades,
      isNew: book.settings === undefined,
      locale,
    });
    return { ok: true, message: '' };
  }
  const list = trades.filter(({ isCurrent }) => !isCurrent).map(({ key, label }) => `${label} (${key})`);
  const params = { template: labelOf(book.settings?.template, locale), list: list.join(say('list.separator', locale)) };
  return { ok: true, message: say('trade.now', locale, params), details: { trades } };
}

/** 建立或修复台账: mends a ledger that is there; a new one begins with the choice of a trade. */
export function openSetUp(book: Book, locale: Locale): Outcome {
  return book.settings || !screen() ? setUp(book, {}) : openTrades(book, locale);
}

/** Empty columns of the trade before are hidden; one into which somebody has typed meanwhile is left in sight. */
function hideEmpty(book: Book, columns: Columns): void {
  for (const [key, fields] of Object.entries(columns)) {
    const tab = book.tab(key);
    const rows = tab?.dataRows() ?? 0;
    for (const field of fields) {
      const column = tab?.columns.get(field);
      if (column === undefined) continue;
      const isEmpty = rows === 0 || tab!.sheet.getRange(2, column, rows, 1).isBlank();
      if (isEmpty) tab!.sheet.hideColumns(column);
    }
  }
}

/** What a change has yet to do once the settings hold. */
interface Rest {
  from?: string;
  hide?: Columns;
  samples?: boolean;
  /** fields whose cells are looked at again */
  check?: Change['check'];
}

/** Done once more, it changes nothing. */
function settle(book: Book, { from, hide = {}, samples }: Rest): void {
  hideEmpty(book, hide);
  if (samples) {
    addSamples(book, 'customers');
    // records of samples among customers of the shop's own would count as sales
    addSamplesLater(book);
  }
  retellHome(book, from);
}

function columnsOf({ off }: TradePlan): Columns {
  const found: Columns = {};
  for (const { tab, field } of off) found[tab.key] = [...(found[tab.key] ?? []), field.key];
  return found;
}

/**
 * Keeps the ledger for another trade: whole or not at all, and no record is touched but samples that nobody has changed.
 * Changing back makes it what it was.
 */
export function changeTemplate(book: Book, request: Request, locale: Locale): Outcome {
  if (request.template === undefined) return openTrades(book, locale);
  const to = findTemplate(request.template);
  if (!to) {
    const list = templates.map(({ key }) => key).join(say('list.separator', locale));
    return { ok: false, message: say('stop.unknownTemplate', locale, { template: request.template, list }) };
  }
  const template = to.label[locale];
  const change = (): Outcome => {
    const undertaking: Undertaking = { id, action: id, request };
    const from = book.settings!.template;
    const isSame = from === to.key;
    const same: Outcome = { ok: true, message: say('trade.same', locale, { template }) };
    if (isSame && isTakenUp(id) && !request.preview) {
      withIntent(undertaking, () => {
        const rest = foundEarlier() as Rest;
        settle(book, rest);
        checkAgain(book, rest.check ?? {});
      });
      return same;
    }
    if (isSame) return same;
    const going = samplesToGo(book);
    const plan = planFor(book, to, going);
    // A tab that was never made has no columns to hide.
    plan.off = plan.off.filter(({ tab }) => book.tab(tab.key) !== undefined);
    const sections = tellPlan(plan, isAnySample(going) ? template : undefined, locale);
    if (request.preview) {
      const told = sections.flatMap(({ title, lines }) => [title, ...lines.map((text) => `- ${text}`)]);
      return { ok: true, message: [say('trade.preview', locale, { template }), ...told].join('\n'), details: { sections } };
    }
    const wanted = { template: to.key, kept: plan.kept, changes: plan.changes, left: plan.left };
    if (!fitsInMetadata({ ...book.settings!, ...wanted })) return { ok: false, message: say('stop.settingsTooLarge', locale) };
    withIntent(undertaking, () => {
      const { check } = changeTo(book, wanted);
      const samples = isAnySample(going) || foundEarlier().samples === true;
      const rest = { from, hide: columnsOf(plan), samples, check };
      noteFound(rest);
      if (isAnySample(going)) takeSamplesAway(book);
      enforce(book, changeTo(book, wanted), () => settle(book, rest));
    });
    return { ok: true, message: say('trade.done', locale, { template, from: labelOf(from, locale) }), details: { sections } };
  };
  return underLock(book, change) ?? { ok: false, message: say('stop.busy', locale) };
}
