export interface BoundColumn {
  key: string;
  /** every name the field goes by */
  labels: readonly string[];
  /** 0-based */
  column: number;
}

export interface HeaderFault {
  key: string;
  kind: 'blank' | 'swapped' | 'doubled';
}

/**
 * What is wrong with a header row. A column is known by its identity, so a header that merely reads differently has
 * been renamed and is right.
 *
 * @param header texts from column A on, trimmed
 */
export function headerFaults(columns: readonly BoundColumn[], header: readonly string[]): HeaderFault[] {
  const faults: HeaderFault[] = [];
  for (const { key, labels, column } of columns) {
    const text = header[column] ?? '';
    const own = labels.indexOf(text) >= 0;
    if (text === '') faults.push({ key, kind: 'blank' });
    else if (!own && columns.some((other) => other.key !== key && other.labels.indexOf(text) >= 0))
      faults.push({ key, kind: 'swapped' });
    else if (own && header.some((other, i) => i !== column && other === text && !columns.some((c) => c.column === i)))
      faults.push({ key, kind: 'doubled' });
  }
  return faults;
}
