import type { Tab } from '../types.ts';
import { field, option, text } from './field-parts.ts';

/** Who works here: who is responsible, who may do what, who is told. Other tabs suggest the names. */
export const staff: Tab = {
  key: 'staff',
  label: text('员工', 'Staff'),
  noun: text('员工', 'member of staff'),
  adds: text('添加员工', 'Add member of staff'),
  groups: [{ key: 'main', label: text('员工', 'Staff') }],
  hue: 'purple',
  from: 'firstUse',
  fields: [
    field('staffName', 'text', '姓名', 'Name', 'main', {
      help: text(
        '和服务人员、处理人、负责人写法一致；同名的加一个字区分。',
        'As written under Served by, Handled by and Responsible; tell namesakes apart by a word.',
      ),
      required: true,
      unique: true,
      tidy: 'name',
      width: 120,
    }),
    field('staffEmail', 'email', '邮箱', 'E-mail', 'main', {
      help: text('提醒和每日摘要发到这里。', 'Reminders and digests go here.'),
      sensitivity: 'personal',
      width: 220,
    }),
    field('staffRole', 'choice', '角色', 'Role', 'main', {
      wanted: true,
      options: [
        { ...option('店长', 'Owner', 'purple', ['老板', '店主', '负责人', 'manager', 'boss']), means: 'owner' },
        option('销售', 'Sales', 'blue', ['导购', '业务', '营业员', 'salesperson']),
        option('维修', 'Repair', 'amber', ['维修工', '师傅', '技师', 'technician']),
        option('客服', 'Customer service', 'teal', ['售后', '前台', 'service', 'support']),
        option('财务', 'Finance', 'green', ['会计', '出纳', 'accountant', 'accounting']),
        option('只看', 'Read only', 'grey', ['查看', 'viewer', 'reader']),
      ],
      width: 120,
    }),
    field('staffLanguage', 'choice', '语言', 'Language', 'main', {
      help: text(
        '提醒用这种语言写；空着就用台账的语言。',
        'Reminders are written in it; left empty, in the language of the ledger.',
      ),
      options: [
        option('中文', 'Chinese', 'grey', ['汉语', '普通话', 'zh', 'mandarin']),
        { ...option('英文', 'English', 'grey', ['英语', 'en']), means: 'english' },
      ],
      sensitivity: 'open',
      width: 100,
    }),
    field('staffState', 'choice', '在职', 'Employed', 'main', {
      help: text(
        '空着就算在职。离职的人留在名单里，以前的记录还认得。',
        'Left empty it counts as employed. Who has left stays listed, so that old records still know them.',
      ),
      options: [
        option('在职', 'Employed', 'green', ['是', '在岗', 'yes', 'active']),
        { ...option('离职', 'Left', 'grey', ['否', '已离职', 'no', 'gone']), means: 'left' },
      ],
      width: 100,
    }),
  ],
};
