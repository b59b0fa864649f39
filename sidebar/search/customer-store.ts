import type { CustomerRows } from '../../src/domain/api.ts';
import { SearchIndex } from '../../src/domain/search/search-index.ts';
import { call } from '../client.ts';

export interface StoreState {
  phase: 'loading' | 'ready' | 'failed';
  loaded: number;
  /** rows of the tab; undefined until the first answer */
  total?: number;
  /** why it failed, where the server says so */
  message?: string;
}

export interface CustomerStore {
  state(): StoreState;
  search: SearchIndex['search'];
  /** Loads all customers anew; what is there stays searchable until the new ones are. */
  load(first?: CustomerRows): Promise<void>;
  /** Adds somebody who has just been registered. */
  add(values: Readonly<Record<string, string>>): void;
}

/** Calls side by side: Google allows ten of one page. */
const atOnce = 4;
/** Customers that are made searchable without letting a key wait. */
const slice = 1_500;

const rest = () => new Promise((resolve) => setTimeout(resolve));

/** Loading stopped; the customers that are there stay. */
class Stopped {
  readonly message: string | undefined;
  constructor(message?: string) {
    this.message = message;
  }
}

/** Rows were moved while they were being read: somebody may be missing or there twice. */
const moved = Symbol('moved');

async function fetchRows(from: number, rows?: number): Promise<CustomerRows> {
  for (let tries = 1; ; tries++) {
    const answer = await call('loadCustomers', { from, rows });
    if (answer.kind === 'answer') return answer.value;
    if (tries === 2) throw new Stopped(answer.kind === 'refused' ? answer.message : undefined);
  }
}

/** A stretch of the tab, in as many answers as it needs. */
async function fetchStretch(from: number, rows: number): Promise<CustomerRows[]> {
  const parts: CustomerRows[] = [];
  for (let at = from; at < from + rows; ) {
    const part = await fetchRows(at, from + rows - at);
    parts.push(part);
    if (part.rows === 0) break;
    at += part.rows;
  }
  return parts;
}

/** All customers of the ledger in the page, so that a key needs no server. */
export function customerStore(changed: () => void): CustomerStore {
  let index = new SearchIndex();
  let fields: CustomerRows['fields'] = [];
  let state: StoreState = { phase: 'loading', loaded: 0 };
  let run = 0;
  /** registered in this page: their rows may have been read before they were there */
  const registered: Readonly<Record<string, string>>[] = [];

  function tell(next: Partial<StoreState>) {
    state = { ...state, ...next };
    changed();
  }

  const numberKey = () => fields.find(({ role }) => role === 'number')?.key ?? '';
  const oneRow = (values: Readonly<Record<string, string>>) => ({
    fields,
    columns: fields.map(({ key }) => [values[key] ?? '']),
  });

  async function loadAll(mine: number, first?: CustomerRows) {
    const fresh = new SearchIndex();
    const numbers = new Set<string>();
    let blocks = 0;

    async function take(part: CustomerRows, total: number) {
      const columns = part.columns.map((column) => (column === '' ? [] : column.split('\n')));
      const key = part.fields.findIndex(({ role }) => role === 'number');
      const count = columns[key]?.length ?? 0;
      // A column that is empty throughout is one empty line for each customer, and of a single one no text at all.
      const lines = columns.map((column) =>
        column.length === count ? column : Array.from({ length: count }, (_, i) => column[i] ?? ''),
      );
      const here = new Set(lines[key]);
      const isTwice = blocks > 0 && [...here].some((number) => numbers.has(number));
      if (part.total !== total || isTwice) throw moved;
      for (const number of here) numbers.add(number);
      blocks += 1;
      for (let from = 0; from < count; from += slice) {
        fresh.add({ fields: part.fields, columns: lines.map((column) => column.slice(from, from + slice)) });
        fresh.warm();
        await rest();
        if (mine !== run) return;
        if (fresh.size >= index.size) index = fresh;
        tell({ loaded: fresh.size });
      }
    }

    const begin = first ?? (await fetchRows(0));
    const { total } = begin;
    if (mine !== run) return;
    fields = begin.fields;
    tell({ total });
    const step = Math.max(begin.rows, 1);
    const starts: number[] = [];
    if (begin.rows > 0) for (let from = begin.rows; from < total; from += step) starts.push(from);
    const running: Promise<CustomerRows[]>[] = [];
    const start = () => {
      const from = starts[running.length];
      if (from === undefined) return;
      const stretch = fetchStretch(from, Math.min(step, total - from));
      // Told when it is its turn.
      stretch.catch(() => undefined);
      running.push(stretch);
    };
    for (let i = 0; i < atOnce; i++) start();
    await take(begin, total);
    for (let i = 0; i < starts.length; i++) {
      const parts = await running[i]!;
      start();
      for (const part of parts) await take(part, total);
      if (mine !== run) return;
    }
    for (const values of registered) if (!numbers.has(values[numberKey()] ?? '')) fresh.add(oneRow(values));
    index = fresh;
    // The first search after loading compiles what the later ones use.
    index.search('zw 1', 1);
  }

  async function load(first?: CustomerRows) {
    run += 1;
    const mine = run;
    tell({ phase: 'loading', loaded: 0, total: undefined, message: undefined });
    for (let tries = 1; ; tries++) {
      try {
        await loadAll(mine, tries === 1 ? first : undefined);
        if (mine === run) tell({ phase: 'ready', loaded: index.size });
        return;
      } catch (stop) {
        if (mine !== run) return;
        if (stop === moved && tries < 3) continue;
        return tell({ phase: 'failed', loaded: index.size, message: stop instanceof Stopped ? stop.message : undefined });
      }
    }
  }

  return {
    state: () => state,
    search: (typed, most) => index.search(typed, most),
    load,
    add(values) {
      registered.push(values);
      // While customers arrive, whoever is new joins at the end.
      if (state.phase === 'loading') return;
      index.add(oneRow(values));
      tell({ loaded: index.size });
    },
  };
}
