import { existsSync, readFileSync } from 'node:fs';

/** Rows of a small CSV file by header; quoted cells may hold commas and doubled quotes, not line ends. */
export function readCsv(url: URL): Record<string, string>[] {
  const [header, ...lines] = readFileSync(url, 'utf8').trimEnd().split(/\r?\n/);
  const names = splitLine(header ?? '');
  return lines.map((line) => Object.fromEntries(splitLine(line).map((cell, index) => [names[index], cell])));
}

function splitLine(line: string): string[] {
  const cells = line.match(/("(?:[^"]|"")*"|[^,]*)(,|$)/g) ?? [];
  const texts = cells.map((cell) =>
    cell
      .replace(/,$/, '')
      .replace(/^"([\s\S]*)"$/, '$1')
      .replace(/""/g, '"'),
  );
  return line.endsWith(',') ? texts : texts.slice(0, -1);
}

/** A set of numbers that lies beside the repository on some machines and is no part of it. */
export function besideRepository(name: string): URL | undefined {
  const url = new URL(`../../../shared/data/phones/${name}`, import.meta.url);
  return existsSync(url) ? url : undefined;
}
