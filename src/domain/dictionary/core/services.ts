import type { Tab } from '../types.ts';
import { customerCopies, customerReference, field, option, series, staffNames, text } from './field-parts.ts';

export const services: Tab = {
  key: 'services',
  label: text('服务记录', 'Services'),
  noun: text('服务记录', 'service'),
  adds: text('登记服务', 'Add service'),
  groups: [
    { key: 'main', label: text('客户与服务', 'Customer and service') },
    { key: 'outcome', label: text('结果与反馈', 'Outcome and feedback') },
  ],
  hue: 'blue',
  from: 'start',
  fields: [
    series('serviceId', 'S', 6, text('服务单编号', 'Service no.')),
    customerReference,
    field('serviceType', 'choice', '服务类型', 'Service type', 'main', {
      event: 'what',
      required: true,
      options: [
        option('安装', 'Installation', 'blue', ['上门安装', 'install']),
        option('维修', 'Repair', 'amber', ['修理', '上门维修']),
        option('咨询', 'Advice', 'teal', ['电话咨询', '问询', 'consulting', 'inquiry']),
      ],
      width: 100,
    }),
    field('servedOn', 'date', '服务日期', 'Service date', 'main', {
      event: 'on',
      occasion: 'served',
      required: true,
      proposes: 'today',
    }),
    field('servedBy', 'text', '服务人员', 'Served by', 'main', {
      wanted: true,
      event: 'by',
      suggestFrom: staffNames,
      width: 100,
    }),
    field('serviceResult', 'choice', '服务结果', 'Service result', 'outcome', {
      wanted: true,
      event: 'state',
      options: [
        option('已完成', 'Completed', 'green', ['完成', '完成了', '做完了', 'done', 'complete'], 'done'),
        option('待跟进', 'To follow up', 'amber', ['跟进中', '需跟进', '要跟进', 'follow up']),
        option('未完成', 'Not completed', 'red', ['没完成', '没做完', 'incomplete']),
      ],
      width: 100,
    }),
    field('satisfaction', 'rating', '满意度评分', 'Satisfaction', 'outcome', {
      event: 'score',
      help: text('1 到 5 分，5 分最满意。', '1 to 5, 5 is best.'),
      min: 1,
      max: 5,
      width: 100,
    }),
    field('feedback', 'longText', '服务反馈', 'Feedback', 'outcome', {
      event: 'words',
      width: 260,
    }),
    ...customerCopies,
  ],
};
