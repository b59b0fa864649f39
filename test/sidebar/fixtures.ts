import type { Candidate, Form, FormField } from '../../src/domain/api.ts';
import type { Locale } from '../../src/domain/locale.ts';

const pick = (locale: Locale) => (zh: string, en: string) => (locale === 'en' ? en : zh);

function base(locale: Locale): Pick<Form, 'locale' | 'region' | 'today' | 'dateOrder'> {
  return { locale, region: 'CN', today: '2026-11-22', dateOrder: 'ymd' };
}

/** 登记客户, with a field of every kind that a shop may switch on. */
export function customerForm(locale: Locale = 'zh-CN'): Form {
  const say = pick(locale);
  const fields: FormField[] = [
    {
      key: 'name',
      kind: 'text',
      required: true,
      group: 'main',
      label: say('客户姓名', 'Customer name'),
      help: say('个人写姓名，单位写全称。', "A person's name, or a company's full name."),
    },
    {
      key: 'customerType',
      kind: 'choice',
      required: false,
      group: 'main',
      label: say('客户类型', 'Customer type'),
      options: [
        { value: '普通客户', label: say('普通客户', 'Regular'), hue: 'grey' },
        { value: 'VIP客户', label: say('VIP客户', 'VIP'), hue: 'purple' },
        { value: '企业客户', label: say('企业客户', 'Company'), hue: 'blue' },
      ],
    },
    {
      key: 'phone',
      kind: 'phone',
      required: true,
      group: 'contact',
      label: say('联系电话', 'Phone'),
      help: say('手机、固定电话（带区号）或国际号码；分机写“转 801”。', 'Mobile, landline with area code, or international.'),
    },
    { key: 'email', kind: 'email', required: false, group: 'contact', label: say('电子邮箱', 'E-mail') },
    {
      key: 'address',
      kind: 'longText',
      required: false,
      group: 'contact',
      label: say('地址', 'Address'),
      help: say('省、市、区、路、门牌号，写到能送货上门。', 'Complete enough to deliver to.'),
    },
    { key: 'birthDate', kind: 'date', required: false, group: 'more', label: say('出生日期', 'Birth date') },
    {
      key: 'source',
      kind: 'choice',
      required: false,
      group: 'more',
      label: say('来源', 'Source'),
      options: ['门店', '电话', '朋友介绍', '网络', '其他'].map((value, index) => ({
        value,
        label: say(value, ['Shop', 'Phone', 'A friend', 'Online', 'Other'][index]!),
        hue: 'grey' as const,
      })),
    },
    { key: 'agrees', kind: 'yesNo', required: false, group: 'more', label: say('同意接收通知', 'Agrees to be written to') },
  ];
  return {
    ...base(locale),
    tab: 'customers',
    title: say('登记客户', 'Register customer'),
    noun: say('客户', 'customer'),
    groups: [
      { key: 'main', label: say('基本', 'Basics') },
      { key: 'contact', label: say('联系方式', 'Contact') },
      { key: 'more', label: say('更多', 'More') },
    ],
    fields,
    next: [
      { tab: 'purchases', label: say('登记购买', 'Register purchase') },
      { tab: 'repairs', label: say('登记维修', 'Register repair') },
      { tab: 'services', label: say('登记服务', 'Register service') },
    ],
  };
}

/** 登记购买: a customer reference, suggested models, a whole number and money. */
export function purchaseForm(locale: Locale = 'zh-CN', customer?: Form['customer']): Form {
  const say = pick(locale);
  return {
    ...base(locale),
    tab: 'purchases',
    title: say('登记购买', 'Register purchase'),
    noun: say('购买记录', 'purchase'),
    customer,
    groups: [{ key: 'main', label: say('订单', 'Order') }],
    fields: [
      {
        key: 'customerId',
        kind: 'reference',
        reference: 'customers',
        required: true,
        group: 'main',
        label: say('客户编号', 'Customer no.'),
        help: say('可以直接输入姓名或电话，会自动换成客户编号。', 'Type a name or a phone and it becomes the customer no.'),
      },
      {
        key: 'model',
        kind: 'text',
        required: true,
        group: 'main',
        label: say('产品型号', 'Model'),
        suggestions: ['KFR-35GW', 'KFR-50GW', 'BCD-470'],
      },
      {
        key: 'purchaseDate',
        kind: 'date',
        required: true,
        group: 'main',
        label: say('购买日期', 'Date of purchase'),
        value: '2026-11-22',
      },
      {
        key: 'quantity',
        kind: 'integer',
        required: true,
        group: 'main',
        label: say('购买数量', 'Quantity'),
        unit: say('台', 'pcs'),
        min: 1,
        value: '1',
      },
      {
        key: 'amount',
        kind: 'money',
        required: false,
        group: 'main',
        label: say('交易金额', 'Amount'),
        unit: say('元', 'CNY'),
        min: 0,
      },
    ],
    amount: {
      field: 'amount',
      item: 'model',
      quantity: 'quantity',
      prices: [
        ['KFR-35GW', 2899],
        ['BCD-470', 3499.5],
      ],
    },
    next: [{ tab: 'repairs', label: say('登记维修', 'Register repair') }],
  };
}

/** 登记服务: a rating and a long text. */
export function serviceForm(locale: Locale = 'zh-CN'): Form {
  const say = pick(locale);
  return {
    ...base(locale),
    tab: 'services',
    title: say('登记服务', 'Register service'),
    noun: say('服务记录', 'service'),
    groups: [{ key: 'main', label: say('服务', 'Service') }],
    fields: [
      {
        key: 'customerId',
        kind: 'reference',
        reference: 'customers',
        required: true,
        group: 'main',
        label: say('客户编号', 'Customer no.'),
      },
      {
        key: 'satisfaction',
        kind: 'rating',
        required: false,
        group: 'main',
        label: say('满意度评分', 'Satisfaction'),
        min: 1,
        max: 5,
      },
      { key: 'feedback', kind: 'longText', required: false, group: 'main', label: say('服务反馈', 'Feedback') },
    ],
    next: [],
  };
}

/** Somebody with the same phone, and without an e-mail in the ledger. */
export function samePhone(locale: Locale = 'zh-CN'): Candidate {
  const say = pick(locale);
  return {
    number: 'C000012',
    name: '张伟',
    strength: 'sure',
    reasons: [say('电话相同：138 0013 8000', 'Same phone: 138 0013 8000'), say('姓名相同', 'Same name')],
    fields: [
      { key: 'name', label: say('客户姓名', 'Customer name'), existing: '张伟' },
      { key: 'customerType', label: say('客户类型', 'Customer type'), existing: '普通客户' },
      { key: 'phone', label: say('联系电话', 'Phone'), existing: '138 0013 8000' },
      { key: 'email', label: say('电子邮箱', 'E-mail'), existing: '' },
      { key: 'address', label: say('地址', 'Address'), existing: '杭州市西湖区文三路 100 号' },
    ],
  };
}

/** Somebody with a name that sounds alike. */
export function nearName(locale: Locale = 'zh-CN'): Candidate {
  const say = pick(locale);
  return {
    number: 'C000087',
    name: '章伟',
    strength: 'possible',
    reasons: [say('姓名读音相同', 'The name sounds the same'), say('地址相近', 'A similar address')],
    fields: [
      { key: 'name', label: say('客户姓名', 'Customer name'), existing: '章伟' },
      { key: 'phone', label: say('联系电话', 'Phone'), existing: '139 5710 0000' },
    ],
  };
}
