import type { Border } from '../contract.ts';
import { ColorObject } from './color-objects.ts';
import { enumValue } from './enums.ts';
import type { Methods } from './service-class.ts';
import { ServiceObject } from './service-object.ts';

/** The lines round a cell. Google does not document it, but `Range.getBorder` answers with it. */
export class BordersObject extends ServiceObject {
  readonly type = 'Borders';
  readonly border: Border;

  constructor(border: Border) {
    super();
    this.border = border;
  }
}

class BorderObject extends ServiceObject {
  readonly type = 'Border';
  /** name of its style and `#rrggbb`, apart by a blank; absent: there is none */
  readonly line: string | undefined;

  constructor(line: string | undefined) {
    super();
    this.line = line;
  }
}

export const bordersMethods: Methods<BordersObject> = {
  getTop: ['', (_, { border }) => new BorderObject(border.top)],
  getRight: ['', (_, { border }) => new BorderObject(border.right)],
  getBottom: ['', (_, { border }) => new BorderObject(border.bottom)],
  getLeft: ['', (_, { border }) => new BorderObject(border.left)],
};

export const borderMethods: Methods<BorderObject> = {
  getBorderStyle: ['', (_, { line }) => (line ? enumValue('BorderStyle', line.split(' ')[0]!.toUpperCase()) : null)],
  getColor: ['', (_, { line }) => new ColorObject(line ? { rgb: line.split(' ')[1] ?? '#000000' } : {})],
};
