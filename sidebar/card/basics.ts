import type { Card, CardField } from '../../src/domain/api.ts';
import { type Child, element } from '../element.ts';
import type { SearchTexts } from '../search/texts/zh-CN.ts';

const outside = { target: '_blank', rel: 'noopener' };

/** The value; phones can be called and addresses written to. */
function linked({ text, hue, phones, mail }: CardField, texts: SearchTexts): Child[] {
  if (mail) {
    const href = `mailto:${encodeURIComponent(mail).replace(/%40/g, '@')}`;
    return [element('a', { ...outside, href, 'aria-label': texts.write(mail) }, text)];
  }
  if (phones && phones.length > 0) {
    const links = phones.map((phone) =>
      element(
        'a',
        { ...outside, href: `tel:${phone.number.replace(/[^+\d]/g, '')}`, 'aria-label': texts.call(phone.text) },
        phone.text,
      ),
    );
    // A remark behind a number (微信同号) is worth seeing, too.
    const isPlain = phones.map((phone) => phone.text).join(' / ') === text;
    return isPlain ? links.flatMap((link, i) => (i === 0 ? [link] : [' / ', link])) : [text, ' ', ...links];
  }
  return hue ? [element('span', { class: `state hue-${hue}` }, element('span', { class: 'dot' }), text)] : [text];
}

/** What the customers' tab holds of the customer, what is doubtful there and what is missing. */
export function basics({ fields, missing, problems }: Card, texts: SearchTexts): HTMLElement {
  return element(
    'section',
    { class: 'basics' },
    ...problems.map((problem) => element('p', { class: 'note' }, problem)),
    element(
      'dl',
      {},
      ...fields.flatMap((field) => [
        element('dt', {}, field.label),
        element(
          'dd',
          {},
          ...linked(field, texts),
          field.problem && element('p', { class: `line tone-${field.problem.severity}` }, field.problem.message),
        ),
      ]),
    ),
    missing.length > 0 && element('p', { class: 'help missing' }, texts.missing(missing.join(texts.comma))),
  );
}
