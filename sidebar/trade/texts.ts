import type { Locale } from '../../src/domain/locale.ts';

const zh = {
  newTitle: '先选行业',
  newAbout: '字段、选项和首页按行业准备好，以后可以再换，也可以自己加减字段。',
  changeTitle: '换成哪个行业',
  changeAbout: '先看会变什么，再决定换不换。记录不会丢。',
  current: '现在用的',
  samples: '放几条示例数据，看完可以一次删掉',
  setUp: '建立台账',
  settingUp: '正在建立，大约半分钟…',
  preview: '看会变什么',
  looking: '正在看各表…',
  previewTitle: (trade: string) => `换成“${trade}”`,
  change: (trade: string) => `换成“${trade}”`,
  changing: '正在更换，大约半分钟…',
  nothingYet: '会变这些，现在什么都没有改。',
  back: '返回',
  pickFirst: '先选一个行业。',
  lost: '没有收到台账的答复，不知道有没有做成。关掉侧栏，再点一次菜单里的这一项就知道。',
  register: '登记第一位客户',
  ready: '台账建好了',
  changed: '换好了',
  next: '“首页”上写着接下来做什么。',
};

const en: typeof zh = {
  newTitle: 'Choose your trade',
  newAbout: 'Fields, options and the start page are made for it. You can change it later, and add or switch off fields yourself.',
  changeTitle: 'Change to which trade',
  changeAbout: 'First see what would change, then decide. No record is lost.',
  current: 'In use',
  samples: 'Add a few samples to look at; they can be removed at once',
  setUp: 'Set up the ledger',
  settingUp: 'Setting up, about half a minute…',
  preview: 'See what would change',
  looking: 'Looking at the tabs…',
  previewTitle: (trade) => `Change to "${trade}"`,
  change: (trade) => `Change to "${trade}"`,
  changing: 'Changing, about half a minute…',
  nothingYet: 'This would change. Nothing has been changed yet.',
  back: 'Back',
  pickFirst: 'Choose a trade first.',
  lost: 'The ledger did not answer, so whether it was done is not known. Close the sidebar and choose this item of the menu again to find out.',
  register: 'Register the first customer',
  ready: 'The ledger is ready',
  changed: 'Changed',
  next: 'The tab "Home" says what to do next.',
};

const byLocale: Readonly<Record<Locale, typeof zh>> = { 'zh-CN': zh, en };

export const tradeTextsOf = (locale: Locale): typeof zh => byLocale[locale] ?? zh;
