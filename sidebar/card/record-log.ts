import type { RecordLogLine } from '../../src/domain/log/record-log-line.ts';
import { call } from '../client.ts';
import { element, fill } from '../element.ts';
import type { SearchTexts } from '../search/texts/zh-CN.ts';

/** The change log's part about the customer, asked for when somebody unfolds it. */
export function recordLog(number: string, texts: SearchTexts): HTMLElement {
  const place = element('div', { class: 'log', 'aria-live': 'polite' });
  let isAsked = false;

  const changed = ({ from, to }: RecordLogLine) =>
    from === ''
      ? [to]
      : [
          element('del', { 'aria-label': texts.logFrom(from) }, from),
          element('span', { 'aria-hidden': 'true' }, ' \u2192 '),
          to === '' ? texts.logEmpty : to,
        ];

  const entry = (line: RecordLogLine) =>
    element(
      'li',
      {},
      element('span', { class: 'help' }, [line.when.slice(0, 16), line.who, line.kind].filter(Boolean).join(' \u00b7 ')),
      element('span', { class: 'log-what' }, line.field !== '' && `${line.field}${texts.colon}`, ...changed(line)),
    );

  async function load() {
    isAsked = true;
    fill(place, element('div', { class: 'skeleton' }, element('div', { class: 'bone' })));
    const answer = await call('getRecordLog', { number });
    if (answer.kind === 'answer') {
      const { lines, more } = answer.value;
      if (lines.length === 0) return fill(place, element('p', { class: 'help' }, texts.logNothing));
      return fill(
        place,
        element('ul', {}, ...lines.map(entry)),
        more > 0 && element('p', { class: 'help' }, texts.logMore(more)),
      );
    }
    isAsked = false;
    fill(
      place,
      element('p', { role: 'alert' }, answer.kind === 'lost' ? texts.logFailed : answer.message),
      element('button', { type: 'button', class: 'quiet', on: { click: () => void load() } }, texts.retry),
    );
  }

  return element(
    'details',
    {
      class: 'log-fold',
      on: {
        toggle: (event) => {
          if ((event.target as HTMLDetailsElement).open && !isAsked) void load();
        },
      },
    },
    element('summary', {}, texts.log),
    place,
  );
}
