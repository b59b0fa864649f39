import { createRequire } from 'node:module';

/** What the tests use of SQLite; the package brings no types. */
interface Database {
  run(sql: string, values?: readonly unknown[]): void;
  prepare(sql: string): { run(values: readonly unknown[]): void; free(): void };
  exec(sql: string): { columns: string[]; values: (string | number | null)[][] }[];
}

const load = createRequire(import.meta.url)('sql.js/dist/sql-wasm.js') as () => Promise<{ Database: new () => Database }>;

/** A second opinion: the same records in SQLite. */
export class Sql {
  private constructor(private readonly database: Database) {}

  /** @param rows in the order of the columns */
  static async holding(tables: Record<string, { columns: string[]; rows: (string | number | null)[][] }>): Promise<Sql> {
    const { Database } = await load();
    const database = new Database();
    for (const [name, { columns, rows }] of Object.entries(tables)) {
      database.run(`create table ${name} (${columns.join(', ')})`);
      const insert = database.prepare(`insert into ${name} values (${columns.map(() => '?').join(', ')})`);
      database.run('begin');
      for (const row of rows) insert.run(row);
      database.run('commit');
      insert.free();
    }
    return new Sql(database);
  }

  rows(query: string): (string | number | null)[][] {
    return this.database.exec(query)[0]?.values ?? [];
  }

  number(query: string): number {
    return Number(this.rows(query)[0]?.[0] ?? 0);
  }
}
