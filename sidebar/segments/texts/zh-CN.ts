/** Sentences of the page of segments in Chinese. `en.ts` is typed by this object. */
export const segmentsZh = {
  title: '客户分层',
  lead: (customers: number) => `${customers} 位客户按购买记录分成：`,
  nobody: '还没有客户。先登记客户，再来看分层。',
  all: '全部',
  only: { region: '地区', type: '客户类型' },
  onlyShown: '只看这些客户；写入的还是全部客户。',
  noneSuch: '没有这样的客户。换一个地区或类型。',
  share: (part: number) => `${part}%`,
  moves: '写入后会变的',
  same: '表里的分层和现在算出来的一样。',
  unwritten: '还没有写入“基本信息”。写入后可以按分层筛选客户，客户卡片上也能看到。',
  columns: '写入哪些列',
  isNew: '新的一列',
  changes: (count: number) => (count === 0 ? '不用改' : `改 ${count} 处`),
  write: (count: number) => (count === 0 ? '没有要写的' : `写入 ${count} 处`),
  writing: '正在写入，客户多时要一两分钟…',
  undo: '撤销这次写入',
  undoing: '正在撤销…',
  report: '生成报表',
  settings: '改规则',
  opening: '正在打开…',
  again: '重新计算',
  looking: '正在计算…',
  lost: '没有收到台账的答复，不知道有没有写成。点“重新计算”核对。',
};

export type SegmentsTexts = typeof segmentsZh;
