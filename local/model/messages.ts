/** Refusals in the person's language; the English sentences are Google's (platform.md §5). */

const EN = {
  protected:
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
  validation: 'The data you entered in cell {cell} violates the data validation rules set on this cell.',
  oneOf: 'Please enter one of the following values: {items}.',
  tooLong: 'Your input contains more than the maximum of 50000 characters in a single cell.',
  tooManyCells: 'This action would increase the number of cells in the workbook above the limit of {cells} cells.',
  outside: 'The coordinates of the range are outside the dimensions of the sheet.',
  allRows: 'Sorry, it is not possible to delete all non-frozen rows.',
  allColumns: 'Sorry, it is not possible to delete all non-frozen columns.',
  tooManyColumns: 'A sheet cannot have more than 18278 columns.',
  lastSheet: 'You can’t remove or hide all visible sheets in a document.',
  nameTaken: 'A sheet with the name “{name}” already exists. Please enter another name.',
  nameEmpty: 'The sheet name cannot be empty.',
  nameLong: 'The sheet name cannot be longer than 100 characters.',
  noSheet: 'This sheet has been deleted.',
  notFound: 'No matches were found for “{find}”.',
  nothingToUndo: 'There is nothing to undo.',
  nothingToRedo: 'There is nothing to redo.',
  undoLost:
    'This change can no longer be undone, because its rows, columns or sheet have been deleted or somebody else has changed the same cells.',
  mergedSort: 'You can’t sort a range that contains merged cells.',
} as const;

const ZH: Record<keyof typeof EN, string> = {
  protected: '您正在尝试修改受保护的单元格或对象。如果您需要修改，请与电子表格所有者联系，让其取消保护。',
  validation: '您在单元格 {cell} 中输入的数据违反了此单元格上设置的数据验证规则。',
  oneOf: '请输入以下值之一：{items}。',
  tooLong: '您输入的内容超过了单个单元格最多 50000 个字符的限制。',
  tooManyCells: '此操作会使工作簿中的单元格数量超过 {cells} 个的上限。',
  outside: '该范围的坐标超出了工作表的范围。',
  allRows: '抱歉，无法删除所有未冻结的行。',
  allColumns: '抱歉，无法删除所有未冻结的列。',
  tooManyColumns: '一张工作表最多只能有 18278 列。',
  lastSheet: '您不能移除或隐藏文档中所有可见的工作表。',
  nameTaken: '已存在名为“{name}”的工作表，请输入其他名称。',
  nameEmpty: '工作表名称不能为空。',
  nameLong: '工作表名称不能超过 100 个字符。',
  noSheet: '此工作表已被删除。',
  notFound: '找不到与“{find}”匹配的内容。',
  nothingToUndo: '没有可撤消的操作。',
  nothingToRedo: '没有可重做的操作。',
  undoLost: '此更改已无法撤消：相关的行、列或工作表已被删除，或其他人已修改了相同的单元格。',
  mergedSort: '无法对包含合并单元格的范围进行排序。',
};

export type MessageKey = keyof typeof EN;

/** `message('zh-CN', 'nameTaken', { name: '客户' })`; any language but Chinese reads English. */
export function message(locale: string, key: MessageKey, values: Record<string, string> = {}): string {
  const text = locale.toLowerCase().startsWith('zh') ? ZH[key] : EN[key];
  return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}
