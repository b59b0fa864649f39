/**
 * The only way this page makes DOM. Text goes in as text nodes, so data can never become markup.
 */
type AttributeName =
  | 'id'
  | 'class'
  | 'for'
  | 'type'
  | 'name'
  | 'value'
  | 'role'
  | 'tabindex'
  | 'title'
  | 'rows'
  | 'min'
  | 'max'
  | 'checked'
  | 'disabled'
  | 'hidden'
  | 'open'
  | 'placeholder'
  | 'inputmode'
  | 'enterkeyhint'
  | 'autocomplete'
  | 'autocapitalize'
  | 'spellcheck'
  | 'novalidate'
  | 'lang'
  | 'href'
  | 'target'
  | 'rel'
  | 'accept'
  | 'download'
  | `aria-${string}`
  | `data-${string}`;

type Listeners = { [E in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[E]) => void };

export type Attributes = { [A in AttributeName]?: string | number | boolean | undefined } & { on?: Listeners };

/** What may stand inside an element; `undefined` and `false` leave nothing, so that `condition && child` reads well. */
export type Child = Node | string | undefined | false;

/**
 * Makes an element. An attribute that is `true` stands empty, one that is `false` or `undefined` is left out.
 *
 * @example element('button', { class: 'quiet', on: { click: close } }, texts.close)
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  const { on, ...plain } = attributes;
  for (const [name, value] of Object.entries(plain)) {
    if (value === undefined || value === false) continue;
    made.setAttribute(name, value === true ? '' : String(value));
  }
  for (const [name, listener] of Object.entries(on ?? {})) made.addEventListener(name, listener as EventListener);
  fill(made, ...children);
  return made;
}

/** Replaces everything inside `parent`. */
export function fill(parent: Element, ...children: Child[]): void {
  parent.replaceChildren(...children.filter((child): child is Node | string => child !== undefined && child !== false));
}

let made = 0;

/** An id that no other element of this page has; ARIA relations need one. */
export function freshId(prefix: string): string {
  made += 1;
  return `${prefix}-${made}`;
}
