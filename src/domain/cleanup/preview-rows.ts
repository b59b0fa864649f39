import { type Cell, cellText, isDay } from '../check/cell.ts';
import type { Dictionary } from '../dictionary/types.ts';
import type { Locale } from '../locale.ts';
import { explain, say } from '../messages/say.ts';
import type { Finding, FindingKind } from './finding.ts';

/** The preview's columns in their order. The last one is hidden: what a row is about, whatever people do to its words. */
export const previewColumns = ['tick', 'tab', 'record', 'about', 'field', 'from', 'to', 'reason', 'result', 'key'] as const;

/** Longer preview lists are not looked through; what is left comes with the next clean-up. */
export const mostListed = 50_000;

const kinds: readonly FindingKind[] = ['fix', 'fill', 'remove', 'report'];
/** A cell holds 50,000 characters at most (platform §1). */
const mostShown = 40_000;

const typeOf = (cell: Cell): string =>
  isDay(cell) ? 'd' : typeof cell === 'number' ? 'n' : typeof cell === 'boolean' ? 'b' : 's';

/** A value as it will stand in a text cell: nothing to write is said in words. */
function shown({ kind, to, suggestion }: Finding, locale: Locale): string {
  if (kind === 'report' || to === undefined) return suggestion ?? '';
  if (kind === 'remove') return say('preview.delete', locale);
  return cellText(to) === '' ? say('preview.blank', locale) : cellText(to);
}

/** A first apostrophe is taken for the sign that text follows, so it needs another. */
const asText = (text: string): string => (text.startsWith("'") ? `'${text}` : text);

/** Words that name what a finding is about, in the order of `previewColumns`; the tick comes first. */
export function previewRow(finding: Finding, dictionary: Dictionary, locale: Locale): (string | boolean)[] {
  const tab = dictionary.tabs.find(({ key }) => key === finding.tab);
  const field = tab?.fields.find(({ key }) => key === finding.field);
  const { code, params, suggestion } = finding;
  return [
    finding.sure,
    tab?.label[locale] ?? finding.tab,
    finding.record,
    finding.about ?? '',
    field?.label[locale] ?? '',
    asText(cellText(finding.from).slice(0, mostShown)),
    asText(shown(finding, locale)),
    explain({ code, params, suggestion }, locale),
    '',
    [finding.kind, finding.tab, finding.field, typeOf(finding.from)].join(' '),
  ];
}

/**
 * Findings in the order in which people look through them: by tab, then what is changed, filled and deleted, field by
 * field and reason by reason, what is certain first; records in the order of their tab.
 */
export function inPreviewOrder(findings: readonly Finding[], dictionary: Dictionary): Finding[] {
  const places = new Map(
    dictionary.tabs.flatMap(({ key, fields }, i) => [
      [`${key} `, i * 1_000] as const,
      ...fields.map((field, j) => [`${key} ${field.key}`, i * 1_000 + j + 1] as const),
    ]),
  );
  const place = ({ tab, kind, field }: Finding): number =>
    Math.floor((places.get(`${tab} `) ?? 0) / 1_000) * 1e6 +
    kinds.indexOf(kind) * 1e4 +
    ((places.get(`${tab} ${field}`) ?? 0) % 1_000);
  return findings
    .map((finding, i) => ({ finding, i, at: place(finding), group: `${finding.sure ? 0 : 1} ${finding.code}` }))
    .sort((a, b) => a.at - b.at || (a.group < b.group ? -1 : a.group > b.group ? 1 : a.i - b.i))
    .map(({ finding }) => finding);
}

/** A row of the preview as somebody left it. */
export interface PreviewedRow {
  isTicked: boolean;
  kind: FindingKind;
  tab: string;
  record: string;
  field: string;
  from: Cell;
  /** as text: people may write another value there; '' empties the cell */
  to: string;
  /** done already, or told why not */
  isSettled: boolean;
}

function fromText(text: string, type: string | undefined): Cell {
  if (type === 'd') return { day: text };
  if (type === 'n') return Number(text);
  return type === 'b' ? text === 'TRUE' : text;
}

/** Reads a row back; undefined where it is a heading or somebody's own. */
export function readPreviewRow(cells: readonly unknown[]): PreviewedRow | undefined {
  const [tick, , record, , , from, to, , result, key] = cells;
  const [kind, tab, field, type] = String(key ?? '').split(' ');
  if (!kind || tab === undefined || !kinds.includes(kind as FindingKind)) return undefined;
  const text = String(to ?? '').trim();
  const isBlank = [say('preview.blank', 'zh-CN'), say('preview.blank', 'en')].includes(text);
  return {
    isTicked: tick === true,
    kind: kind as FindingKind,
    tab,
    record: String(record ?? ''),
    field: field ?? '',
    from: fromText(String(from ?? ''), type),
    to: isBlank ? '' : text,
    isSettled: String(result ?? '') !== '',
  };
}
