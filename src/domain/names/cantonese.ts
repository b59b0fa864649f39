/**
 * Jyutping, without tones, of some 860 characters of the usual names, each syllable before its characters. Simplified
 * characters. The choice of characters is by hand; the readings come from the npm package to-jyutping 3.1.1 (BSD-2-Clause),
 * with surnames and some forty other characters put right by hand.
 */
const SYLLABLES = (
  'aa亚 au欧区 baak白伯百 baan班 baau鲍包 bak北 ban品宾彬斌滨 bat拔 bik璧碧 bing兵冰炳秉 biu彪标 bo波 bok博 bong邦 bou布保宝葆 ' +
  'bui贝 bun本 caak策 caan灿 cai齐 cam沉覃 can陈 cat七 cau秋 ceoi徐崔翠 ceon秦春椿 ci池慈炽赐驰 cin钱芊阡 cing程晴清澄青 ' +
  'ciu昭朝超钊 co初楚 coek卓倬焯 coeng昌畅祥翔长 coi蔡彩才材财采 cung冲松聪 cyu曙柱 cyun传川村泉荃 daai戴大 daan丹 daat达 dak得德特 ' +
  'dang邓 dik狄迪 din典 ding丁定 dip蝶 doi黛 dok铎 dou杜道都 dung董东冬栋 faa化 faan范樊凡帆 faat发法 fai徽晖辉 fan芬勋奋 ' +
  'fat佛 fei菲飞霏 fo科 fok霍 fong方芳 fu符傅夫富 fuk福馥 fun宽欢 fung冯丰凤峰锋逢 gaa加嘉家珈 gaai介佳 gaak格 gaam鉴 gaan简间 ' +
  'gaap甲 gam甘金今锦 gan瑾谨 gang耿 gat吉 gau久九 gei基己机纪 gin健坚建键 ging劲敬景璟竞竟经 git洁结 giu娇 go歌 goeng姜 gok珏 ' +
  'gong江刚岗港纲 got葛 gou高 gu古顾 guk谷菊 gun冠官观 gung功 gwaan关 gwai季归桂贵 gwan君钧郡 gwo果 gwok郭国 gwong光广 ' +
  'gyun娟 haa夏霞 haak赫 haam涵 haan娴闲 haau孝巧 hak克 hang亨恒杏行珩蘅 hap侠 hau侯厚 hei喜希曦熙禧起浠晞稀 heoi许煦 him谦 ' +
  'hin显轩骞 hing兴庆馨 hiu晓 ho何贺可河 hoeng向 hoi凯开海 hok学鹤 hon韩寒汉瀚翰 hong康航 hou昊浩皓豪 hung孔洪空红虹雄鸿 hyun暄萱 ' +
  'jam任吟钦鑫 jan甄殷人仁印恩欣茵昕胤 jat一日逸轶 jau邱丘游尤优友有柔祐酉 je野 jeoi睿蕊锐 jeon润 ji义二仪伊依儿宜尔怡意懿易绮谊薏颐 jik忆益翊 ' +
  'jim严炎艳 jin妍嫣嬿彦然燕衍言贤 jing影樱滢瑛盈英鹰莹瀛萤迎 jip叶业邺 jiu姚瑶耀遥尧 joek跃 joeng杨阳养扬洋飏 juk旭煜玉钰 jung翁容勇榕蓉融镕雍 ' +
  'jyu余于茹俞如宇愉渝瑜羽裕语雨汝洳虞誉谕 jyun袁阮元原圆婉沅渊源炫玄缘苑远琬 jyut悦月粤越 kai启 kam琴 kan勤 kau球 kei祁其奇旗棋琦琪祈祺骥麒淇 king琼 ' +
  'kiu乔翘 koeng强 kwai葵逵 kwan坤堃群 kwong邝 laai赖 laam岚蓝 laan兰澜 laap立 lai黎丽俪励礼荔 lam林琳霖 lau刘柳流 lei李利理莉 ' +
  'leoi雷磊蕾 leon伦麟 leot律 lik力 lim廉濂 lin连练莲 ling凌灵玲菱铃龄苓 lit列烈 liu廖 lo罗 loek略 loeng梁亮良 lok骆乐洛 ' +
  'long朗郎 lou卢劳璐路露 luk绿陆 lung龙珑隆 maa马玛 maan万曼漫蔓 maang孟 mak麦 man文敏民玟闻雯 mang盟 mat谧 mau茂 mei媚微美薇 ' +
  'meng名 min勉 ming明铭鸣 miu妙 mok莫 mong望 mou毛武 mui梅玫 muk木牧穆 mun满门 mung蒙梦 naa娜 naam南楠 naap纳 nang能 ' +
  'nei妮 neoi女 ng吴伍五 ngaa雅 ngaam岩 ngaan颜雁 ngai魏倪毅艺 ngo娥 ngok岳 nim念 nin年 ning宁甯 nyun暖 o柯 oi爱蔼霭 ' +
  'on安 paak柏珀 paang彭鹏 pang朋 peng平 ping萍 pou普 pui佩培沛珮蓓 pun潘 pung芃 saa莎 saam三 saan姗山珊 saang生 ' +
  'sai世细西 sam沈岑心森沁芯琛 san申新晨神辰燊 sat实 sau修守寿授秀 se佘 sei四 sek石硕锡 seoi水瑞絮萃邃 seon信纯迅顺舜逊 ' +
  'si司施史丝事士师思斯是诗泗鸶 sik适 sim婵 sin单冼仙倩先善茜蒨 sing盛升圣城声成承星胜诚 sit薛 siu萧邵兆劭小少潇笑绍韶筱 soeng上双嫦尚常湘相 song爽 ' +
  'sou苏 suk淑 sung宋崇 syu书姝抒树舒 syun孙宣旋璇瑄 syut雪 taai太泰 taam谭 tai体娣 tang腾 tau投 tim恬 tin田天钿 ting亭婷庭霆 ' +
  'tong汤唐堂 tou徒陶涂桃涛滔韬 tung彤桐 waa华铧 waai怀 waan环 wai韦伟位卉卫唯威惠惟慧炜玮维蔚蕙 wan温尹云允稳筠芸运韵赟 wang宏弘泓闳 wat屈郁聿 ' +
  'wing咏嵘永泳荣颖 wong黄煌王汪 wu胡 wun媛焕 wut活 zaak翟泽 zaam湛 zak则 zan震振珍真镇 zang曾增 zau周州 ze谢 zeng郑 ' +
  'zeon俊峻晋津进骏浚竣隽 zi之姿子志智枝梓治知祉稚紫芝芷 zik植直织 zin展 zing征晶正精菁贞静靖祯 zit哲婕捷节 ziu招照 zo左佐 zoeng张蒋章璋 zok作 ' +
  'zong庄壮 zou祖 zuk祝竹 zung钟中众宗忠重颂 zyu朱珠'
).split(' ');

/** In this order; the text may be one syllable, or several run together. */
const FOLDS: readonly (readonly [RegExp, string])[] = [
  [/tsz|tz[eu]/g, 'ci'],
  [/sze?/g, 'si'],
  [/t[sz]|ch|z/g, 'c'],
  [/sh/g, 's'],
  [/oe/g, 'eu'],
  [/eoi/g, 'ui'],
  [/eo(?=[nt])/g, 'u'],
  [/aw(?![aeiou])|ou/g, 'o'],
  [/oo/g, 'u'],
  [/a[hr](?![aeiou])|aa/g, 'a'],
  [/e[eiy](?![aeiou])|ay(?![aeiou])/g, 'i'],
  [/oy(?![aeiou])/g, 'oi'],
  [/ow(?![aeiou])/g, 'au'],
  [/b/g, 'p'],
  [/d/g, 't'],
  [/(^|[^n])g/g, '$1k'],
  [/jy?/g, 'y'],
  [/^ip/g, 'yip'],
  [/yue?|ue/g, 'u'],
  [/^ng(?=[aeiou])/g, ''],
  [/(.)\1+/g, '$1'],
];

/**
 * One form for the many spellings of a Cantonese sound. Aspirated and plain are not told apart, ts, tz, z and ch are one,
 * and the vowels follow the Hong Kong government's habits (Ho, Lo and So; Lee, Lei and Li; Yuen and Jyun).
 *
 * @param latin lower-case letters, of a Hong Kong spelling or of Jyutping
 * @example foldCantonese('cheung') === foldCantonese('zoeng') // true
 */
export function foldCantonese(latin: string): string {
  return FOLDS.reduce((text, [spelling, fold]) => text.replace(spelling, fold), latin);
}

interface Sounds {
  readonly byChar: ReadonlyMap<string, string>;
  readonly all: ReadonlySet<string>;
}

let unpacked: Sounds | undefined;

/** Unpacked on first use. */
function sounds(): Sounds {
  if (!unpacked) {
    const byChar = new Map<string, string>();
    for (const entry of SYLLABLES) {
      const syllable = /^[a-z]+/.exec(entry)![0];
      const folded = foldCantonese(syllable);
      for (const char of entry.slice(syllable.length)) byChar.set(char, folded);
    }
    unpacked = { byChar, all: new Set(byChar.values()) };
  }
  return unpacked;
}

/** @param word lower-case letters, one syllable */
export function isCantoneseSyllable(word: string): boolean {
  return sounds().all.has(foldCantonese(word));
}

/**
 * The Cantonese sounds of a Chinese name, folded by {@link foldCantonese}; undefined where a character is not known.
 *
 * @param han simplified characters
 * @example cantoneseOf('陈大文') // ['can', 'tai', 'man']
 */
export function cantoneseOf(han: string): readonly string[] | undefined {
  const { byChar } = sounds();
  const syllables = Array.from(han, (char) => byChar.get(char) ?? '');
  return syllables.length > 0 && syllables.every((syllable) => syllable !== '') ? syllables : undefined;
}

/**
 * Whether a Latin name may be a Chinese one in Cantonese spelling: the surname at either end, further names aside.
 *
 * @param latin lower-case words
 * @example spellsCantonese('peter tai man chan', cantoneseOf('陈大文')) // true
 */
export function spellsCantonese(latin: string, sounded: readonly string[], surnameLength = 1): boolean {
  const words = latin.split(' ').map(foldCantonese);
  const surname = sounded.slice(0, surnameLength).join('');
  const given = sounded.slice(surnameLength).join('');
  if (given === '') return false;
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= Math.min(from + surnameLength, words.length); to++) {
      if (words.slice(from, to).join('') !== surname) continue;
      const behind = words.slice(to).join('');
      if (behind.startsWith(given) || behind.endsWith(given)) return true;
      const before = words.slice(0, from).join('');
      if (before.startsWith(given) || before.endsWith(given)) return true;
    }
  }
  return words.length === 1 && words[0] === surname + given;
}
