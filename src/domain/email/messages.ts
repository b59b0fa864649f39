/** Sentences for problems of e-mail addresses; `{…}` are the problem's params, `{suggestion}` its suggestion. */
export const emailMessages = {
  'zh-CN': {
    noAtSign: '邮箱里没有 @：{value}。请补上，例如 name@qq.com。',
    severalAtSigns: '邮箱里有 {count} 个 @：{value}。请只留一个。',
    severalAddresses: '这里有 {count} 个邮箱。请只留一个，例如 {suggestion}。',
    noNameBeforeAt: '@ 前面是空的：{value}。请补上邮箱名。',
    noDomain: '@ 后面是空的：{value}。请补上，例如 qq.com。',
    endingMissing: '邮箱不完整：{value}。请补上结尾，例如 .com。',
    endingMissingMended: '邮箱不完整：{value}。是不是 {suggestion}？',
    spaceInside: '邮箱中间有空格：{value}。是不是 {suggestion}？',
    wrongCharacter: '邮箱里不能有“{character}”：{value}。请改正后重新输入。',
    wrongDots: '邮箱里的点位置不对：{value}。是不是 {suggestion}？',
    looksLikePhone: '这像是电话，不是邮箱：{value}。请移到电话一栏。',
    notAnEmail: '看不出这是邮箱：{value}。请核对后重新输入，例如 name@qq.com。',
    domainTypo: '邮箱可能写错了：{value}。是不是 {suggestion}？',
  },
  en: {
    noAtSign: 'The e-mail address has no @: {value}. Add it, for example name@gmail.com.',
    severalAtSigns: 'The e-mail address has {count} @ signs: {value}. Keep only one.',
    severalAddresses: 'There are {count} e-mail addresses here. Keep only one, for example {suggestion}.',
    noNameBeforeAt: 'Nothing stands before the @: {value}. Add the name.',
    noDomain: 'Nothing stands after the @: {value}. Add it, for example gmail.com.',
    endingMissing: 'The e-mail address is incomplete: {value}. Add its ending, for example .com.',
    endingMissingMended: 'The e-mail address is incomplete: {value}. Did you mean {suggestion}?',
    spaceInside: 'There is a space inside the e-mail address: {value}. Did you mean {suggestion}?',
    wrongCharacter: 'An e-mail address cannot contain "{character}": {value}. Correct it and type it again.',
    wrongDots: 'The dots in the e-mail address are misplaced: {value}. Did you mean {suggestion}?',
    looksLikePhone: 'This looks like a phone number, not an e-mail address: {value}. Move it to the phone field.',
    notAnEmail: 'This does not look like an e-mail address: {value}. Check it and type it again, for example name@gmail.com.',
    domainTypo: 'The e-mail address may be mistyped: {value}. Did you mean {suggestion}?',
  },
} as const;

export type EmailProblemCode = keyof (typeof emailMessages)['zh-CN'];
