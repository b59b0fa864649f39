import type { AutomationTexts } from './zh-CN.ts';

export const automationEn: AutomationTexts = {
  title: 'Automation',
  on: 'On',
  off: 'Off',
  next: (when) => `Next: ${when}`,
  last: (when) => `Last: ${when}`,
  notYet: 'It has not run yet.',
  running: 'Running…',
  halfWay: 'Partly done; it will go on.',
  runNow: 'Run now',
  goOn: 'Go on now',
  switching: 'Saving…',
  working: 'Running, perhaps for some minutes. You can do something else meanwhile; what came of it will stand here.',
  restarting: 'Starting again…',
  name: 'Your name',
  nameHelp: 'Colleagues see here and in the change log who switched it on.',
  nameMissing: 'Fill in your name first, then switch it on.',
  lost: 'The ledger did not answer, so whether it was done is not known. Choose "Look again".',
  again: 'Look again',
  looking: 'Looking…',
  none: 'There is nothing yet that could run by itself.',
};
