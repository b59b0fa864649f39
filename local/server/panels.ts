/** Keeps the pages of open sidebars and dialogs, each under an address that cannot be guessed. */
import { randomBytes } from 'node:crypto';

export interface PanelStore {
  /** @returns the path under which the page can be fetched, with `google.script` put in */
  keep(panel: string, html: string): string;
  get(path: string): string | undefined;
  drop(panel: string): void;
}

/** @param shim script text that defines `google.script` in a panel */
export function createPanelStore(shim: string): PanelStore {
  const pages = new Map<string, { panel: string; html: string }>();
  return {
    keep(panel, html) {
      const path = `/panel/${randomBytes(18).toString('base64url')}`;
      pages.set(path, { panel, html: withShim(html, shim) });
      return path;
    },
    get: (path) => pages.get(path)?.html,
    drop(panel) {
      for (const [path, page] of pages) if (page.panel === panel) pages.delete(path);
    },
  };
}

/** The shim must run before any script of the page, and must not put the page into quirks mode. */
export function withShim(html: string, shim: string): string {
  const script = `<script>${shim.replace(/<\/script/gi, '<\\/script')}</script>`;
  const head = /<head(\s[^>]*)?>/i.exec(html);
  if (head) {
    const at = head.index + head[0].length;
    return html.slice(0, at) + script + html.slice(at);
  }
  const doctype = /^\s*<!doctype[^>]*>/i.exec(html);
  return doctype ? doctype[0] + script + html.slice(doctype[0].length) : `<!doctype html>${script}${html}`;
}
