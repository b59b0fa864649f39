import { enumValue } from './enums.ts';
import type { GlobalService } from './objects.ts';
import type { Methods } from './service-class.ts';
import { type EnumValue, ServiceObject } from './service-object.ts';

class TextOutputObject extends ServiceObject {
  readonly type = 'TextOutput';
  /** null once it was cleared */
  content: string | null;
  mimeType: EnumValue = enumValue('ContentMimeType', 'TEXT');
  fileName: string | null = null;

  constructor(content: string) {
    super();
    this.content = content;
  }
}

function changed(output: TextOutputObject, change: Partial<TextOutputObject>): TextOutputObject {
  return Object.assign(output, change);
}

export const contentServiceMethods: Methods<GlobalService> = {
  createTextOutput: ['| string', (_, __, content: string = '') => new TextOutputObject(content)],
};

export const textOutputMethods: Methods<TextOutputObject> = {
  getContent: ['', (_, { content }) => content],
  setContent: ['string', (_, output, content: string) => changed(output, { content })],
  append: ['string', (_, output, more: string) => changed(output, { content: (output.content ?? '') + more })],
  clear: ['', (_, output) => changed(output, { content: null })],
  getMimeType: ['', (_, { mimeType }) => mimeType],
  setMimeType: ['ContentMimeType', (_, output, mimeType: EnumValue) => changed(output, { mimeType })],
  getFileName: ['', (_, { fileName }) => fileName],
  downloadAsFile: ['string', (_, output, fileName: string) => changed(output, { fileName })],
};
