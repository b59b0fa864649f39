/** The sentences of merging customers, in both languages. */
export const mergeZh = {
  'action.mergeCustomers': '合并客户',
  'merge.why.only': '只有这里填了',
  'merge.why.strictest': '同意按最严的算，不能改',
  'merge.why.formula': '留下的那位这一格是公式',
  'merge.why.valid': '另外的写得不对',
  'merge.why.verified': '核实得更晚',
  'merge.why.named': '是完整的姓名，没有附注',
  'merge.why.special': '比普通选项说得多',
  'merge.why.fuller': '更完整',
  'merge.why.newer': '登记得更晚',
  'merge.why.joined': '都留着',
  'merge.why.with': '跟“{field}”取同一位的',
  'log.mergedInto': '合并到 {number}',
  'done.merged':
    '已把 {dropped} 合并到 {kept} {name}，转过去 {moved} 条记录。合错了：在“操作日志”里选中第 {run} 批的一行，点“撤销批量操作”，过几天也行。',
  'done.mergedAside': '{columns}两边都有内容，留了 {kept} 的，另一份在操作日志里，撤销时会回来。',
  'done.mergedAlready': '{dropped} 已经合并到 {kept}（第 {run} 批），没有再合并。',
  'ask.merge': '将把 {dropped} 合并到 {kept} {name}：转过去 {moved} 条记录，改 {cells} 格：{changes}',
  'ask.mergeNothing': '将把 {dropped} 合并到 {kept} {name}：转过去 {moved} 条记录，{kept} 的内容不变。',
  'merge.change': '{field}：{from} → {to}',
  'merge.blank': '（空）',
  'stop.mergeFew': '没有合并：请给出留下的客户编号，和另外至少一个编号。',
  'stop.mergeGone': '没有合并：{number} 已经合并到 {into}。',
  'stop.mergeChanged': '没有合并：有人刚改过 {number} 的{fields}。请再看一遍。',
  'stop.mergeFormula': '没有合并：“{tab}”里 {record} 的{field}是公式，没法改。先复制这一格，再“仅粘贴值”，然后重试。',
  'stop.mergeNoNumber': '没有合并：“{tab}”第 {row} 行没有编号。先在那里点“检查本表”，会给它编号，然后重试。',
  'stop.mergeDoubled': '没有合并：“{tab}”里编号 {record} 不止一行。先处理标红的编号，然后重试。',
  'stop.mergeProtected': '没有合并：“{tab}”里有你不能改的格子（受保护）。请表格的所有者来合并，或者先解除保护。',
  'stop.mergeWrong': '没有合并：{field}不对。{reason}',
  'stop.mergeLost': '没有合并：有人同时改了这些客户或他们的记录，已经改的都放回去了。请再看一遍，然后重试。',
  'stop.mergedNumber': '{number} 已经合并到 {into}（{when}）。',
  'recovered.takenBack': '上次中断的“{action}”没法做完（有人改过），已经改的都放回去了。',
} as const;

export const mergeEn: Readonly<Record<keyof typeof mergeZh, string>> = {
  'action.mergeCustomers': 'Merge customers',
  'merge.why.only': 'only filled in here',
  'merge.why.strictest': 'the strictest consent counts and cannot be changed',
  'merge.why.formula': 'a formula, in the one that stays',
  'merge.why.valid': 'the other one is wrong',
  'merge.why.verified': 'confirmed more recently',
  'merge.why.named': 'the whole name and nothing besides',
  'merge.why.special': 'says more than the usual option',
  'merge.why.fuller': 'more complete',
  'merge.why.newer': 'registered later',
  'merge.why.joined': 'all are kept',
  'merge.why.with': 'goes with “{field}”',
  'log.mergedInto': 'merged into {number}',
  'done.merged':
    'Merged {dropped} into {kept} {name}; {moved|record now belongs|records now belong} to it. If that was wrong, choose a row of run {run} in "Change log" and then "Undo bulk change", also days later.',
  'done.mergedAside':
    '{columns}: both had something. That of {kept} stays; the other is in the change log and comes back if you undo.',
  'done.mergedAlready': '{dropped} was merged into {kept} already (run {run}). Nothing was done again.',
  'ask.merge':
    'Will merge {dropped} into {kept} {name}: {moved|record moves|records move}, {cells|cell changes|cells change}: {changes}',
  'ask.mergeNothing': 'Will merge {dropped} into {kept} {name}: {moved|record moves|records move}; {kept} stays as it is.',
  'merge.change': '{field}: {from} → {to}',
  'merge.blank': '(blank)',
  'stop.mergeFew': 'Nothing was merged. Give the number of the customer who stays and at least one other.',
  'stop.mergeGone': 'Nothing was merged: {number} was merged into {into} already.',
  'stop.mergeChanged': 'Nothing was merged: somebody has just changed {fields} of {number}. Please look again.',
  'stop.mergeFormula':
    'Nothing was merged: {field} of {record} in "{tab}" is a formula and cannot be changed. Copy the cell, paste its value only, and try again.',
  'stop.mergeNoNumber':
    'Nothing was merged: row {row} of "{tab}" has no number. "Check this tab" there gives it one; then try again.',
  'stop.mergeDoubled':
    'Nothing was merged: number {record} stands in several rows of "{tab}". Mend the numbers marked red, then try again.',
  'stop.mergeProtected':
    'Nothing was merged: "{tab}" has protected cells that you may not edit. Ask the owner of the file to merge, or to lift the protection.',
  'stop.mergeWrong': 'Nothing was merged: {field} is wrong. {reason}',
  'stop.mergeLost':
    'Nothing was merged: somebody changed these customers or their records at the same moment, and what was done is put back. Look again and retry.',
  'stop.mergedNumber': '{number} was merged into {into} ({when}).',
  'recovered.takenBack':
    '"{action}", which was cut off, could not be finished because of changes since; what it had done is put back.',
};
