/**
 * Sentences for problems of phone numbers; `{…}` are the problem's params, `{suggestion}` its suggestion. The reason
 * comes first, the mend second. `{count|digit|digits}` is the count with the word that fits it.
 */
export const phoneMessages = {
  'zh-CN': {
    notANumber: '“{value}”里没有电话号码。输入号码，没有就留空。',
    digitsLost: '表格把号码变成了 {value}，有几位已经丢失。按原始资料重新输入。',
    digitsDoubtful: '表格把号码变成了 {value}，末尾几位可能丢失。如果就是 {suggestion}，输入 {suggestion}。',
    digitsHidden: '号码有几位被遮住了：{value}。向客户问到完整号码后输入。',
    mobileTooShort: '手机号少 {count} 位：{digits}。核对后重新输入。',
    mobileTooLong: '手机号多 {count} 位：{digits}。核对后重新输入。',
    tooShort: '电话号码少 {count} 位：{digits}。核对后重新输入。',
    tooLong: '电话号码多 {count} 位：{digits}。核对后重新输入。',
    incomplete: '{digits} 太短，不是完整的电话号码。核对后重新输入。',
    runTogether: '两个号码连在一起了：{digits}。分开写成 {suggestion}。',
    needsAreaCode: '{digits} 缺区号。在前面加上区号，例如 010-{digits}。',
    unknownPrefix: '没有 {prefix} 开头的手机号：{digits}。核对后重新输入。',
    notInUse: '{digits} 不是在用的电话号码。核对后重新输入。',
    unknownCountry: '没有 {prefix} 开头的国家或地区代码。核对 + 后面的数字。',
    serviceNumber: '{digits} 是服务热线，不是客户的电话。输入客户自己的号码。',
    letters: '号码里混有字母或汉字：{value}。如果是 {suggestion}，输入 {suggestion}。',
    textAround: '号码旁多了“{letter}”。如果是 {suggestion}，输入 {suggestion}。',
    zeroLost: '{digits} 前面像是少了 0。如果是 {suggestion}，输入 {suggestion}。',
    unknownAreaCode: '查不到区号 {areaCode}，可能是旧区号：{digits}。联系客户时核实。',
    possibleOnly: '{digits} 的长度对，但查不到这个号段。联系客户时核实。',
    foreignPossibleOnly: '{digits} 是境外号码，只核对了长度。联系客户时核实。',
    otherRegion: '{digits} 像是其他地区的号码。如果是，写成 {suggestion}。',
  },
  en: {
    notANumber: 'There is no phone number in "{value}". Type the number, or leave it empty.',
    digitsLost: 'The spreadsheet turned the number into {value}, and digits are lost. Type it again from the source.',
    digitsDoubtful:
      'The spreadsheet turned the number into {value}, and the last digits may be lost. If it is {suggestion}, type {suggestion}.',
    digitsHidden: 'Some digits are hidden: {value}. Ask the customer for the full number and type it.',
    mobileTooShort: '{count|digit|digits} missing from mobile number {digits}. Check it and type it again.',
    mobileTooLong: '{count|digit|digits} too many in mobile number {digits}. Check it and type it again.',
    tooShort: '{count|digit|digits} missing from phone number {digits}. Check it and type it again.',
    tooLong: '{count|digit|digits} too many in phone number {digits}. Check it and type it again.',
    incomplete: '{digits} is too short for a phone number. Check it and type it again.',
    runTogether: 'Two numbers are run together: {digits}. Type them apart: {suggestion}.',
    needsAreaCode: '{digits} has no area code. Put the area code in front, for example 010-{digits}.',
    unknownPrefix: 'No mobile number begins with {prefix}: {digits}. Check it and type it again.',
    notInUse: '{digits} is not a number in use. Check it and type it again.',
    unknownCountry: 'No country code begins with {prefix}. Check the digits after the +.',
    serviceNumber: "{digits} is a service hotline, not a customer's phone. Type the customer's own number.",
    letters: 'There are letters in the number: {value}. If it is {suggestion}, type {suggestion}.',
    textAround: 'There is an extra "{letter}" beside the number. If it is {suggestion}, type {suggestion}.',
    zeroLost: '{digits} seems to have lost its leading 0. If it is {suggestion}, type {suggestion}.',
    unknownAreaCode: 'Area code {areaCode} is not known and may be an old one: {digits}. Check it with the customer.',
    possibleOnly: '{digits} has the right length, but its range is not known. Check it with the customer.',
    foreignPossibleOnly: '{digits} is a number from abroad; only its length was checked. Check it with the customer.',
    otherRegion: '{digits} looks like a number from elsewhere. If so, type {suggestion}.',
  },
} as const;

export type PhoneProblemCode = keyof (typeof phoneMessages)['zh-CN'];
