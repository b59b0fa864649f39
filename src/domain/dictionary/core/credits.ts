import type { Tab } from '../types.ts';
import { customerCopies, customerReference, field, option, series, text } from './field-parts.ts';

/**
 * 信用记录: what is owed and when it was paid, what was late or never came. A rating is counted from the days and from
 * what the options mean.
 */
export const credits: Tab = {
  key: 'credits',
  label: text('信用记录', 'Credit'),
  noun: text('信用记录', 'credit record'),
  adds: text('登记信用', 'Add credit record'),
  groups: [
    { key: 'main', label: text('客户与款项', 'Customer and payment') },
    { key: 'outcome', label: text('结果', 'Outcome') },
  ],
  hue: 'blue',
  from: 'firstUse',
  fields: [
    series('creditId', 'K', 6, text('记录编号', 'Record no.')),
    customerReference,
    field('creditType', 'choice', '事项', 'Matter', 'main', {
      width: 130,
      event: 'what',
      required: true,
      options: [
        { ...option('付款', 'Payment', 'blue', ['应付款', '货款', '还款', 'instalment']), means: 'payment' },
        { ...option('逾期', 'Late payment', 'amber', ['拖欠', '晚付', 'overdue', 'late']), means: 'overdue' },
        { ...option('违约', 'Breach', 'red', ['不付款', '毁约', 'default']), means: 'default' },
        { ...option('信用评级', 'Rating', 'purple', ['评级', 'credit rating'], 'done'), means: 'rating' },
      ],
    }),
    field('dueOn', 'date', '应付日期', 'Due on', 'main', {
      event: 'on',
      occasion: 'payBy',
      wanted: true,
      help: text(
        '说好哪天付款就填哪天，到期前会提醒。',
        'The day by which to pay; you are reminded before. For a rating, its day.',
      ),
    }),
    field('owed', 'money', '金额', 'Amount', 'main', {
      event: 'owed',
      help: text('这一笔应付多少，不算进销售额。', 'What is to be paid; it does not count as a sale.'),
      min: 0,
    }),
    field('received', 'money', '已付金额', 'Amount paid', 'outcome', {
      event: 'received',
      help: text(
        '分几次付的，填一共付了多少；全付了或没付可以空着。',
        'Where it is paid in parts: how much in all so far. May stay empty while nothing or everything is paid.',
      ),
      min: 0,
      notAbove: 'owed',
      off: true,
    }),
    field('paidOn', 'date', '付款日期', 'Paid on', 'outcome', { event: 'doneOn', period: 'past' }),
    field('creditState', 'choice', '状态', 'State', 'outcome', {
      event: 'state',
      options: [
        option('待付', 'To pay', 'amber', ['未付', '没付', 'unpaid']),
        { ...option('付了一部分', 'Partly paid', 'blue', ['部分付款', 'partial']), means: 'part' },
        option('已付清', 'Paid', 'green', ['已付', '付清', '付了', 'paid in full'], 'done'),
        { ...option('收不回', 'Written off', 'red', ['坏账', '核销', 'bad debt'], 'done'), means: 'default' },
        option('不用付', 'Waived', 'grey', ['免付', '取消', 'cancelled'], 'void'),
      ],
    }),
    field('creditRating', 'choice', '信用评级', 'Credit rating', 'outcome', {
      options: [
        option('优', 'Excellent', 'green', ['a', 'aaa']),
        option('良', 'Good', 'teal', ['b']),
        option('中', 'Fair', 'amber', ['c', '一般']),
        option('差', 'Poor', 'red', ['d', '不好']),
      ],
    }),
    field('creditRemark', 'longText', '备注', 'Remark', 'outcome', { event: 'words' }),
    ...customerCopies,
  ],
};
