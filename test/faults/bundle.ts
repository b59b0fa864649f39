import { join } from 'node:path';
import { loadBundle } from '../../local/run/load-bundle.ts';

/** The bundle exactly as it is pushed; `npm test` builds it first. */
export const bundle = loadBundle(process.env.LEDGER_DIST ?? join(import.meta.dirname, '../../dist'));
