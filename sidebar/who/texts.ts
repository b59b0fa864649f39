import type { Locale } from '../../src/domain/locale.ts';

const zh = {
  known: (name: string) => `记录为：${name}`,
  unknown: '操作日志还不知道你是谁',
  change: '更改',
  say: '填写名字',
  label: '操作日志里怎么称呼你',
  hint: '例如：王店长',
  save: '保存',
  cancel: '取消',
  saving: '正在保存…',
  failed: '名字没有保存：没有收到台账的答复。再试一次。',
};

const en: typeof zh = {
  known: (name) => `Recorded as: ${name}`,
  unknown: 'Unnamed in the log',
  change: 'Change',
  say: 'Say who you are',
  label: 'What the change log calls you',
  hint: 'Such as: Wang',
  save: 'Save',
  cancel: 'Cancel',
  saving: 'Saving…',
  failed: 'The name was not saved: the ledger did not answer. Try again.',
};

export const whoTextsOf = (locale: Locale): typeof zh => (locale === 'en' ? en : zh);
