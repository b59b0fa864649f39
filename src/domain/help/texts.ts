import type { Localized } from '../locale.ts';

const text = (zh: string, en: string): Localized => ({ 'zh-CN': zh, en });

/** A question people ask at the counter, and what to do. */
export interface HelpEntry {
  question: Localized;
  answer: Localized;
}

export const howTo: readonly HelpEntry[] = [
  {
    question: text('怎么登记新客户？', 'How do I register a customer?'),
    answer: text(
      '菜单“客户台账 › 登记客户”，在侧栏里填好后点“登记”。也可以直接在“基本信息”最下面一行输入，编号自动给。',
      'Menu "Customer Ledger › Register customer": fill in the sidebar and save. Or type into the next free row of Customers; the number comes by itself.',
    ),
  },
  {
    question: text('怎么快速找到一位客户？', 'How do I find a customer?'),
    answer: text(
      '菜单“客户台账 › 查找客户”，输入姓名、拼音首字母（zw 找到张伟）、电话里的任意几位、编号或地址。↑ ↓ 选择，Enter 打开客户卡。',
      'Menu "Customer Ledger › Find customer": type a name, pinyin initials, any digits of the phone, a number or an address. Arrow keys choose, Enter opens the card.',
    ),
  },
  {
    question: text('怎么看一位客户的全部往来？', 'How do I see everything about a customer?'),
    answer: text(
      '选中他的任意一行（基本信息或记录表都行），点菜单“客户台账 › 打开客户卡”。消费、未办完的事、往来记录都在上面，也能接着登记。',
      'Select any row of theirs, in Customers or a record tab, and choose "Customer Ledger › Open customer card": what they spent, what is open, the whole history; add records from there.',
    ),
  },
  {
    question: text('记不住客户编号怎么办？', 'What if I do not know the customer no.?'),
    answer: text(
      '在购买、维修、服务记录的“客户编号”里输入姓名或电话，会自动换成编号。同名的会列在备注里，照着填其中一个编号。',
      'Type the name or the phone into the customer no. of a purchase, repair or service. If several match, the note lists them: type one of the numbers.',
    ),
  },
  {
    question: text('怎么知道资料哪里不好？', 'How good are our data?'),
    answer: text(
      '点菜单“客户台账 › 评估数据质量”。“数据质量”里有总分、先做什么最划算、各表各字段各员工的情况；点数字到要看的行，点编号到那一格。',
      'Choose "Customer Ledger › Assess data quality". The tab says the score, what to do first, and how tabs, fields and staff stand; click a number to see the rows behind it, and a record no. to go to its cell.',
    ),
  },
  {
    question: text('格子变红或变黄了？', 'A cell turned red or amber?'),
    answer: text(
      '鼠标停在格子上看备注：先写原因，再写怎么改。改对后颜色和备注自己消失。淡黄的空格是还没填的必填项。',
      'Hover over the cell: the note says why and how to mend it. Mark and note go when it is right. A pale amber empty cell is required and still missing.',
    ),
  },
  {
    question: text('电话怎么写？', 'How do I write phones?'),
    answer: text(
      '手机、带区号的固定电话、400/800、港澳台和国际号码都行，空格和横线随意，会自动整理。分机写“转 801”。一格可以写两个号码，用斜线隔开。',
      'Mobiles, landlines with area code, 400/800, and international numbers, with any spaces or dashes; they are tidied up. Write an extension as "ext. 801". Two numbers in a cell are separated by a slash.',
    ),
  },
  {
    question: text('从别的表格粘贴很多行？', 'Pasting many rows from elsewhere?'),
    answer: text(
      '照列粘贴就行，粘贴后会检查每一格。行数很多、或者提示没检查完时，点“客户台账 › 检查本表”。',
      'Paste column by column as they are; every cell is checked. After very many rows, or when told so, choose "Customer Ledger › Check this tab".',
    ),
  },
  {
    question: text('旧数据很乱，怎么整理？', 'How do I tidy up old records?'),
    answer: text(
      '菜单“客户台账 › 清理 › 清理数据”会列出能改、能补、能删的每一处，什么都还没动。去掉不想改的勾，再点“应用勾选的清理”。后悔了点“撤销上次清理”，过几天也行。',
      'Menu "Customer Ledger › Clean up › Clean up" lists every cell to change, fill or delete; nothing is touched yet. Untick what should stay, then "Apply ticked clean-up". "Undo last clean-up" takes it back, also days later.',
    ),
  },
  {
    question: text('同一位客户登记了两次？', 'Is a customer in the list twice?'),
    answer: text(
      '点“客户台账 › 查重”，再点“处理重复”：一组一组看，选好保留哪一个就合并，所有记录跟着走。不是同一位就点“不是同一客户”，以后不再问。合错了马上点“撤销”；以后在“操作日志”里选中那一批的一行，点“撤销批量操作”。',
      'Choose "Customer Ledger › Find duplicates", then "Review duplicates": go through group by group, choose what to keep and merge; all records follow. "Not the same" is remembered for good. "Undo" is right there; later, choose a row of the merge in "Change log" and then "Undo bulk change".',
    ),
  },
  {
    question: text('想加字段、改名称、加选项？', 'Adding fields, changing names or options?'),
    answer: text(
      '菜单“设置 › 查看字段设置”，在表里改好，再点“应用字段设置”。停用的字段，列和数据都还在。',
      'Menu "Settings › Show field settings": edit the table, then "Apply field settings". A field switched off keeps its column and data.',
    ),
  },
  {
    question: text('能移动、插入、隐藏列吗？', 'May I move, insert or hide columns?'),
    answer: text(
      '可以，列是按它本身认的，不按位置。换位置请拖动整列，不要只改表头。',
      'Yes. Columns are known by what they are, not by where they stand. Drag the whole column; do not retype headers.',
    ),
  },
  {
    question: text('谁改了什么，能撤销吗？', 'Who changed what, and can it be undone?'),
    answer: text(
      '菜单“操作日志 › 打开操作日志”：时间、谁、哪条记录、原来和改成，姓名电话已遮盖。先点一次“填写名字”。成批的修改点“撤销批量操作”，先看会恢复什么；之后别人改过的不会动。要撤销更早的一批，先在日志里选中它的一行。',
      'Menu "Change log › Open change log": when, who, which record, from and to, with names and phones masked. Give your name once under "Say who you are". Changes in bulk are taken back by "Undo bulk change", which first says what; what somebody has changed since stays. For an earlier one, choose a row of it in the log first.',
    ),
  },
  {
    question: text('能不能自己查重、检查？', 'Can it check and look for duplicates by itself?'),
    answer: text(
      '能。菜单“设置 › 自动任务”，打开要的那几项，由店主来打开最好。到时间自己运行，不用开着表格；有新发现或没做成，首页会告诉你。',
      'Yes. Menu "Settings › Automation": switch on what you want, best by the owner. It runs at its time, with the sheet closed; the start page tells what is new and what failed.',
    ),
  },
  {
    question: text('今天有什么事要办？', 'What is there to do today?'),
    answer: text(
      '菜单“客户台账 › 查看今日事项”：没发货的、没修好的、投诉、约好的跟进、生日、保修和保养到期。在“处理”里选“已处理”或“稍后”。提前几天、告诉谁、要不要，在“设置 › 查看提醒设置”里改，也能加自己的提醒。',
      'Menu "Customer Ledger › Show today": what is not shipped or repaired, complaints, promised follow-ups, birthdays, warranties and upkeep. Choose "Done" or "Snooze" under "Handling". Days, who is told and what is on are changed under "Settings › Show reminder settings", where you add your own, too.',
    ),
  },
  {
    question: text('哪里坏了怎么办？', 'Something looks broken?'),
    answer: text(
      '点“设置 › 建立或修复台账”：缺的列、表头、格式和下拉会补回来，已有的数据不会动。',
      'Choose "Settings › Set up or mend": missing columns, headers, formats and dropdowns come back; your data are not touched.',
    ),
  },
];

/** Short training on the sample data: what to do, and how to see that it worked. */
export const exercises: readonly { task: Localized; check: Localized }[] = [
  {
    task: text(
      '用侧栏登记一位客户：周婷，电话 +86 139-1234-5678。',
      'Register Zhou Ting with the phone +86 139-1234-5678 in the sidebar.',
    ),
    check: text(
      '“基本信息”多了一行，电话变成 13912345678，编号以 C 开头。',
      'Customers has one more row; the phone reads 13912345678 and the number begins with C.',
    ),
  },
  {
    task: text('再登记一位“周停”，电话同样是 13912345678。', 'Register "Zhou Tin" with the same phone 13912345678.'),
    check: text(
      '侧栏提示可能是周婷。点“更新此客户”或“仍然新增”都可以试试。',
      'The sidebar points to Zhou Ting. Try both: update that customer, or add anyway.',
    ),
  },
  {
    task: text(
      '在“购买记录”新的一行，客户编号里输入“周婷”。',
      'In a new row of Purchases, type "Zhou Ting" into the customer no.',
    ),
    check: text(
      '“周婷”变成她的客户编号，左边自动给了订单编号。',
      'The name becomes her customer no., and the order no. appears on the left.',
    ),
  },
  {
    task: text(
      '在“基本信息”某一行的联系电话里输入 1391234567（少一位）。',
      'Type 1391234567 (one digit short) into a phone in Customers.',
    ),
    check: text(
      '格子变红，备注写着少 1 位。补上最后一位 8，红色消失。',
      'The cell turns red and the note says that 1 digit is missing. Add the last digit 8: the mark goes.',
    ),
  },
  {
    task: text(
      '练习完，删除自己加的行，再点“设置 › 删除示例数据”。',
      'When done, delete the rows you added, then choose "Settings › Remove samples".',
    ),
    check: text('表里只剩真实的客户。', 'Only real customers are left.'),
  },
];
