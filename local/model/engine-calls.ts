/** Calls that Google takes and the engine does not, or not in this form, said in the engine's words. */
type Rewrite = (args: string[]) => string | undefined;

const rewrites: Record<string, Rewrite> = {
  // without a value in its stead, an error is empty
  IFERROR: ([value, ...rest]) => (rest.length === 0 ? `IFERROR(${value},"")` : undefined),
  IFNA: ([value, ...rest]) => (rest.length === 0 ? `IFNA(${value},"")` : undefined),
  // a link shows its label, without one its address
  HYPERLINK: ([address, label]) => `(${label ?? address})`,
  JOIN: ([between, ...parts]) => `TEXTJOIN(${[between, 'FALSE', ...parts].join(',')})`,
};

const names = `(?<![\\p{L}\\p{N}_.])(${Object.keys(rewrites).join('|')})\\(`;
const ANYWHERE = new RegExp(names, 'iu');
const HERE = new RegExp(names, 'iuy');
const QUOTED = /"(?:[^"]|"")*"|'(?:[^']|'')*'/y;

/** @example engineCalls('=IFERROR(1/0)') // '=IFERROR(1/0,"")' */
export function engineCalls(formula: string): string {
  if (!ANYWHERE.test(formula)) return formula;
  let out = '';
  for (let at = 0; at < formula.length; ) {
    const quoted = quotedAt(formula, at);
    HERE.lastIndex = at;
    const name = quoted ? undefined : HERE.exec(formula);
    const call = name && argumentsAt(formula, at + name[0].length);
    if (call) {
      const args = call.args.map(engineCalls);
      out += rewrites[name![1]!.toUpperCase()]!(args) ?? `${name![0]}${args.join(',')})`;
      at = call.end;
    } else {
      out += quoted || formula[at]!;
      at += quoted.length || 1;
    }
  }
  return out;
}

function quotedAt(formula: string, at: number): string {
  QUOTED.lastIndex = at;
  return QUOTED.exec(formula)?.[0] ?? '';
}

/** What stands between here and the closing bracket, parted at its own commas; nothing where none closes. */
function argumentsAt(formula: string, from: number): { args: string[]; end: number } | undefined {
  const args: string[] = [];
  let begin = from;
  let depth = 0;
  for (let at = from; at < formula.length; ) {
    const quoted = quotedAt(formula, at);
    const sign = formula[at]!;
    if (quoted) at += quoted.length;
    else {
      if (depth === 0 && (sign === ',' || sign === ')')) {
        args.push(formula.slice(begin, at));
        begin = at + 1;
        if (sign === ')') return { args, end: at + 1 };
      }
      if ('({'.includes(sign)) depth++;
      if (')}'.includes(sign)) depth--;
      at++;
    }
  }
  return undefined;
}
