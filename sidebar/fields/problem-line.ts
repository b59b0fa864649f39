import type { Finding } from '../checks.ts';
import { element } from '../element.ts';
import type { Texts } from '../texts/zh-CN.ts';

const mend = (label: string, act: () => void) => element('button', { type: 'button', class: 'mend', on: { click: act } }, label);

/** The reason first, the mend second; a suggestion is one click away, and so is keeping what stands where that is allowed. */
export function problemLine(
  { message, suggestion, severity }: NonNullable<Finding['problem']>,
  texts: Texts,
  { take, keep }: { take?: (suggestion: string) => void; keep?: () => void },
): HTMLElement {
  const change = take && suggestion !== undefined && mend(texts.changeTo(suggestion), () => take(suggestion));
  const insist = keep && mend(texts.keepWrong, keep);
  return element(
    'div',
    { class: `line line-${severity}` },
    element('p', {}, severity === 'warning' && element('span', { class: 'unseen' }, texts.reminder), message),
    (change || insist) && element('div', { class: 'mends' }, change, insist),
  );
}
