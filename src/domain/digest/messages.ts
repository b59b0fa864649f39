/** The sentences of the daily digest, in both languages. */
export const digestZh = {
  'job.digest': '每日摘要',
  'job.digest.about':
    '每天早上给每位负责人发一封邮件：今天要复核谁、有哪些提醒、逾期的和做完的；店长另有全店的进度。只写编号，不写姓名电话。',
  'job.digest.sent': '发出 {sent} 封。',
  'job.digest.nothing': '今天没有要说的，没有发邮件。',
  'job.digest.nobody': '没有发：“员工”表里没有人填了邮箱。填好后明天就会发。',
  'job.digest.carried': '发出 {sent} 封；今天的邮件额度用完了，{waiting} 封明天先发。',
  'job.digest.unsure': '发出 {sent} 封；{unsure} 封不确定有没有送到，不会重发，下一封摘要里会说明。',
  'job.digest.wrong': '发出 {sent} 封；{wrong} 的邮箱有误，没有发。请在“员工”表里改好。',
  'permission.mail': '发邮件',
  'digest.subject': '{ledger} {day}：待复核 {reviews} 位，提醒 {reminders} 件（逾期 {overdue}）',
  'digest.greeting': '{who}：这是 {day} 的摘要。',
  'digest.reviews': '复核：今天 {count} 位（逾期 {overdue}），还有 {waiting} 位排在后面；昨天核实了 {done} 位。',
  'digest.reminders': '提醒：逾期 {overdue} 件，今天 {today} 件，即将 {coming} 件；最近处理了 {done} 件。',
  'digest.line': '- {due}　{numbers}　{what}',
  'digest.more': '- 还有 {count} 项，见清单',
  'digest.open': '打开清单：{link}',
  'digest.team': '全店：',
  'digest.member': '- {who}：今天 {due}，逾期 {overdue}，做完 {done}',
  'digest.notices': '首页上要处理的：',
  'digest.unsure': '下面的摘要不确定有没有送到，没有重发：',
  'digest.unsureLine': '- {day} 给 {to} 的',
  'digest.foot': '这封邮件由客户台账自动发出，每人每天最多一封。不想再收：在台账菜单“自动任务”里关掉“每日摘要”。',
} as const;

export const digestEn: Readonly<Record<keyof typeof digestZh, string>> = {
  'job.digest': 'Daily digest',
  'job.digest.about':
    'Every morning one mail to each person responsible: whom to review, what to be reminded of, what is overdue and done; the owner also sees how everybody stands. Numbers only, no names or phones.',
  'job.digest.sent': '{sent|mail|mails} sent.',
  'job.digest.nothing': 'There was nothing to tell today; no mail was sent.',
  'job.digest.nobody': 'Nothing was sent: nobody in Staff has an e-mail address. Fill it in and mails go out tomorrow.',
  'job.digest.carried': "{sent|mail|mails} sent; today's mails are used up, {waiting} go first tomorrow.",
  'job.digest.unsure':
    '{sent|mail|mails} sent; {unsure} may not have arrived. They are not sent again, the next digest names them.',
  'job.digest.wrong': '{sent|mail|mails} sent; the address of {wrong} is wrong, nothing was sent there. Mend it in Staff.',
  'permission.mail': 'sending mail',
  'digest.subject': '{ledger} {day}: {reviews} to review, {reminders|reminder|reminders} ({overdue} overdue)',
  'digest.greeting': '{who}: this is the digest of {day}.',
  'digest.reviews': 'Reviews: {count} today ({overdue} overdue), {waiting} more wait; {done} verified yesterday.',
  'digest.reminders': 'Reminders: {overdue} overdue, {today} today, {coming} to come; {done} settled lately.',
  'digest.line': '- {due}  {numbers}  {what}',
  'digest.more': '- {count} more on the list',
  'digest.open': 'Open the list: {link}',
  'digest.team': 'Everybody:',
  'digest.member': '- {who}: {due} today, {overdue} overdue, {done} done',
  'digest.notices': 'On the start page:',
  'digest.unsure': 'These digests may not have arrived and were not sent again:',
  'digest.unsureLine': '- of {day}, to {to}',
  'digest.foot':
    'Customer Ledger sends this by itself, at most one mail a day and person. To stop it, switch "Daily digest" off under "Automation" in the menu.',
};
