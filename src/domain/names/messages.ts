/** Sentences for problems of names; `{…}` are the problem's params. */
export const nameMessages = {
  'zh-CN': {
    phoneInName: '姓名里像是电话：{value}。请填姓名，电话填到电话一栏。',
    emailInName: '姓名里像是邮箱：{value}。请填姓名，邮箱填到邮箱一栏。',
    noLetters: '看不出姓名：{value}。请核对后重新输入。',
  },
  en: {
    phoneInName: 'This looks like a phone number, not a name: {value}. Type the name and put the number into the phone field.',
    emailInName:
      'This looks like an e-mail address, not a name: {value}. Type the name and put the address into the e-mail field.',
    noLetters: 'Cannot tell a name from this: {value}. Check it and type it again.',
  },
} as const;

export type NameProblemCode = keyof (typeof nameMessages)['zh-CN'];
