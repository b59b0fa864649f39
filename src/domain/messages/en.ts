import { automationEn } from '../automation/messages.ts';
import { backupEn } from '../backup/messages.ts';
import { cleanUpEn } from '../cleanup/ledger-messages.ts';
import { creditEn } from '../credit/messages.ts';
import { digestEn } from '../digest/messages.ts';
import { duplicateGroupsEn } from '../duplicate-groups/messages.ts';
import { noticeEn } from '../home/messages.ts';
import { logEn } from '../log/messages.ts';
import { mergeEn } from '../merge/messages.ts';
import { patternEn } from '../patterns/messages.ts';
import { qualityEn } from '../quality/messages.ts';
import { reminderEn } from '../reminders/messages.ts';
import { reportEn } from '../reports/messages.ts';
import { operationsEn } from '../reports/operations-messages.ts';
import { reviewEn } from '../review/messages.ts';
import { segmentEn } from '../segments/messages.ts';
import { tradeEn } from '../trade/messages.ts';
import type { zhCN } from './zh-CN.ts';

export const en: Readonly<Record<keyof typeof zhCN, string>> = {
  // as in zh-CN.ts
  __proto__: null as never,
  'check.dateInFuture': '{value} has not come yet. Check the year and type it again.',
  'check.dateInPast': '{value} is past. Check it and type it again.',
  'check.dateOutOfRange': '{value} does not look like a real date. Type it again, for example 2026-12-05 or 5 Dec.',
  'check.dateBeforeOther': '{value} is before {other} ({earlier}). Check both dates.',
  'check.moreThanOther': '{value} is more than {other} ({most}). Check both; leave it if that much was paid.',
  'check.unknownCustomer':
    'There is no customer "{value}". Type a customer no., a name or a phone that is there; register new customers first.',
  'check.severalCustomers': '{count} customers match "{value}". Type the number of one of them:\n{list}',
  'check.doubledNumber':
    'Number {value} is used in row {row} already. Clear the number of the row that was added later and a new one is given; if that row was copied once too often, delete it.',
  'check.doubledValue': '"{value}" is in row {row} already; {other} must not repeat.',
  'check.fieldGone': '"{field}" has just been switched off, so there is no place for "{value}". Note it down and remove it.',
  'check.timeOnly': 'This is a time without a date. Enter a date, for example 2026-11-22.',
  'check.doubledCustomer': 'Customer no. {value} is in Customers more than once. Settle the marked numbers there first.',
  'check.sameCustomer':
    'Very likely the same customer as {who}. {reason}. If so, delete this row, or choose "Find duplicates" and merge them under "Review duplicates". If not, choose "Not the same" there, and the next check says no more.',
  'check.missing': 'Fill in {field}.',
  'header.blank': 'Column {column} is "{field}"; its header is empty. "Set up or mend" in the menu puts it back.',
  'header.swapped':
    'Column {column} is "{field}", but its header belongs to another column. "Set up or mend" in the menu changes it back; to move a column, drag the whole column.',
  'header.doubled': 'The header "{header}" is there twice; column {column} stays "{field}". Rename one of them.',
  'header.gone': 'The header row of "{tab}" is gone. Bring it back with Ctrl + Z, or choose "Set up or mend".',
  'header.missing': 'These columns are missing: {fields}. "Set up or mend" in the menu adds them on the right.',

  'menu.title': 'Customer Ledger',
  'menu.more': 'Add a record',
  'menu.upkeep': 'Settings',
  'action.register': 'Register customer',
  'action.findCustomers': 'Find customer',
  'action.customerCard': 'Open customer card',
  'action.addPurchase': 'Add purchase',
  'action.addRepair': 'Add repair',
  'action.addService': 'Add service',
  'action.addInteraction': 'Add interaction',
  'action.addCredit': 'Add credit record',
  'action.addPreference': 'Add preference',
  'action.checkTab': 'Check this tab',
  'action.setUp': 'Set up or mend',
  'action.openFieldSettings': 'Show field settings',
  'action.applyFieldSettings': 'Apply field settings',
  'action.openInteractions': 'Open interactions',
  'action.openCredits': 'Open credit records',
  'action.openPreferences': 'Open preferences',
  'action.openProducts': 'Open products',
  'action.openStaff': 'Open staff list',
  'action.removeSamples': 'Remove samples',
  'action.switchField': 'Switch a field on or off',

  'done.setUp': 'The ledger is ready: {tabs}. Begin with "Register customer".',
  'done.mendedTab': 'Mended in {tab}: {list}.',
  'done.made': 'Made: {tabs}.',
  'done.nothingToMend': 'The ledger is in order; nothing to mend.',
  'busy.checking':
    'Checking {rows|row|rows} of {tab}, which takes a while. You can go on typing; you will be told when it is done.',
  'done.checked':
    '{tab}: {rows|row|rows} checked, {written|value|values} normalised, {numbered|number|numbers} given, {problems|problem|problems}, {missing|required cell|required cells} still empty.',
  'done.checkedClean': '{tab}: {rows|row|rows} checked, no problems.',
  'done.checkedEmpty': '{tab} has no records yet.',
  'done.pasted':
    '{rows|row|rows} checked: {written|value|values} normalised, {problems|problem|problems} (marked red; the note says why).',
  'done.samplesRemoved': '{count|sample row|sample rows} removed.',
  'done.samplesKept': '{count|sample row|sample rows} removed; {kept|row was|rows were} changed or in use and stayed.',
  'done.noSamples': 'There are no samples.',
  'done.applied': 'Field settings applied: {list}.',
  'done.nothingToApply': 'The field settings have not changed.',
  'done.registered': 'Registered {number} {name}',
  'done.recorded': 'Added {noun} {number}',
  'done.updated': 'Updated {number} {name}',
  'done.fieldOn': '"{field}" is switched on.',
  'done.fieldOff': '"{field}" is switched off; its column and data stay.',

  'done.dismissed': '{count|cut-off action is|cut-off actions are} not mentioned any more.',
  'search.found': '{count|customer matches|customers match} "{query}":',
  'search.none': 'No customer matches "{query}". Try other words, or register a new customer.',
  'card.summary': '{number} {name}: {count|record|records}, {open} open.',
  'card.doubledNumber':
    'Customer no. {number} stands in rows {rows}; the first one is shown. Settle the numbers marked red first.',

  'recovered.finished': '"{action}" was cut off last time and is finished now.',
  'recovered.saved': 'The record {number} {name} from last time is saved completely.',
  'recovered.notSaved': 'Saving {name} was cut off last time and nothing was written. Please add the record again.',
  'recovered.updated': 'The change of {number} from last time is written completely.',
  'recovered.notUpdated':
    'The change of {number} was cut off last time and nothing was written. Change it again if you still want to.',
  'hint.cutOff': 'Something was cut off half-way last time. Choose anything in the "Customer Ledger" menu and it is finished.',
  'ask.dismiss': 'Is this settled, so that it need not be mentioned again?',
  'action.dismissCutOff': 'Stop mentioning cut-off actions',

  'stop.notSetUp': 'This workbook is not a ledger yet. Choose "Set up or mend" first.',
  'stop.notALedgerTab': '"{tab}" is not a tab of the ledger. Go to "{first}" or one of the record tabs first.',
  'stop.busy': 'Somebody else is saving. Nothing was written; try again in a few seconds.',
  'stop.busyTyping': 'Somebody else is saving, so this cell was not checked. Choose "Check this tab" later.',
  'stop.numbersLost':
    'The column of numbers is empty although numbers were given before, so none were given now. Bring the old numbers back with Ctrl + Z or from the version history. If you do want new ones, register one record first, then check again.',
  'stop.service': 'Google Sheets did not answer, so this may be unfinished. Try again in a while; nothing is written twice.',
  'stop.unexpected':
    'Something unexpected happened, so this may be unfinished. Try again, nothing is written twice; if it stays, tell whoever installed the ledger.',
  'stop.cutOff': 'What was begun is finished the next time you use the "Customer Ledger" menu.',
  'stop.stuck':
    '"{action}" was cut off and could not be finished in {tries|attempt|attempts}. Choose "{action}" in the menu once more; if that fails, tell whoever installed the ledger.',
  'stop.stuckRecord': '{number} was cut off and could not be finished in {tries|attempt|attempts}. Check its row in the tab.',
  'stop.settingsEdited':
    'Applying the field settings was cut off, and they were edited since, so this was not continued. Look at them, then choose "Apply field settings".',
  'stop.tooLarge': '{rows|row was|rows were} pasted and the first {done} checked. Choose "Check this tab" for the rest.',
  'stop.noForm': '"{tab}" is filled in directly in the tab; it has no form.',
  'stop.headersSwapped':
    'The headers of "{tab}" no longer fit its columns, so nothing was written. Mend them as their notes say, or choose "Set up or mend", then save.',
  'stop.customersMissing':
    'The column of customer numbers in "{tab}" cannot be found, so nothing was written. Bring it back with Ctrl + Z, or choose "Set up or mend".',
  'stop.moved':
    'Somebody moved rows or columns at the same moment. What was just written has been taken back; the rest is as it was. Do it once more, or check this tab.',
  'stop.overwritten':
    'Somebody moved rows or columns at the same moment, and what was just written may cover something else. Look at the latest changes; File > Version history brings lost values back.',
  'stop.unsure': 'It is not certain whether this was written. Do it once more: that finds out, and adds nothing twice.',
  'stop.tomorrow': 'Google allows no more today, so nothing was written. Try again tomorrow.',
  'stop.permission':
    'Permission was not given, so nothing was written. Choose the menu item again and allow it, or ask the owner of the sheet.',
  'stop.full':
    'This workbook has reached its limit of 10 million cells, so nothing was written. Delete tabs or empty rows you do not need.',
  'stop.strictRule':
    'A cell has a rule that rejects input, so nothing was written. Change it to "show a warning" under data validation, then save.',
  'stop.doubledNumber':
    '{number} is in the tab more than once, so it is unclear which row to change. Settle the marked numbers first.',
  'stop.unknownTemplate': 'There is no template "{template}". There are: {list}.',
  'stop.tabMissing': '"{tab}" cannot be found. Choose "Set up or mend".',
  'stop.headers': '"{tab}" lacks columns: {fields}. Choose "Set up or mend", then try again.',
  'stop.settingsProblems':
    '{count|thing needs|things need} mending in the field settings; they are marked there. Nothing was changed.',
  'stop.settingsTooLarge': 'The field settings have grown too large. Reduce options or fields of your own, then apply again.',
  'stop.recordNotFound': '{number} is not in the tab any more; it may just have been deleted.',
  'stop.unknownField': 'There is no field "{field}".',
  'stop.unknownTab': 'There is no tab "{tab}".',
  'stop.noCustomerHere': 'The selected row has no customer. Select a customer or a record first, or use "Find customer".',
  'stop.noSidebar': 'A sidebar cannot be opened here. Open it from the menu in the sheet.',
  'stop.conflict': 'Somebody else has just changed this customer. Look at what is there now, then save.',
  'stop.unknownAction': 'There is no such action: {action}',
  'stop.badInput': 'Something was missing, so nothing was saved. Open the sidebar again and retry.',
  'stop.protected': 'This cell is protected and you may not change it. Ask the owner of the sheet.',

  'settings.tab': 'Field settings',
  'settings.column.tab': 'Tab',
  'settings.column.label': 'Field name',
  'settings.column.labelOther': 'Chinese name',
  'settings.column.kind': 'Kind',
  'settings.column.required': 'Required',
  'settings.column.unique': 'Unique',
  'settings.column.options': 'Options',
  'settings.column.on': 'In use',
  'settings.column.help': 'Help',
  'settings.column.key': 'Id',
  'settings.note.tab': 'The tab the field is in. To add a field of your own, add a row at the bottom.',
  'settings.note.label': 'Name in the header and in forms. You can change it.',
  'settings.note.labelOther': 'Name in the Chinese interface. May stay empty.',
  'settings.note.kind': 'Kind of the field. It cannot be changed for fields that are there already.',
  'settings.note.required': 'With "yes", empty cells turn amber and forms ask for it.',
  'settings.note.unique': 'With "yes", repeated values are marked.',
  'settings.note.options':
    'Separate options by semicolons or lines, with a colour if you like, for example:\nOld customer green; New customer blue\nColours: grey blue green amber red purple teal',
  'settings.note.on': 'With "no" the field is switched off: its column and data stay, forms leave it out.',
  'settings.note.help': 'Shown as the note on the header and in forms.',
  'settings.note.key': 'Filled in automatically. Please leave it as it is.',
  'settings.unknownTab': 'There is no tab "{value}". Choose one from the list.',
  'settings.tabMissing': 'Choose the tab the field is in.',
  'settings.unknownKind': 'There is no kind "{value}". Choose one from the list.',
  'settings.kindFixed': '"{field}" is of the kind "{kind}" and cannot become "{value}". Add a new field for another kind.',
  'settings.labelMissing': 'Write a field name.',
  'settings.labelDoubled': '"{value}" is in this tab already. Choose another name.',
  'settings.labelTooLong': 'A name has at most {most} characters; this one has {length}. Shorten it.',
  'settings.optionsMissing': 'A field of options needs at least one option; separate several by semicolons.',
  'settings.optionDoubled': 'The option "{value}" is there twice. Remove one.',
  'settings.optionTooMany': 'There may be {most} options; these are {count}.',
  'settings.optionsNotHere': 'Only fields of the kind options have options. Clear this cell, or add a new field of that kind.',
  'settings.yesNo': 'Write yes or no; this is "{value}".',
  'settings.requiredFixed': '"{field}" is numbered automatically; it cannot be switched off and need not be required.',
  'settings.keyUnknown': 'This row belongs to no field. Delete it and add a new row at the bottom.',
  'settings.kindNotOwn': 'A field of your own cannot be "{value}". Choose another kind.',

  'kind.text': 'Text',
  'kind.longText': 'Long text',
  'kind.phone': 'Phone',
  'kind.email': 'E-mail',
  'kind.date': 'Date',
  'kind.money': 'Money',
  'kind.integer': 'Whole number',
  'kind.choice': 'Options',
  'kind.reference': 'Customer',
  'kind.series': 'Number series',
  'kind.rating': 'Rating',
  'kind.yesNo': 'Yes or no',
  yes: 'yes',
  no: 'no',

  'note.required': 'Required.',
  'note.unique': 'Must not repeat.',
  'note.phone': 'Mobile, landline or international; its form is tidied up.',
  'note.date': 'For example 2026-11-22, 22 Nov, yesterday.',
  'note.kindDefault': '{kind}',

  ...automationEn,
  ...cleanUpEn,
  ...digestEn,
  ...creditEn,
  ...backupEn,
  ...logEn,
  ...reminderEn,
  ...duplicateGroupsEn,
  ...noticeEn,
  ...mergeEn,
  ...reviewEn,
  ...tradeEn,
  ...qualityEn,
  ...patternEn,
  ...reportEn,
  ...segmentEn,
  ...operationsEn,

  'home.tab': 'Home',
  'home.title': 'Customer Ledger',
  'home.lead': "This workbook is the shop's customer ledger. Type into the tabs, or register in the sidebar.",
  'home.trade': 'It is kept for the trade "{template}". For another, choose "Customer Ledger › Settings › Change trade".',
  'home.step1': 'Choose "Customer Ledger › Register customer" in the menu and register the first customer.',
  'home.step2': 'Or type and paste into "Customers": numbers are given and phones tidied up by themselves.',
  'home.step3': 'In Purchases, Repairs and Services, type a name or a phone into the customer no.',
  'home.step4':
    'A red cell is wrong, an amber one wants a look: hover to read why and how to mend it. The mark goes when it is mended.',
  'home.step5': 'When you have seen the samples, choose "Customer Ledger › Settings › Remove samples".',
  'home.step6':
    'To add fields or change names and options, choose "Settings › Show field settings", then "Apply field settings".',
  'home.step7': 'After pasting many rows, or when something looks odd, choose "Check this tab".',
  'home.counts': 'There are now',
  'home.nextTitle': 'What to do next',

  'help.tab': 'Help',
  'help.title': 'Help',
  'help.rewritten': 'The ledger writes this page and renews it each time it is opened. Keep notes of your own in another tab.',
  'help.howTo': 'How to',
  'help.exercises': 'Exercises (on the samples)',
  'help.fieldsOf': 'Fields of {tab}',
  'action.openHelp': 'Open help',

  'list.separator': ', ',
  'sentence.separator': ' ',
};
