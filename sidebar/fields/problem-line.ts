import type { Finding } from '../checks.ts';
import { element } from '../element.ts';
import type { Texts } from '../texts/zh-CN.ts';

/** The reason first, the mend second; a suggestion is one click away. */
export function problemLine(
  { message, suggestion, severity }: NonNullable<Finding['problem']>,
  texts: Texts,
  take: (suggestion: string) => void,
): HTMLElement {
  return element(
    'div',
    { class: `line line-${severity}` },
    element('p', {}, severity === 'warning' && element('span', { class: 'unseen' }, texts.reminder), message),
    suggestion !== undefined &&
      element('button', { type: 'button', class: 'mend', on: { click: () => take(suggestion) } }, texts.changeTo(suggestion)),
  );
}
