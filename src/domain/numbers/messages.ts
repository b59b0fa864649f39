/** Sentences for problems of numbers; `{…}` are the problem's params, `{suggestion}` its suggestion. */
export const numberMessages = {
  'zh-CN': {
    emptyNumber: '这里还没有填。请输入数字。',
    notANumber: '看不出这是多少：{value}。请只输入数字，例如 1299。',
    aboutNumber: '“{value}”不是准确的数。如果就是 {suggestion}，请输入 {suggestion}。',
    doubtfulComma: '“{value}”里的逗号看不准。如果是 {suggestion}，请输入 {suggestion}。',
    notWhole: '这里要整数，现在是 {value}。请改成整数，例如 {suggestion}。',
    numberTooSmall: '{value} 太小，最小是 {min}。请核对后重新输入。',
    numberTooLarge: '{value} 太大，最大是 {max}。请核对后重新输入。',
    otherCurrency: '“{value}”是别的货币，这里按 {sign} 记。请换算成 {sign} 再输入数字。',
    notYesNo: '“{value}”看不出是还是否。请输入“是”或“否”。',
  },
  en: {
    emptyNumber: 'Nothing is entered here yet. Type a number.',
    notANumber: 'Cannot tell what number this is: {value}. Type digits only, for example 1299.',
    aboutNumber: '"{value}" is not an exact number. If it is {suggestion}, type {suggestion}.',
    doubtfulComma: 'The comma in "{value}" is unclear. If you mean {suggestion}, type {suggestion}.',
    notWhole: 'A whole number is needed here, but this is {value}. Change it, for example to {suggestion}.',
    numberTooSmall: '{value} is too small; the least is {min}. Check it and type it again.',
    numberTooLarge: '{value} is too large; the most is {max}. Check it and type it again.',
    otherCurrency: '"{value}" is in another currency; amounts here are in {sign}. Convert it to {sign} and type the number.',
    notYesNo: 'Cannot tell yes or no from "{value}". Type yes or no.',
  },
} as const;

export type NumberProblemCode = keyof (typeof numberMessages)['zh-CN'];
