import { inWords, type Sentence, sentence } from './file-words.ts';

/**
 * What can go wrong with a file of record, as data. Codes become sentences here and nowhere else, in the language of
 * whoever asked.
 */
export type FileProblemCode =
  | 'not-found'
  | 'not-xlsx'
  | 'damaged'
  | 'too-large'
  | 'encrypted'
  | 'locked-by-ledger'
  | 'locked-by-excel'
  | 'no-permission'
  | 'exists'
  | 'newer-format'
  | 'no-space'
  | 'write-failed';

export type FileNoticeCode =
  | 'opened-as-copy'
  | 'changed-outside'
  | 'stale-lock'
  | 'journal-replayed'
  | 'journal-torn'
  | 'journal-damaged'
  | 'journal-set-aside'
  | 'journal-over-changes'
  | 'taken-in'
  | 'foreign-file'
  | 'save-postponed';

/** A finding that does not stop anything. `details` holds names, counts and paths for the sentence. */
export interface FileNotice {
  code: FileNoticeCode;
  details: Record<string, string | number>;
}

/** Thrown when a file is refused. Nothing was written then. */
export class FileProblem extends Error {
  readonly code: FileProblemCode;
  readonly details: Record<string, string | number>;

  constructor(code: FileProblemCode, details: Record<string, string | number> = {}) {
    super(sentence(problems[code].en, inWords(details, 'en')));
    this.name = 'FileProblem';
    this.code = code;
    this.details = details;
  }
}

const problems: Record<FileProblemCode, Sentence> = {
  'not-found': {
    zh: '找不到文件 {path}。看看名字和文件夹对不对；要新建台账，用 ledger new。',
    en: 'There is no file {path}. Check its name and folder; "ledger new" makes a new ledger.',
  },
  'not-xlsx': {
    zh: '{path} 不是 .xlsx 工作簿，没有打开。旧的 .xls 或 .csv 请先在 Excel 里另存为 .xlsx。',
    en: '{path} is not an .xlsx workbook and was not opened. Save an old .xls or a .csv as .xlsx in Excel first.',
  },
  damaged: {
    zh: '{path} 已损坏（{reason}），没有打开，也没有改动它。请用备份，或让 Excel 修复后再试。',
    en: '{path} is damaged ({reason}); it was neither opened nor changed. Use a backup, or let Excel repair it first.',
  },
  'too-large': {
    zh: '{path} 展开后太大（上限：1000 万个单元格、1 GB 内容），没有打开，也没有改动它。',
    en: '{path} is too large when unpacked (the limits are 10 million cells and 1 GB); it was neither opened nor changed.',
  },
  encrypted: {
    zh: '{path} 设了打开密码，请先在 Excel 里去掉密码。',
    en: '{path} is protected by a password; take the password away in Excel first.',
  },
  'locked-by-ledger': {
    zh: '{path} 正由另一个台账程序（进程 {pid}）打开，请先关掉它。',
    en: '{path} is open in another running ledger (process {pid}); close that one first.',
  },
  'locked-by-excel': {
    zh: '{path} 正在 Excel 或 LibreOffice 里打开，请先在那里关闭。如果确定没有打开，请删除 {lock}。',
    en: '{path} is open in Excel or LibreOffice; close it there first. If it is not, delete {lock}.',
  },
  'no-permission': { zh: '没有权限读写 {path}。', en: 'There is no permission to read and write {path}.' },
  exists: { zh: '{path} 已经存在，没有覆盖。', en: '{path} exists already and was not overwritten.' },
  'newer-format': {
    zh: '{path} 是由更新版本的程序保存的，请先更新程序。',
    en: '{path} was saved by a newer version of this program; update the program first.',
  },
  'no-space': { zh: '磁盘已满，{path} 没有存上。', en: 'The disk is full; {path} was not saved.' },
  'write-failed': { zh: '{path} 没有存上：{reason}', en: '{path} was not saved: {reason}' },
};

const notices: Record<FileNoticeCode, Sentence> = {
  'opened-as-copy': {
    zh: '{original} 含有保存时会丢失的内容（{parts}），因此打开的是副本 {path}，原文件没有改动。',
    en: '{original} has parts that saving would lose ({parts}); the copy {path} was opened instead, the original is untouched.',
  },
  'changed-outside': {
    zh: '文件在打开期间被别的程序改过，那个版本已保留为 {path}。',
    en: 'The file was changed by another program while it was open; that version was kept as {path}.',
  },
  'stale-lock': {
    zh: '上次程序没有正常结束，已接管文件。',
    en: 'The program did not end properly last time; the file was taken over.',
  },
  'journal-replayed': { zh: '已恢复上次未存入文件的 {count} 次改动。', en: '{count} changes not yet in the file were restored.' },
  'journal-torn': {
    zh: '日志最后一行不完整（从未确认），已忽略。',
    en: 'The last line of the journal was torn (never acknowledged) and ignored.',
  },
  'journal-damaged': {
    zh: '日志从第 {line} 行起损坏，其后的改动没有恢复，原日志保留为 {path}。',
    en: 'The journal is damaged from line {line} on; later changes were not restored, and it was kept as {path}.',
  },
  'journal-set-aside': {
    zh: '日志与这个文件不相符，已保留为 {path}，没有使用。',
    en: 'The journal does not belong to this file; it was kept as {path} and not used.',
  },
  'journal-over-changes': {
    zh: '文件在别处改过，同时还有未存入的改动；两者已合并，合并前的文件和日志保留为 {path}。',
    en: 'The file was changed elsewhere while changes were not yet in it; both were joined, and the file before was kept as {path}.',
  },
  'taken-in': { zh: '已读入在 Excel 或 LibreOffice 里做的修改。', en: 'Changes made in Excel or LibreOffice were taken in.' },
  'foreign-file': {
    zh: '这个文件不是由台账程序保存的，已按普通工作簿读入。',
    en: 'This file was not saved by the ledger; it was read as a plain workbook.',
  },
  'save-postponed': {
    zh: '文件正在 Excel 或 LibreOffice 里打开，暂时记在日志里，关闭后再存。',
    en: 'The file is open in Excel or LibreOffice; changes stay in the journal until it is closed there.',
  },
};

/** The problem or finding as a sentence; any locale that does not start with `zh` gets English. */
export function describeFinding(finding: FileProblem | FileNotice, locale: string): string {
  const table: Record<string, Sentence> = finding instanceof FileProblem ? problems : notices;
  const entry = table[finding.code]!;
  const language = locale.startsWith('zh') ? 'zh' : 'en';
  return sentence(entry[language], inWords(finding.details, language));
}

/** A file system's error as a problem; anything unknown keeps its own words. */
export function fileProblemOf(error: unknown, path: string): FileProblem {
  if (error instanceof FileProblem) return error;
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === 'ENOENT') return new FileProblem('not-found', { path });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return new FileProblem('no-permission', { path });
  if (code === 'ENOSPC' || code === 'EDQUOT') return new FileProblem('no-space', { path });
  return new FileProblem('write-failed', { path, reason: error instanceof Error ? error.message : String(error) });
}
