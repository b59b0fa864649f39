import type { Finding } from '../checks.ts';
import { element } from '../element.ts';
import type { Texts } from '../texts/zh-CN.ts';

const mend = (label: string, act: () => void) => element('button', { type: 'button', class: 'mend', on: { click: act } }, label);

/** The reason first, the mend second; a suggestion is one click away. */
export function problemLine(
  { message, suggestion, severity }: NonNullable<Finding['problem']>,
  texts: Texts,
  take: (suggestion: string) => void,
  /** where a wrong value may be kept all the same */
  keep?: () => void,
): HTMLElement {
  return element(
    'div',
    { class: `line line-${severity}` },
    element('p', {}, severity === 'warning' && element('span', { class: 'unseen' }, texts.reminder), message),
    (suggestion !== undefined || keep) &&
      element(
        'div',
        { class: 'mends' },
        suggestion !== undefined && mend(texts.changeTo(suggestion), () => take(suggestion)),
        keep && mend(texts.keepWrong, keep),
      ),
  );
}
