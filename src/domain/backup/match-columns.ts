/** A column by what it is: a field of the ledger's, or one of the shop's own with its header. */
export interface KnownColumn {
  /** 1-based */
  column: number;
  field?: string;
  header: string;
}

/** A column of a backup and where it belongs now; without a place it is gone and has to be made. */
export interface MatchedColumn {
  from: KnownColumn;
  to?: number;
}

/**
 * Finds the columns of a backup in a tab as it is now: fields by what they are wherever they were moved, the shop's own by
 * their headers, and columns without a header where they were, as long as nothing else stands there.
 *
 * @returns `kept`: columns that the backup does not know
 */
export function matchColumns(
  backup: readonly KnownColumn[],
  now: readonly KnownColumn[],
): { matched: MatchedColumn[]; kept: KnownColumn[] } {
  const left = new Set(now);
  const found = new Map<KnownColumn, KnownColumn>();
  const take = (rule: (from: KnownColumn, to: KnownColumn) => boolean): void => {
    for (const from of backup) {
      if (found.has(from)) continue;
      const to = [...left].find((each) => rule(from, each));
      if (!to) continue;
      found.set(from, to);
      left.delete(to);
    }
  };
  take((from, to) => from.field !== undefined && from.field === to.field);
  take((from, to) => !from.field && !to.field && from.header !== '' && from.header === to.header && from.column === to.column);
  take((from, to) => !from.field && !to.field && from.header !== '' && from.header === to.header);
  take((from, to) => !from.field && !to.field && from.column === to.column && (from.header === '' || to.header === ''));
  return {
    matched: backup.map((from) => ({ from, ...(found.has(from) ? { to: found.get(from)!.column } : {}) })),
    kept: now.filter((each) => left.has(each) && (each.field !== undefined || each.header !== '')),
  };
}
