/** What every command is made of. */
import type { ParseArgsConfig } from 'node:util';
import type { Locale } from '../../src/domain/locale.ts';
import type { User } from '../contract.ts';
import type { Speech } from './speech.ts';

export interface Output {
  out(text: string): void;
  err(text: string): void;
}

/** A command line that was understood. */
export interface Call extends Output {
  positionals: string[];
  values: Record<string, string | boolean | undefined>;
  locale: Locale;
  user: User;
  say: Speech;
  /** fixed time for repeatable runs, ms since 1970 */
  now?: number;
  /** what `clasp` would push, where it is not this program's own */
  bundleFolder?: string;
  readInput(): Promise<string>;
}

export interface Command {
  name: string;
  /** after the name: `FILE TAB CSV` */
  form: string;
  summary: [zh: string, en: string];
  details: [zh: string, en: string];
  options?: NonNullable<ParseArgsConfig['options']>;
  positionals: { least: number; most: number };
  /** @returns the exit code: 0 done, 1 the ledger said no */
  run(call: Call): Promise<number>;
}

/** The command line itself was wrong: exit code 2. */
export class UsageError extends Error {
  constructor(readonly text: [zh: string, en: string]) {
    super(text[1]);
    this.name = 'UsageError';
  }
}

/** Something a person can mend: exit code 1, said without a stack. */
export class Refusal extends Error {
  constructor(readonly text: [zh: string, en: string]) {
    super(text[1]);
    this.name = 'Refusal';
  }
}
