/** Why two rows may be one customer, beyond what `duplicateMessages` say; `{…}` are the reason's params. */
export const linkageMessages = {
  'zh-CN': {
    sameIdentifier: '编号相同：{value}',
    nearIdentifier: '编号只差一位：{value}',
    sameValue: '{column}相同：{value}',
    similarValue: '{column}相近：{value}',
  },
  en: {
    sameIdentifier: 'Same number: {value}',
    nearIdentifier: 'Number differs by one character: {value}',
    sameValue: 'Same {column}: {value}',
    similarValue: 'Similar {column}: {value}',
  },
} as const;

export type LinkageReasonCode = keyof (typeof linkageMessages)['zh-CN'];
