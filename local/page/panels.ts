/** Sidebars and dialogs of scripts: their pages run in frames without an origin and speak through messages only. */
import type { CallResult, PageEvent } from '../server/protocol.ts';
import { el, keepKeys } from './dom.ts';
import type { FromPanel, ToPanel } from './panel/messages.ts';
import type { Texts } from './texts.ts';

type SidebarEvent = Extract<PageEvent, { event: 'sidebar' }>;
type DialogEvent = Extract<PageEvent, { event: 'dialog' }>;

export interface PanelActions {
  call(panel: string, functionName: string, args: unknown[]): Promise<CallResult>;
  closed(panel: string): void;
  focusGrid(): void;
}

export interface Panels {
  sidebar(event: SidebarEvent): void;
  dialog(event: DialogEvent): void;
  close(panel: string): void;
}

interface Open {
  panel: string;
  frame: HTMLIFrameElement;
  holder: HTMLElement;
  resize?: (size: { width?: number; height?: number }) => void;
}

export function createPanels(
  sidebarPlace: HTMLElement,
  dialogPlace: HTMLElement,
  texts: () => Texts,
  actions: PanelActions,
): Panels {
  const open = new Map<string, Open>();

  function frameFor(src: string, title: string): HTMLIFrameElement {
    const frame = el('iframe', { src, title, testId: 'panel-frame' });
    frame.setAttribute('sandbox', 'allow-scripts allow-forms allow-popups allow-downloads allow-modals');
    return frame;
  }

  function close(panel: string, tell: boolean): void {
    const entry = open.get(panel);
    if (!entry) return;
    open.delete(panel);
    entry.holder.remove();
    sidebarPlace.hidden = sidebarPlace.childElementCount === 0;
    if (tell) actions.closed(panel);
  }

  function head(panel: string, title: string): HTMLElement {
    const button = el(
      'button',
      { class: 'icon', title: texts().close, testId: 'panel-close', onclick: () => close(panel, true) },
      '×',
    );
    return el('div', { class: 'panel-head' }, el('h2', { testId: 'panel-title' }, title), button);
  }

  async function hear(entry: Open, message: FromPanel): Promise<void> {
    if (message.type === 'close') close(entry.panel, true);
    else if (message.type === 'focus') actions.focusGrid();
    else if (message.type === 'size') entry.resize?.(message);
    else if (message.type === 'call') {
      const result = await actions.call(entry.panel, message.function, JSON.parse(message.args) as unknown[]);
      const reply: ToPanel = { ledger: true, id: message.id, result: JSON.stringify(result) };
      // a frame without an origin can only be named by itself
      entry.frame.contentWindow?.postMessage(reply, '*');
    }
  }

  window.addEventListener('message', (event: MessageEvent<FromPanel>) => {
    if (event.data?.ledger !== true) return;
    for (const entry of open.values()) if (entry.frame.contentWindow === event.source) void hear(entry, event.data);
  });

  return {
    sidebar({ panel, title, src }) {
      for (const entry of [...open.values()]) if (entry.holder.parentElement === sidebarPlace) close(entry.panel, true);
      const frame = frameFor(src, title);
      const holder = el('div', { class: 'sidebar-panel', testId: 'sidebar' }, head(panel, title), frame);
      keepKeys(holder);
      open.set(panel, { panel, frame, holder });
      sidebarPlace.replaceChildren(holder);
      sidebarPlace.hidden = false;
    },
    dialog({ panel, title, src, width, height, modal }) {
      const frame = frameFor(src, title);
      const holder = el(
        'dialog',
        { class: modal ? 'html-dialog' : 'html-dialog modeless', testId: 'dialog' },
        head(panel, title),
        frame,
      );
      keepKeys(holder);
      const resize = (size: { width?: number; height?: number }) => {
        if (size.width) frame.style.width = `${size.width}px`;
        if (size.height) frame.style.height = `${size.height}px`;
      };
      resize({ width, height });
      holder.addEventListener('cancel', (event) => {
        event.preventDefault();
        close(panel, true);
      });
      open.set(panel, { panel, frame, holder, resize });
      dialogPlace.append(holder);
      if (modal) holder.showModal();
      else holder.show();
    },
    close: (panel) => close(panel, false),
  };
}
