/** Why an existing customer may be the one being entered; `{…}` are the reason's params. */
export const duplicateMessages = {
  'zh-CN': {
    samePhone: '电话相同：{phone}',
    sharedPhone: '电话相同，姓名不同：{phone}（一家人共用电话很常见）',
    nearPhone: '电话只差一位：{phone}',
    sameEmail: '邮箱相同：{email}',
    sharedEmail: '邮箱相同，姓名不同：{email}',
    similarEmail: '邮箱相近：{email}',
    sameName: '姓名相同：{name}',
    samePinyin: '姓名读音相同：{name}',
    nearName: '姓名相近：{name}',
    partialName: '姓名不全，但不矛盾：{name}',
    sameAddress: '地址相同：{address}',
    partialAddress: '地址相近：{address}',
    sameBirthDate: '出生日期相同：{date}',
    closeBirthDate: '出生日期相近：{date}',
  },
  en: {
    samePhone: 'Same phone: {phone}',
    sharedPhone: 'Same phone, other name: {phone} (families often share one)',
    nearPhone: 'Phone differs by one digit: {phone}',
    sameEmail: 'Same e-mail: {email}',
    sharedEmail: 'Same e-mail, other name: {email}',
    similarEmail: 'Similar e-mail: {email}',
    sameName: 'Same name: {name}',
    samePinyin: 'Name sounds the same: {name}',
    nearName: 'Similar name: {name}',
    partialName: 'Name is incomplete but fits: {name}',
    sameAddress: 'Same address: {address}',
    partialAddress: 'Similar address: {address}',
    sameBirthDate: 'Same birth date: {date}',
    closeBirthDate: 'Similar birth date: {date}',
  },
} as const;

export type DuplicateReasonCode = keyof (typeof duplicateMessages)['zh-CN'];
