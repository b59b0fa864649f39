import { Buffer } from 'node:buffer';
import { makeEscaper } from '../run/realm-escape.ts';
import { BlobObject, BlobSource, convert } from './blob.ts';
import type { ExecutionContext } from './execution-context.ts';
import type { GlobalService } from './objects.ts';
import type { Methods } from './service-class.ts';
import { ServiceError, ServiceObject } from './service-object.ts';

class MetaTagObject extends ServiceObject {
  readonly type = 'HtmlOutputMetaTag';
  readonly name: string;
  readonly content: string;

  constructor(name: string, content: string) {
    super();
    this.name = name;
    this.content = content;
  }
}

export class HtmlOutputObject extends BlobSource {
  readonly type = 'HtmlOutput';
  content: string;
  title: string | undefined;
  /** pixels */
  width: number | undefined;
  height: number | undefined;
  faviconUrl: string | undefined;
  metaTags: MetaTagObject[] = [];

  constructor(content = '') {
    super();
    this.content = content;
  }

  asBlob(): BlobObject {
    return new BlobObject(Buffer.from(this.content, 'utf8'), 'text/html');
  }
}

type Output = HtmlOutputObject;

function rawFile(context: ExecutionContext, _: GlobalService, name: string): string {
  const { files } = context.surroundings.bundle;
  const key = name.replace(/\.html$/, '');
  // no published price: as a single property
  context.lookup('lookup');
  if (!Object.hasOwn(files, key)) throw new ServiceError(`No HTML file named ${key} was found.`);
  return files[key]!;
}

function createOutput(context: ExecutionContext, _: GlobalService, source: string | BlobSource = ''): Output {
  return new HtmlOutputObject(typeof source === 'string' ? source : source.asBlob(context).bytes.toString('utf8'));
}

/** Templates are made inside the script's realm, where their scriptlets see its globals: `rawFile` is what that asks for. */
export const htmlServiceMethods: Methods<GlobalService> = {
  createHtmlOutput: ['| string | BlobSource', createOutput],
  createHtmlOutputFromFile: ['string', (context, self, name: string) => new HtmlOutputObject(rawFile(context, self, name))],
  getUserAgent: ['', () => null],
  rawFile: ['string', rawFile],
};

function changed(output: Output, change: Partial<Output>): Output {
  return Object.assign(output, change);
}

/** What is not trusted is escaped for the place that the page has reached. */
function appendUntrusted(_: ExecutionContext, output: Output, more: string): Output {
  const escaper = makeEscaper();
  escaper.raw(output.content);
  return changed(output, { content: output.content + escaper.print(more) });
}

const META_TAGS = new Set([
  'apple-mobile-web-app-capable',
  'google-site-verification',
  'mobile-web-app-capable',
  'twitter:card',
  'twitter:site',
  'twitter:title',
  'viewport',
]);

function addMetaTag(_: ExecutionContext, output: Output, name: string, content: string): Output {
  if (!META_TAGS.has(name)) throw new ServiceError('The meta tag you specified is not allowed in this context.');
  return changed(output, { metaTags: [...output.metaTags, new MetaTagObject(name, content)] });
}

export const htmlOutputMethods: Methods<Output> = {
  getContent: ['', (_, { content }) => content],
  setContent: ['string', (_, output, content: string) => changed(output, { content })],
  append: ['string', (_, output, more: string) => changed(output, { content: output.content + more })],
  appendUntrusted: ['string', appendUntrusted],
  clear: ['', (_, output) => changed(output, { content: '' })],
  getTitle: ['', (_, { title }) => title ?? ''],
  setTitle: ['string', (_, output, title: string) => changed(output, { title })],
  getWidth: ['', (_, { width }) => width ?? null],
  setWidth: ['int?', (_, output, width: number | null) => changed(output, { width: width ?? undefined })],
  getHeight: ['', (_, { height }) => height ?? null],
  setHeight: ['int?', (_, output, height: number | null) => changed(output, { height: height ?? undefined })],
  setXFrameOptionsMode: ['XFrameOptionsMode', (_, output) => output],
  setSandboxMode: ['SandboxMode', (_, output) => output],
  addMetaTag: ['string, string', addMetaTag],
  getMetaTags: ['', (_, { metaTags }) => metaTags],
  getFaviconUrl: ['', (_, { faviconUrl }) => faviconUrl ?? null],
  setFaviconUrl: ['string', (_, output, faviconUrl: string) => changed(output, { faviconUrl })],
  getBlob: ['', (_, output) => output.asBlob()],
  getAs: ['string', (_, output, contentType: string) => convert(output.asBlob(), contentType)],
};

export const metaTagMethods: Methods<MetaTagObject> = {
  getName: ['', (_, { name }) => name],
  getContent: ['', (_, { content }) => content],
};
