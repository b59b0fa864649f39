/** What the start page tells of its own accord, in both languages. */
export const noticeZh = {
  'home.noticesTitle': '要看一下的',
  'notice.nothing': '没有要处理的。',
  'notice.more': '另有 {count} 条。',
  'notice.duplicates': '新发现 {count} 组疑似重复的客户，请看过再决定合不合并。',
  'notice.gone':
    '有 {count} 处编号不在表里了（{list}），可能已删除。点“操作日志 › 打开操作日志”看是哪些；误删的话，用“文件 > 版本记录”找回。',
  'notice.failed': '“{job}” {when} 没有做成：{text}',
  'notice.partly': '“{job}” {when} 做了一部分：{text}',
  'notice.silent': '自动任务从 {when} 起没有再运行。点“设置 › 自动任务”，由你接着运行。',
  'notice.noTimer': '自动任务打开着，但没有在运行。点“设置 › 自动任务”，再点“重新开始”。',
  'notice.allOff': '自动任务都没有开（夜里查重、检查各表等）。要看或打开，点“设置 › 自动任务”。',
  'notice.someOff': '没有开的自动任务：{list}。',
} as const;

export const noticeEn: Readonly<Record<keyof typeof noticeZh, string>> = {
  'home.noticesTitle': 'Worth a look',
  'notice.nothing': 'Nothing needs doing.',
  'notice.more': '{count} more.',
  'notice.duplicates': '{count|new group|new groups} of possible duplicates. Look at them before anything is merged.',
  'notice.gone':
    '{count|number is|numbers are} not in the tabs any more ({list}), perhaps deleted. "Change log › Open change log" shows which; if that was a mistake, look into File > Version history.',
  'notice.failed': '"{job}" did not work on {when}: {text}',
  'notice.partly': '"{job}" was done in part on {when}: {text}',
  'notice.silent': 'Nothing has run by itself since {when}. Choose "Settings › Automation" and take over.',
  'notice.noTimer': 'Automation is switched on but not running. Choose "Settings › Automation", then "Start again".',
  'notice.allOff':
    'Nothing runs by itself yet, such as finding duplicates at night or checking tabs. See "Settings › Automation".',
  'notice.someOff': 'Not switched on: {list}.',
};
