/** Builds elements without ever parsing text as HTML. */

type Props<K extends keyof HTMLElementTagNameMap> = Partial<Omit<HTMLElementTagNameMap[K], 'style' | 'dataset'>> & {
  class?: string;
  testId?: string;
  role?: string;
  aria?: Record<string, string>;
};

/** @example el('button', { class: 'quiet', testId: 'close', onclick: close }, '×') */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props<K> = {},
  ...children: (Node | string | undefined)[]
): HTMLElementTagNameMap[K] {
  const { class: className, testId, role, aria, ...rest } = props;
  const element = Object.assign(document.createElement(tag), rest);
  if (className) element.className = className;
  if (testId) element.dataset.testid = testId;
  if (role) element.setAttribute('role', role);
  for (const [name, value] of Object.entries(aria ?? {})) element.setAttribute(`aria-${name}`, value);
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/** Keys pressed in the frame's own parts must not reach the grid, which listens on the whole document. */
export function keepKeys(element: HTMLElement): void {
  for (const type of ['keydown', 'keyup', 'keypress', 'paste', 'copy', 'cut'] as const)
    element.addEventListener(type, (event) => event.stopPropagation());
}
