/** Sentences of the page of automation in Chinese. `en.ts` is typed by this object. */
export const automationZh = {
  title: '自动任务',
  on: '开',
  off: '关',
  next: (when: string) => `下次：${when}`,
  last: (when: string) => `上次：${when}`,
  notYet: '还没有运行过。',
  running: '正在运行…',
  halfWay: '做了一部分，会接着做。',
  runNow: '现在运行',
  goOn: '接着运行',
  switching: '正在保存…',
  working: '正在运行，可能要几分钟。可以先做别的，做完会写在这里。',
  restarting: '正在重新开始…',
  name: '怎么称呼你',
  nameHelp: '同事会在这里和操作日志里看到是谁打开的。例如：王店长。',
  nameMissing: '先填怎么称呼你，再打开。',
  lost: '没有收到台账的答复，不知道有没有做成。点“再看一次”核对。',
  again: '再看一次',
  looking: '正在查看…',
  none: '还没有可以自动运行的任务。',
};

export type AutomationTexts = typeof automationZh;
