/** Surnames of two characters, simplified. */
const COMPOUND = new Set(
  (
    '欧阳 司马 上官 诸葛 司徒 东方 独孤 南宫 夏侯 尉迟 皇甫 公孙 慕容 令狐 宇文 长孙 闻人 轩辕 端木 百里 呼延 东郭 南门 西门 司空 ' +
    '公羊 澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 仲孙 钟离 鲜于 闾丘 万俟 赫连 拓跋 纳兰 完颜 叶赫 第五 左丘 梁丘 公西 颛孙 漆雕 乐正'
  ).split(' '),
);

/**
 * Surnames read otherwise than their character usually is, with a second reading where families differ; compound ones
 * by syllable.
 */
const READINGS = new Map<string, readonly string[]>(
  (
    '曾:zeng 单:shan 解:xie 仇:qiu 区:ou 查:zha 任:ren 盖:ge,gai 华:hua 纪:ji 覃:qin,tan 朴:piao,pu 乐:yue,le 员:yun 折:she 黑:he 秘:bi ' +
    '翟:zhai,di 种:chong 缪:miao,miu 隗:wei,kui 召:shao 尉:wei,yu 句:gou 佴:nai 郇:xun,huan 洗:xian,xi 冼:xian 牟:mou,mu 薄:bo 谌:chen,shen ' +
    '繁:po 重:chong 祭:zhai 莘:shen,xin 适:kuo 宁:ning 葛:ge 车:che 晁:chao 尉迟:yu-chi 长孙:zhang-sun 万俟:mo-qi 澹台:tan-tai 呼延:hu-yan ' +
    '夏侯:xia-hou 皇甫:huang-fu 宗政:zong-zheng 单于:chan-yu 令狐:ling-hu 鲜于:xian-yu 乐正:yue-zheng'
  )
    .split(' ')
    .map((entry) => {
      const [name, readings] = entry.split(':') as [string, string];
      return [name, readings.split(',')];
    }),
);

/** The usual surnames by sound, the commonest first: tells which end of a Latin name is the surname. */
const BY_SOUND = new Map(
  (
    'wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie song tang deng han feng cao peng ' +
    'zeng xiao tian dong yuan pan jiang cai yu du ye cheng su wei lv lu ding ren shen yao jin cui tan fan shi liao xia jia fu fang bai zou ' +
    'meng xiong qin qiu hou yin xue yan duan lei long tao he mao hao gu gong shao wan qian dai yan ou mo kong xiang chang lyu hong kang ' +
    'mei sheng ke zuo ji nie guan zhong zhan qi qu ning miao bao shan ouyang situ sima shangguan zhuge huangfu murong ' +
    'chan wong cheung lau lee ng ho lam leung tsang kwok yeung chow tse chu mak tang yip siu fung kwan lo lui cheng choi poon'
  )
    .split(' ')
    .map((sound, rank) => [sound, rank] as const),
);

/**
 * @param han simplified characters, nothing else
 * @example splitHanName('欧阳涵晨') // { surname: '欧阳', given: '涵晨' }
 */
export function splitHanName(han: string): { readonly surname: string; readonly given: string } {
  // 万俟 alone is a surname without a given name, but two characters such as 东方 may be a full name: so is 单于.
  const length = han.length > 2 && COMPOUND.has(han.slice(0, 2)) ? 2 : 1;
  return { surname: han.slice(0, length), given: han.slice(length) };
}

export function isCompoundSurname(han: string): boolean {
  return COMPOUND.has(han);
}

/** Readings of a surname where they differ from its characters' usual ones; syllables joined by `-`. */
export function surnameReadings(surname: string): readonly string[] | undefined {
  return READINGS.get(surname);
}

/** How common a surname sounds, 0 the commonest; Infinity for what is no usual surname. */
export function surnameRank(word: string): number {
  return BY_SOUND.get(word) ?? Number.POSITIVE_INFINITY;
}
