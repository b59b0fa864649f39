import type { Texts } from './zh-CN.ts';

export const en: Texts = {
  required: 'Required',
  choose: 'Choose',
  openCalendar: 'Open the calendar',
  stars: (count) => (count === 1 ? '1 star' : `${count} stars`),
  changeTo: (value) => `Change to ${value}`,
  reminder: 'Please check: ',

  missing: (label) => `${label} is empty. Fill it in, then save.`,
  wrongValue: 'This cannot be right. Check it and type it again.',
  keepWrong: 'Keep anyway',
  kept: 'Kept as typed. It will be marked in the tab.',

  searching: 'Searching…',
  searchHint: 'Number, name or phone',
  optionHint: 'Type to search',
  noCustomer: (text) => `No customer matches “${text}”. Check the number, name or phone, or register the customer first.`,
  manyCustomers: (text) => `More than one customer matches “${text}”. Choose one from the list.`,
  searchFailed: 'Customers cannot be looked up right now. You can type the customer no. instead.',
  found: (count) =>
    count === 0 ? 'Nothing found' : count === 1 ? '1 found, use the down key' : `${count} found, use the up and down keys`,

  loading: 'Opening the form…',
  openFailed: 'The form did not open: the ledger did not answer. Check the network and try again.',
  noFields: 'This tab has no fields to fill in. Switch some on in the field settings.',
  retry: 'Try again',

  saving: 'Saving…',
  confirming: 'No answer yet. Finding out whether it was saved…',
  unsureTime: 'No answer for a minute; it may have been saved. “Try again” finds out and never registers twice.',
  unsureFailure:
    'No answer arrived; it may have been saved. Check the network, then “Try again” finds out and never registers twice.',
  problems: (count) =>
    count === 1
      ? 'One entry needs a change before saving. Everything you typed is still here.'
      : `${count} entries need a change before saving. Everything you typed is still here.`,
  warnings: (count) =>
    count === 1
      ? 'Not saved yet: one entry to look at. You can save it anyway.'
      : `Not saved yet: ${count} entries to look at. You can save them anyway.`,
  keepAnyway: 'Save anyway',
  lookAgain: 'Look again',
  clear: 'Clear',
  cleared: 'Cleared.',
  undo: 'Undo',
  restored: 'What you had not saved is back.',
  saveKey: 'Ctrl + Enter saves',

  checkingDuplicates: 'Looking for duplicates…',
  duplicatesFailed: 'Duplicates cannot be checked right now. You can save all the same.',
  duplicates: (count) => (count === 1 ? 'Possible duplicate' : `Possible duplicates (${count})`),
  strength: { sure: 'Very likely the same', likely: 'Likely the same', possible: 'Looks similar' },
  open: 'Open',
  update: 'Update customer',
  addAnyway: 'Add anyway',
  opened: (number) => `${number} is selected in the sheet.`,
  openRecordFailed: 'The row did not open. Try again in a moment.',
  askSure: (name) => `This is very likely ${name}. Add a new customer anyway?`,
  addNew: 'Add new',
  lookAt: 'View',

  compareTitle: 'Update customer',
  compareHelp: 'Choose which one to keep for each field, then update.',
  existing: 'Existing',
  entered: 'Entered',
  blank: '(empty)',
  sameFields: (count) => (count === 1 ? '1 other field is the same' : `${count} other fields are the same`),
  nothingNew: 'What you entered is what the ledger already has. There is nothing to update.',
  applyUpdate: (count) => (count === 1 ? 'Update 1 field' : `Update ${count} fields`),
  updating: 'Updating…',
  back: 'Back',
  conflict: (count) =>
    count === 1
      ? 'Not updated yet: somebody has just changed one field. Look at it, then update.'
      : `Not updated yet: somebody has just changed ${count} fields. Look at them, then update.`,
  changedNow: (shown) => `Just changed by somebody. It was: ${shown}`,
  unsureUpdate: 'No answer arrived; it may have been updated. “Try again” finds out and never updates twice.',

  showInSheet: 'Show in sheet',
  openCard: 'Open customer card',
  anotherCustomer: 'Register another',
  anotherRecord: 'Add another',
  registerFor: (name) => `For ${name}`,
  forCustomer: 'Customer',
  repeated: 'The earlier try had been saved. Nothing was registered twice.',
  repeatedOther: (labels) => `The earlier try had been saved. Changed since and not saved: ${labels}.`,
};
