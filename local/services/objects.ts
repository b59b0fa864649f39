import type { OpenSides, Rect } from '../contract.ts';
import { ServiceObject } from './service-object.ts';

/** A service reached by its global name; it has no state of its own. */
export class GlobalService extends ServiceObject {
  readonly type: string;

  constructor(type: string) {
    super();
    this.type = type;
  }
}

export class SpreadsheetObject extends ServiceObject {
  readonly type = 'Spreadsheet';
}

export class SheetObject extends ServiceObject {
  readonly type = 'Sheet';
  /** gid */
  readonly id: number;

  constructor(id: number) {
    super();
    this.id = id;
  }
}

/** Coordinates only: rows that move do not take a range object along. */
export class RangeObject extends ServiceObject {
  readonly type = 'Range';
  readonly sheet: number;
  /** 0-based, within the grid when it was made */
  readonly rect: Rect;
  /** absent: bound to a row and a column on every side */
  readonly open: OpenSides | undefined;

  constructor(sheet: number, rect: Rect, open?: OpenSides) {
    super();
    this.sheet = sheet;
    this.rect = rect;
    this.open = open;
  }
}

export class RangeListObject extends ServiceObject {
  readonly type = 'RangeList';
  readonly ranges: readonly RangeObject[];

  constructor(ranges: readonly RangeObject[]) {
    super();
    this.ranges = ranges;
  }
}

export class UserObject extends ServiceObject {
  readonly type = 'User';
  readonly email: string;

  constructor(email: string) {
    super();
    this.email = email;
  }
}
