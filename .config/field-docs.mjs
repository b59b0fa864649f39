// Writes docs/fields.md: every tab and field of the dictionary and of the industry templates.
//
//   node .config/field-docs.mjs           writes the file
//   node .config/field-docs.mjs --check   fails where the file is not what would be written
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { program } from './check/tools.mjs';
import { writeWhole } from './parts/files.mjs';
import { at, root } from './parts/paths.mjs';

const target = at('docs/fields.md');

const sensitivities = { open: '公开 open', internal: '内部 internal', personal: '个人 personal', secret: '机密 secret' };

/** The dictionary is TypeScript: bundled in memory and imported from there. */
async function readDictionary() {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { coreDictionary } from './src/domain/dictionary/core.ts';
        export { templates } from './templates/all.ts';
        export { pages } from './templates/pages/all.ts';
        export { say } from './src/domain/messages/say.ts';`,
      resolveDir: root,
    },
    bundle: true,
    write: false,
    format: 'esm',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);
}

const { coreDictionary, templates, pages, say } = await readDictionary();

const both = (text) => (text ? (text['zh-CN'] === text.en ? text.en : `${text['zh-CN']} ${text.en}`) : '');
const cell = (text) => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (cells) => `| ${cells.map(cell).join(' | ')} |`;

/** A name of our own for every value the dictionary may hold; a new one must be named here before the docs can be written. */
function named(names, value) {
  if (!(value in names)) throw new Error(`docs/fields.md has no word for "${value}"; add it in .config/field-docs.mjs.`);
  return names[value];
}

function rules(field) {
  const unit = field.unit ? ` ${field.unit.en}` : '';
  return [
    field.series && `${field.series.prefix}${'1'.padStart(field.series.digits, '0')} …`,
    field.reference && `→ \`${field.reference}\``,
    field.options?.map((option) => both(option.label)).join('、'),
    field.suggestFrom && `建议 suggests \`${field.suggestFrom.list}.${field.suggestFrom.field}\``,
    field.amountFrom &&
      `建议 suggests \`${field.amountFrom.list}.${field.amountFrom.listPrice}\` × \`${field.amountFrom.quantity}\``,
    field.proposes === 'today' && '默认今天 proposes today',
    field.min !== undefined && `≥ ${field.min}${unit}`,
    field.max !== undefined && `≤ ${field.max}${unit}`,
    field.period === 'past' && '不晚于今天 not after today',
    field.period === 'future' && '不早于今天 not before today',
    field.notBefore && `不早于 not before \`${field.notBefore}\``,
  ]
    .filter(Boolean)
    .join('；');
}

const header = [
  'key',
  '中文',
  'English',
  '类型 kind',
  '必填 required',
  '唯一 unique',
  '选项与规则 options and rules',
  '敏感级别 sensitivity',
  '说明 help',
];

const fieldRow = (field) =>
  row([
    `\`${field.key}\`${field.off ? ' （默认关闭 off）' : ''}`,
    field.label['zh-CN'],
    field.label.en,
    `${say(`kind.${field.kind}`, 'zh-CN')} ${say(`kind.${field.kind}`, 'en')}`,
    field.required ? '●' : '',
    field.unique ? '●' : '',
    rules(field),
    named(sensitivities, field.sensitivity),
    field.help ? `${field.help['zh-CN']} ${field.help.en}` : '',
  ]);

const fieldTable = (fields) => [row(header), row(header.map(() => '---')), ...fields.map(fieldRow)].join('\n');
const start = (tab) => (tab.from === 'start' ? '新台账即有 in a new ledger' : '首次使用时建立 made when first used');
const tabSection = (tab, level) => `${level} ${both(tab.label)} \`${tab.key}\`\n\n${start(tab)}\n\n${fieldTable(tab.fields)}`;

function templateSection(template) {
  const core = (key) => coreDictionary.tabs.find((tab) => tab.key === key);
  const title = (key) => `${both(core(key)?.label)} \`${key}\``;
  const changed = ([key, changes]) =>
    core(key).fields.flatMap((field) => (changes[field.key] ? [{ ...field, ...changes[field.key] }] : []));
  return [
    `## 模板 Template：${both(template.label)} \`${template.key}\``,
    `${pages[template.key].about['zh-CN']}\n${pages[template.key].about.en}`,
    ...(template.tabs ?? []).map((tab) => tabSection(tab, '###')),
    ...Object.entries(template.fields ?? {}).map(([key, fields]) => `### 增加 Added：${title(key)}\n\n${fieldTable(fields)}`),
    ...Object.entries(template.changes ?? {}).map(
      (entry) => `### 改动 Changed：${title(entry[0])}\n\n${fieldTable(changed(entry))}`,
    ),
  ].join('\n\n');
}

const plain = [
  '# 字段 Fields',
  '由 `node .config/field-docs.mjs` 从字段字典生成，请勿手工修改。\nGenerated from the field dictionary by `node .config/field-docs.mjs`; do not edit.',
  ...coreDictionary.tabs.map((tab) => tabSection(tab, '##')),
  ...templates.map(templateSection),
].join('\n\n');
// laid out as the style check wants it
const layOut = [program('@biomejs/biome', 'biome'), 'format', '--stdin-file-path=docs/fields.md'];
const text = execFileSync(process.execPath, layOut, { cwd: root, input: plain, encoding: 'utf8' });

if (!process.argv.includes('--check')) writeWhole(target, text);
else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
  console.error('docs/fields.md does not fit the dictionary.');
  process.exitCode = 1;
}
