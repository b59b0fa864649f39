// A made-up Chinese register with duplicates, the same for the same size: speed at sizes for which there is no labelled one.

const SURNAMES = [
  ...'王王王王李李李李张张张刘刘陈陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
];
const GIVEN = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红建国文志海春晓丹玲雪梅雨欣宇浩子晨佳嘉俊梓涵思辉鹏斌宁琳颖慧莹倩怡瑶彤悦妍婷睿博轩泽铭毅峰凯诚恒朗翔航远哲楠源逸森林健康富贵荣昌隆兴旺福禄寿喜财宝珍珠兰菊竹松柏',
];
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const CITIES = [
  '江苏省苏州市姑苏区',
  '广东省深圳市南山区',
  '浙江省杭州市西湖区',
  '四川省成都市锦江区',
  '北京市海淀区',
  '上海市浦东新区',
  '湖北省武汉市武昌区',
  '陕西省西安市雁塔区',
];
const ROADS = [
  '人民路',
  '解放路',
  '建设路',
  '中山路',
  '和平路',
  '幸福街',
  '长江路',
  '滨河路',
  '文化路',
  '胜利街',
  '迎宾大道',
  '朝阳路',
  '复兴路',
  '青年路',
  '学府路',
  '光明街',
];
const ESTATES = ['', '', '锦绣家园', '御景湾', '绿地新城', '翠湖天地', '幸福里', '世纪城'];
/** Share of rows that are a second row of an earlier customer. */
const AGAIN = 0.25;

/**
 * Columns of a register by what they are, and whose each row is.
 *
 * @param {number} size rows
 */
export function makeRegister(size, seed = 1) {
  const random = mulberry(seed);
  const below = (count) => Math.floor(random() * count);
  const one = (list) => list[below(list.length)];
  const columns = { name: [], phone: [], email: [], address: [], birthDate: [], sex: [] };
  const entities = [];
  const people = [];
  for (let row = 0; row < size; row++) {
    const again = people.length > 100 && random() < AGAIN;
    const person = again ? one(people) : newPerson(people.length, { random, below, one });
    if (!again) people.push(person);
    entities.push(person.id);
    const written = again ? slip(person, { random, below, one }) : person;
    for (const key of Object.keys(columns)) columns[key].push(written[key]);
  }
  return { columns, entities };
}

function newPerson(id, { random, below, one }) {
  const digits = (count) => Array.from({ length: count }, () => below(10)).join('');
  const name = one(SURNAMES) + one(GIVEN) + (random() < 0.85 ? one(GIVEN) : '');
  const address =
    random() < 0.5
      ? `${one(CITIES)}${one(ROADS)}${1 + below(999)}号${one(ESTATES)}${1 + below(28)}栋${1 + below(28)}0${1 + below(6)}室`
      : '';
  const local = Array.from({ length: 6 }, () => one(LETTERS)).join('');
  return {
    id,
    name,
    phone: `1${one([3, 5, 7, 8, 9])}${digits(9)}`,
    email: random() < 0.5 ? `${local}${digits(3)}@${one(['qq.com', '163.com', 'gmail.com'])}` : '',
    address,
    birthDate:
      random() < 0.6
        ? `${1945 + below(62)}-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`
        : '',
    sex: one(['男', '女', '']),
  };
}

/** The same customer, as somebody else wrote it down: a field left out, a digit wrong, another notation. */
function slip(person, { random, below, one }) {
  const written = { ...person };
  if (random() < 0.3) written[one(['email', 'address', 'birthDate', 'sex'])] = '';
  if (random() < 0.2) written.phone = `+86 ${person.phone.slice(0, 3)}-${person.phone.slice(3, 7)}-${person.phone.slice(7)}`;
  else if (random() < 0.15) written.phone = `1${one([3, 5, 7, 8, 9])}${String(1e9 + below(9e9)).slice(0, 9)}`;
  else if (random() < 0.1) written.phone = person.phone.slice(0, 9) + person.phone.charAt(10) + person.phone.charAt(9);
  if (random() < 0.1) written.name = person.name.slice(0, -1) + one(GIVEN);
  else if (random() < 0.05) written.name = `${person.name.charAt(0)}${one(['先生', '女士', '老师'])}`;
  if (random() < 0.2)
    written.address = person.address
      .replace(/^.*[市区](?=.)/, '')
      .replace('栋', '-')
      .replace('室', '');
  return written;
}

/** A small seeded generator of numbers from 0 to 1. */
function mulberry(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
