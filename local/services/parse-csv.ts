import { ServiceError } from './service-object.ts';

/** RFC 4180 as `Utilities.parseCsv` reads it. `parseCsv('a,"b,c"', ',')` → `[['a', 'b,c']]` */
export function parseCsv(text: string, delimiter: string): string[][] {
  if (delimiter.length !== 1) throw new ServiceError('Invalid argument: delimiter');
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  const endField = () => {
    row.push(field);
    field = '';
  };
  const endRow = () => {
    endField();
    rows.push(row);
    row = [];
  };
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]!;
    if (quoted) {
      if (sign !== '"') field += sign;
      else if (text[i + 1] === '"') field += text[++i];
      else quoted = false;
    } else if (sign === '"' && field === '') quoted = true;
    else if (sign === delimiter) endField();
    else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text[i + 1] === '\n') i++;
      endRow();
    } else field += sign;
  }
  if (quoted) throw new ServiceError('Could not parse text.');
  if (field !== '' || row.length > 0) endRow();
  return rows;
}
