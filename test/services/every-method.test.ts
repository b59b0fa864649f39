import { beforeAll, describe, expect, test } from '@jest/globals';
import { readGoogleTypes } from '../../.config/google-api/read-types.mjs';
import { scriptHost } from '../run/script-host.ts';
import { PREAMBLE, SAMPLES } from './every-method.samples.ts';

/** Every method that is there, called with what its parameters say and with odd values of the same types. */
interface Overload {
  parameters: { type: string; optional: boolean; rest: boolean }[];
  returns: string;
}
interface GoogleClass {
  name: string;
  methods: Record<string, Overload[]>;
}
interface Call {
  path: string;
  text: string;
  returns: string;
}
interface Answer {
  kind?: string;
  error?: string;
}

const SCOPES = ['spreadsheets', 'script.container.ui', 'script.scriptapp', 'userinfo.email', 'drive', 'forms'];
/** These wait, or need somebody who answers. */
const LEFT_OUT = new Set(['sleep', 'waitLock', 'tryLock', 'getUi', 'inputBox', 'msgBox']);
const ROUNDS = 3;

const PLAIN: Readonly<Record<string, readonly string[]>> = {
  string: ["'A1'", "''", "'#ff0000'", "'没有'", "'=1/0'"],
  number: ['1', '0', '-1', '2.5', '1e9'],
  boolean: ['true', 'false'],
  date: ['new Date(0)', 'new Date(NaN)', 'new Date(1e12)'],
  any: ["'text'", 'new Date(NaN)', 'null', '[]', '{}'],
};
const BASIC: Readonly<Record<string, string>> = {
  Integer: 'number',
  Byte: 'number',
  BigNumber: 'number',
  String: 'string',
  Char: 'string',
  Date: 'date',
};

const google = readGoogleTypes() as Map<string, GoogleClass[]>;
const classes = new Map(
  [...google].flatMap(([service, list]) => list.map((each) => [pathOf(service, each.name), each] as const)),
);

function pathOf(service: string, name: string): string {
  if (service === 'Base') return name === 'Blob' ? 'Utilities.Blob' : name === 'RgbColor' ? 'SpreadsheetApp.RgbColor' : name;
  return service === name ? name : `${service}.${name}`;
}

/** An expression for a parameter; `undefined` where its class has no sample. */
function argument(type: string, round: number): string | undefined {
  const bare = type.split('|')[0]!.trim();
  if (bare.endsWith('[]')) {
    const item = argument(bare.slice(0, -2).replace(/^\((.*)\)$/, '$1'), round);
    return item === undefined ? undefined : round === 1 ? '[]' : `[${item}]`;
  }
  if (/^['"]/.test(bare)) return bare;
  const name = bare.split('.').at(-1)!;
  const values = PLAIN[BASIC[name] ?? name];
  if (values) return values[round % values.length];
  const sample = Object.keys(SAMPLES).find((path) => path.endsWith(`.${name}`));
  return sample ? SAMPLES[sample] : undefined;
}

function callsOf(path: string): Call[] {
  const calls: Call[] = [];
  for (const [method, overloads] of Object.entries(classes.get(path)!.methods)) {
    if (LEFT_OUT.has(method)) continue;
    for (const { parameters, returns } of overloads) {
      for (let round = 0; round < (parameters.length === 0 ? 1 : ROUNDS); round++) {
        const args = parameters.map(({ type }) => argument(type, round));
        if (args.includes(undefined)) continue;
        calls.push({ path: `${path}.${method}`, text: `${SAMPLES[path]}.${method}(${args.join(', ')})`, returns });
      }
    }
  }
  return calls;
}

async function answersTo(calls: readonly Call[]): Promise<{ answers: Answer[]; internal: string[] }> {
  const code = `${PREAMBLE}
    function kindOf(value) {
      if (value === null || value === undefined) return 'nothing';
      if (Array.isArray(value)) return 'array';
      if (value instanceof Date) return 'date';
      if (typeof value !== 'object') return typeof value;
      if (typeof value.compareTo === 'function') return 'enumeration';
      // a file is shown as its name
      if (typeof value.makeCopy === 'function') return 'File';
      if (typeof value.getFolders === 'function') return 'Folder';
      // charts and users are shown in ways of their own
      return String(value).replace(/^.*ChartPropertyApi(\\w+)@.*$/, '$1').replace(/^.+@.+$/, 'User');
    }
    var CALLS = [${calls.map(({ text }) => `function () { return ${text}; }`).join(',\n')}];
    function test() { return JSON.stringify(CALLS.map(function (call) { try { return { kind: kindOf(call()) }; } catch (error) { return { error: String(error) }; } })); }`;
  const { host, logs } = scriptHost(code, { scopes: SCOPES, deadlineBy: 'real' });
  const result = await host.run({ email: 'owner@shop.example', locale: 'zh-CN' }, 'test');
  if (!result.ok) throw new Error(result.error);
  return {
    answers: JSON.parse(result.value as string) as Answer[],
    internal: logs.filter((line) => line.startsWith('error')).map((line) => line.split('\n').slice(0, 6).join('\n')),
  };
}

/** Names for a choice of texts. */
const TEXTS = new Set(['FontLine', 'FontStyle', 'FontWeight']);

/** Whether an answer is of the type that Google's documentation names; where there is nothing, it says so in ways of its own. */
function fits(kind: string, returns: string): boolean {
  if (kind === 'nothing') return true;
  if (/^Array<|\[\]$/.test(returns)) return kind === 'array';
  return returns.split('|').some((type) => {
    const name = type.trim().split('.').at(-1)!;
    const basic = TEXTS.has(name) || /^['"]/.test(name) ? 'string' : (BASIC[name] ?? name);
    if (['string', 'number', 'boolean', 'date'].includes(basic)) return kind === basic;
    // options come as a plain object
    return (
      basic === 'any' ||
      kind === name ||
      (/^[A-Z{]/.test(name) && ['enumeration', '[object Object]'].includes(kind)) ||
      related(kind, name)
    );
  });
}

/** A builder stands for what it builds, a chart for its kind of chart. */
const related = (kind: string, name: string): boolean =>
  kind.endsWith('Builder') ? name.endsWith('Builder') || kind.startsWith(name) : name.endsWith(kind) || kind.endsWith(name);

describe.each(Object.keys(SAMPLES).filter((path) => classes.has(path)))('%s', (path) => {
  let calls: Call[];
  let answers: Answer[];
  let internal: string[];
  beforeAll(async () => {
    calls = callsOf(path);
    ({ answers, internal } = await answersTo(calls));
  });

  test('no call, however odd, breaks the local workbook itself', () => {
    expect(internal).toEqual([]);
    const broken = calls.filter((_, i) => /TypeError|RangeError|ReferenceError/.test(answers[i]!.error ?? ''));
    expect(broken.map(({ text }, i) => `${text}: ${answers[i]!.error}`)).toEqual([]);
  });

  test('what answers, answers with what Google’s types say', () => {
    const odd = calls.flatMap(({ text, returns }, i) => {
      const { kind } = answers[i]!;
      return kind === undefined || fits(kind, returns) ? [] : [`${text}: ${kind}, not ${returns}`];
    });
    expect(odd).toEqual([]);
    expect(answers.some(({ kind }) => kind !== undefined)).toBe(true);
  });
});
