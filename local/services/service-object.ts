import type { Place } from './surroundings.ts';

/** Anything a script can hold a reference to; the script itself sees only a handle with the methods of `type`. */
export abstract class ServiceObject {
  /** key of the class in the registry, for example `Range` */
  abstract readonly type: string;
  /** the workbook it belongs to, where that is another than the one the script is bound to */
  place?: Place;
}

/** One value of an enumeration of Apps Script, for example `SpreadsheetApp.BorderStyle.SOLID`. */
export class EnumValue {
  readonly type: string;
  readonly name: string;

  constructor(type: string, name: string) {
    this.type = type;
    this.name = name;
  }
}

/** A function of the script that was handed to a service; only its name crosses. */
export class FunctionName {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** What a service throws at the script: Google's text, and `Exception` as the name. */
export class ServiceError extends Error {
  override readonly name: string = 'Exception';
}

/** The end of an execution by its time limit: no `catch` of the script gets past it. */
export class ExecutionKilled extends Error {
  constructor() {
    super('Exceeded maximum execution time');
  }
}

/**
 * A service's answer that may take a while (an alert, a lock, a sleep). In a worker the script is held until `later`
 * resolves; in the same thread nothing can happen meanwhile, so `now` answers or throws.
 */
export class Waiting {
  readonly later: () => Promise<unknown>;
  readonly now: () => unknown;

  constructor(later: () => Promise<unknown>, now: () => unknown) {
    this.later = later;
    this.now = now;
  }
}
