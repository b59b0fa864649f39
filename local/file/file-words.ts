/** Words for details of findings: what is damaged, what would be lost. */
import type { Loss } from './foreign-parts.ts';
import type { Damage } from './zip-directory.ts';

export interface Sentence {
  zh: string;
  en: string;
}

/** Stands in the sentence of `damaged` as its reason. */
const damages: Record<Damage, Sentence> = {
  'cut-off': { zh: '文件不完整，后面缺了一段', en: 'the end of the file is missing' },
  directory: { zh: '压缩包目录损坏', en: 'the directory of the archive is broken' },
  part: { zh: '{part} 的内容损坏', en: 'the content of {part} is broken' },
  'missing-part': { zh: '缺少 {part}', en: '{part} is missing' },
  'double-part': { zh: '{part} 出现了两次', en: '{part} occurs twice' },
  xml: { zh: '内容不是有效的 XML', en: 'the content is not well-formed' },
  'no-tab': { zh: '里面没有工作表', en: 'there is no tab in it' },
  outside: { zh: '有单元格超出了表格范围', en: 'a cell lies outside of any sheet' },
  unreadable: { zh: '内容无法理解', en: 'the content cannot be understood' },
};

/** Stand in the sentence of `opened-as-copy` as its parts. */
const kinds: Record<Loss, Sentence> = {
  macros: { zh: '宏', en: 'macros' },
  charts: { zh: '图表', en: 'charts' },
  pivots: { zh: '数据透视表', en: 'pivot tables' },
  images: { zh: '图片', en: 'images' },
  drawings: { zh: '图形', en: 'drawings' },
  slicers: { zh: '切片器', en: 'slicers' },
  tables: { zh: '表格样式（“套用表格格式”）', en: 'tables' },
  'external-links': { zh: '外部链接', en: 'links to other workbooks' },
  'threaded-comments': { zh: '批注对话', en: 'threaded comments' },
  controls: { zh: '控件', en: 'controls' },
  'data-model': { zh: '数据模型', en: 'data models' },
  hyperlinks: { zh: '超链接', en: 'hyperlinks' },
  'rich-text': { zh: '单元格内的混合格式文字', en: 'texts with formats of their own inside a cell' },
  'icons-and-bars': { zh: '图标集、数据条等条件格式', en: 'icon sets, data bars and the like' },
  'print-settings': { zh: '打印设置', en: 'print settings' },
  groups: { zh: '行列分组', en: 'groups of rows or columns' },
  'cell-looks': { zh: '缩进、图案填充等格式', en: 'indented text, patterns and the like' },
  'named-formulas': { zh: '命名公式', en: 'named formulas' },
  passwords: { zh: '工作表或工作簿密码', en: 'passwords of sheets or of the workbook' },
  'other-parts': { zh: '其他程序的内容', en: 'contents of other programs' },
};

/** `{name}` replaced by the detail of that name. */
export function sentence(template: string, details: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ''));
}

/** The details with codes put into words. */
export function inWords(details: Record<string, string | number>, language: 'zh' | 'en'): Record<string, string | number> {
  const damage = damages[details.damage as Damage];
  const named = { ...details, ...(damage && { reason: sentence(damage[language], details) }) };
  if (typeof details.lost !== 'string') return named;
  const words = details.lost.split(',').map((loss) => kinds[loss as Loss]?.[language] ?? loss);
  return { ...named, parts: words.join(language === 'zh' ? '、' : ', ') };
}
