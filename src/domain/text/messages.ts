/** Sentences for problems of plain text and of options; `{…}` are the problem's params. */
export const textMessages = {
  'zh-CN': {
    formulaNotAllowed: '这里不能输入公式：{value}。去掉开头的“{sign}”后重新输入。',
    notAnOption: '“{value}”不在选项里。从下拉列表中选一项。',
    optionTypo: '“{value}”不在选项里。是不是“{suggestion}”？',
    tooLong: '内容有 {length} 个字，最多 {most} 个字。请缩短。',
  },
  en: {
    formulaNotAllowed: 'A formula cannot be entered here: {value}. Remove the leading "{sign}" and type it again.',
    notAnOption: '"{value}" is not one of the options. Choose one from the list.',
    optionTypo: '"{value}" is not one of the options. Did you mean "{suggestion}"?',
    tooLong: 'This is {length} characters long; at most {most} fit. Shorten it.',
  },
} as const;
