/** Sentences for problems of dates; `{…}` are the problem's params, `{suggestion}` its suggestion. */
export const dateMessages = {
  'zh-CN': {
    emptyDate: '这里还没有填日期。请输入日期，例如 2026-11-22。',
    notADate: '看不出这是哪一天：{value}。请按“年-月-日”输入，例如 2026-11-22。',
    impossibleDate: '没有这一天：{value}。请核对后重新输入。',
    impossibleDateMended: '没有这一天：{value}。是不是 {suggestion}？',
    dayMissing: '缺少日：{value}。请补上是几号，例如 2026-11-22。',
    yearOutOfRange: '年份不对：{value}。请核对后重新输入。',
    lunarDate: '这是农历日期：{value}。请换成公历日期，例如 2026-11-22。',
  },
  en: {
    emptyDate: 'No date is entered here yet. Type one, for example 2026-11-22.',
    notADate: 'Cannot tell which day this is: {value}. Type year-month-day, for example 2026-11-22.',
    impossibleDate: 'There is no such day: {value}. Check it and type it again.',
    impossibleDateMended: 'There is no such day: {value}. Did you mean {suggestion}?',
    dayMissing: 'The day is missing: {value}. Add it, for example 2026-11-22.',
    yearOutOfRange: 'The year looks wrong: {value}. Check it and type it again.',
    lunarDate: 'This is a date of the lunar calendar: {value}. Type the solar date, for example 2026-11-22.',
  },
} as const;

export type DateProblemCode = keyof (typeof dateMessages)['zh-CN'];
