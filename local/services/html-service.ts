import type { ExecutionContext } from './execution-context.ts';
import type { GlobalService } from './objects.ts';
import type { Methods } from './service-class.ts';
import { ServiceError, ServiceObject } from './service-object.ts';

export class HtmlOutputObject extends ServiceObject {
  readonly type = 'HtmlOutput';
  content: string;
  title: string | undefined;
  /** pixels */
  width: number | undefined;
  height: number | undefined;

  constructor(content = '') {
    super();
    this.content = content;
  }
}

type Output = HtmlOutputObject;

function rawFile(context: ExecutionContext, _: GlobalService, name: string): string {
  const { files } = context.surroundings.bundle;
  const key = name.replace(/\.html$/, '');
  if (!Object.hasOwn(files, key)) throw new ServiceError(`No HTML file named ${key} was found.`);
  return files[key]!;
}

/** Templates are made inside the script's realm, where their scriptlets see its globals: `rawFile` is what that asks for. */
export const htmlServiceMethods: Methods<GlobalService> = {
  createHtmlOutput: ['| string', (_, __, html?: string) => new HtmlOutputObject(html)],
  createHtmlOutputFromFile: ['string', (context, self, name: string) => new HtmlOutputObject(rawFile(context, self, name))],
  rawFile: ['string', rawFile],
};

function changed(output: Output, change: Partial<Output>): Output {
  return Object.assign(output, change);
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

export const htmlOutputMethods: Methods<Output> = {
  getContent: ['', (_, { content }) => content],
  setContent: ['string', (_, output, content: string) => changed(output, { content })],
  append: ['string', (_, output, more: string) => changed(output, { content: output.content + more })],
  appendUntrusted: ['string', (_, output, more: string) => changed(output, { content: output.content + escapeHtml(more) })],
  clear: ['', (_, output) => changed(output, { content: '' })],
  getTitle: ['', (_, { title }) => title ?? null],
  setTitle: ['string', (_, output, title: string) => changed(output, { title })],
  getWidth: ['', (_, { width }) => width ?? null],
  setWidth: ['int', (_, output, width: number) => changed(output, { width })],
  getHeight: ['', (_, { height }) => height ?? null],
  setHeight: ['int', (_, output, height: number) => changed(output, { height })],
  setXFrameOptionsMode: ['XFrameOptionsMode', (_, output) => output],
  setSandboxMode: ['SandboxMode', (_, output) => output],
  addMetaTag: ['string, string', (_, output) => output],
  setFaviconUrl: ['string', (_, output) => output],
};
