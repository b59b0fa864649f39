import type { Tab } from '../types.ts';
import { customerCopies, customerReference, field, option, series, staffNames, text } from './field-parts.ts';

/** 互动记录: what a customer asked, complained of or proposed, and notes. Every trade has it; it appears when first used. */
export const interactions: Tab = {
  key: 'interactions',
  label: text('互动记录', 'Interactions'),
  noun: text('互动记录', 'interaction'),
  adds: text('登记互动', 'Add interaction'),
  groups: [
    { key: 'main', label: text('客户与内容', 'Customer and content') },
    { key: 'outcome', label: text('处理', 'Handling') },
  ],
  hue: 'blue',
  from: 'firstUse',
  fields: [
    series('interactionId', 'H', 6, text('互动编号', 'Interaction no.')),
    customerReference,
    field('interactionType', 'choice', '互动类型', 'Interaction type', 'main', {
      event: 'what',
      required: true,
      options: [
        option('备注', 'Note', 'grey'),
        option('咨询', 'Inquiry', 'teal'),
        { ...option('投诉', 'Complaint', 'red'), means: 'complaint' },
        option('建议', 'Suggestion', 'purple'),
        option('回访', 'Follow-up', 'blue'),
      ],
      width: 100,
    }),
    field('interactedOn', 'date', '互动日期', 'Date', 'main', {
      event: 'on',
      occasion: 'contacted',
      required: true,
      proposes: 'today',
    }),
    field('content', 'longText', '内容', 'Content', 'main', { event: 'words', required: true, width: 280 }),
    field('handledBy', 'text', '处理人', 'Handled by', 'outcome', {
      wanted: true,
      event: 'by',
      suggestFrom: staffNames,
      width: 100,
    }),
    field('handling', 'choice', '处理状态', 'Handling', 'outcome', {
      event: 'state',
      help: text('需要跟进的选“待处理”，备注可以空着。', 'Choose "To do" where something must follow; a note may be left empty.'),
      options: [
        option('待处理', 'To do', 'amber'),
        option('处理中', 'Under way', 'blue'),
        option('已处理', 'Handled', 'green', [], 'done'),
      ],
      width: 100,
    }),
    field('followUpOn', 'date', '跟进日期', 'Follow up on', 'outcome', {
      occasion: 'followUp',
      help: text(
        '说好哪天再联系就填哪天，到时列在“今日事项”里。',
        'The day you promised to come back to the customer; it is listed in "Today" then.',
      ),
      notBefore: 'interactedOn',
    }),
    ...customerCopies,
  ],
};
