import { expect, test } from '@jest/globals';
import { applied, becomes, codesOf, findingsOf, planFor, type Records } from './stage.ts';

const customer = (more: object = {}, number = 'C000001') => ({ customerId: number, name: '张伟', phone: '13800138000', ...more });
const day = (text: string) => ({ day: text });

test.each([
  ['name', '张 伟', '张伟'],
  ['name', 'ＡＢＣ贸易 有限公司', 'ABC贸易 有限公司'],
  ['name', '  Li  Fang ', 'Li Fang'],
  ['phone', '１３８－００１３－８０００', '13800138000'],
  ['phone', '57187654321', '0571-87654321'],
  ['email', ' Zhang@QQ。com', 'zhang@qq.com'],
  ['email', 'zhang@163com', 'zhang@163.com'],
  ['email', 'zhang@qq.con', 'zhang@qq.com'],
  ['birthDate', '1990年5月1日', { day: '1990-05-01' }],
  ['customerType', '散客', '普通客户'],
  ['customerType', 'company', '企业客户'],
  ['customerType', 'ｖｉｐ客户', 'VIP客户'],
  ['customerType', '企业客护', '企业客户'],
  ['gender', '先生', '男'],
  ['email', '无', ''],
])('%s “%s” is mended', (field, from, to) => {
  const findings = findingsOf({ customers: [customer({ [field]: from })] });
  expect(becomes(findings, 'C000001', field)).toEqual(to);
  expect(findings.find((finding) => finding.field === field)).toMatchObject({ kind: 'fix', sure: true });
});

test('what could also be right as it stands is offered without a tick', () => {
  const findings = findingsOf({
    customers: [customer({ email: 'wang@gmial.com' })],
    services: [{ serviceId: 'S000001', customerId: 'C000001', serviceType: '维护', servedOn: day('2026-11-01') }],
  });
  expect(findings.find(({ field }) => field === 'email')).toMatchObject({ to: 'wang@gmail.com', sure: false });
  expect(findings.find(({ field }) => field === 'serviceType')).toMatchObject({ to: '维修', sure: false });
});

test('a word that is as near to two options as to one is left to people', () => {
  const findings = findingsOf({ services: [{ serviceId: 'S000001', serviceResult: '末完成' }] });
  expect(codesOf(findings, 'S000001', 'serviceResult')).toEqual(['text.notAnOption']);
});

test('numbers and dates that are text become numbers and dates, and text that is no number is reported', () => {
  const purchases = [
    { orderId: 'D000001', customerId: 'C000001', model: 'A', purchasedOn: '2026-11-01', quantity: '2', amount: '¥1,299' },
    { orderId: 'D000002', customerId: 'C000001', model: 'A', purchasedOn: day('2026-11-01'), quantity: '很多', amount: 3 },
  ];
  const findings = findingsOf({ customers: [customer()], purchases });
  expect(becomes(findings, 'D000001', 'quantity')).toBe(2);
  expect(becomes(findings, 'D000001', 'amount')).toBe(1299);
  expect(becomes(findings, 'D000001', 'purchasedOn')).toEqual(day('2026-11-01'));
  expect(codesOf(findings, 'D000002', 'quantity')).toEqual(['number.notANumber']);
});

test('a name or a phone in a customer number becomes the number; an unknown number and a name of two are reported', () => {
  const customers = [
    customer(),
    customer({ name: '李芳', phone: '13900139000' }, 'C000002'),
    customer({ name: '李芳', phone: '13900139001' }, 'C000003'),
  ];
  const purchase = (orderId: string, customerId: string) => ({ orderId, customerId, model: 'A', purchasedOn: day('2026-11-01') });
  const findings = findingsOf({
    customers,
    purchases: [purchase('D1', '张伟'), purchase('D2', '139 0013 9001'), purchase('D3', 'C000999'), purchase('D4', '李芳')],
  });
  expect(becomes(findings, 'D1', 'customerId')).toBe('C000001');
  expect(becomes(findings, 'D2', 'customerId')).toBe('C000003');
  expect(codesOf(findings, 'D3', 'customerId')).toEqual(['check.unknownCustomer']);
  expect(codesOf(findings, 'D4', 'customerId')).toEqual(['check.severalCustomers']);
});

test('name and phone in a record are filled from the customer number, and the number from both', () => {
  const customers = [customer(), customer({ name: '李芳', phone: '13900139000' }, 'C000002')];
  const findings = findingsOf({
    customers,
    services: [
      { serviceId: 'S1', customerId: 'C000002', serviceType: '安装', servedOn: day('2026-11-01') },
      { serviceId: 'S2', customerName: '张伟', customerPhone: '13800138000', serviceType: '安装', servedOn: day('2026-11-01') },
      { serviceId: 'S3', customerName: '张伟', customerPhone: '13900139000', serviceType: '安装', servedOn: day('2026-11-01') },
    ],
  });
  expect(becomes(findings, 'S1', 'customerName')).toBe('李芳');
  expect(becomes(findings, 'S1', 'customerPhone')).toBe('13900139000');
  expect(becomes(findings, 'S2', 'customerId')).toBe('C000001');
  expect(codesOf(findings, 'S3', 'customerId')).toEqual(['clean.missing']);
});

test.each([
  [{ address: '浙江省杭州市西湖区文三路 1 号' }, '浙江'],
  [{ address: '杭州市文三路1号' }, '浙江'],
  [{ address: '南京路 1 号', phone: '021-62345678' }, '上海'],
  [{ address: '南京路 1 号' }, undefined],
  [{ address: '', phone: '0571-87654321 / 010-62345678' }, undefined],
])('the region is filled from address or area code only where it is certain: %j', (more, region) => {
  expect(becomes(findingsOf({ customers: [customer(more)] }), 'C000001', 'region')).toBe(region);
});

test('the age follows the birth date, also where an old one stands', () => {
  const birthDate = day('1990-11-23');
  const findings = findingsOf({
    customers: [customer({ birthDate }), customer({ birthDate, age: 30 }, 'C000002'), customer({ age: 30 }, 'C000003')],
  });
  expect(becomes(findings, 'C000001', 'age')).toBe(35);
  expect(becomes(findings, 'C000002', 'age')).toBe(35);
  expect(becomes(findings, 'C000003', 'age')).toBeUndefined();
});

test('the model of a repair is the last one bought before it, ticked only where nothing else was bought', () => {
  const bought = (orderId: string, customerId: string, model: string, on: string) => ({
    orderId,
    customerId,
    model,
    purchasedOn: day(on),
    quantity: 1,
    amount: 1,
  });
  const repair = (repairId: string, customerId: string) => ({ repairId, customerId, reportedOn: day('2026-11-10') });
  const findings = findingsOf({
    customers: ['C1', 'C2', 'C3'].map((number) => customer({ name: number, phone: '' }, number)),
    purchases: [
      bought('D1', 'C1', 'KFR', '2026-01-01'),
      bought('D2', 'C2', 'KFR', '2026-01-01'),
      bought('D3', 'C2', 'BCD', '2026-02-01'),
      bought('D4', 'C2', 'XQG', '2026-11-11'),
      bought('D5', 'C3', 'KFR', '2026-01-01'),
      bought('D6', 'C3', 'BCD', '2026-01-01'),
    ],
    repairs: [repair('R1', 'C1'), repair('R2', 'C2'), repair('R3', 'C3')],
  });
  const model = (record: string) =>
    findings.find((finding) => finding.record === record && finding.field === 'model' && finding.kind === 'fill');
  expect(model('R1')).toMatchObject({ to: 'KFR', sure: true });
  expect(model('R2')).toMatchObject({ to: 'BCD', sure: false });
  expect(model('R3')).toBeUndefined();
});

test('an amount is filled from price and quantity, and a model is spelt as in the product list', () => {
  const findings = findingsOf({
    customers: [customer()],
    products: [{ model: 'KFR-35GW', unitPrice: 2999 }],
    purchases: [{ orderId: 'D1', customerId: 'C000001', model: 'kfr－35gw', purchasedOn: day('2026-11-01'), quantity: '2' }],
  });
  expect(becomes(findings, 'D1', 'model')).toBe('KFR-35GW');
  expect(becomes(findings, 'D1', 'amount')).toBe(5998);
});

test('repaired before reported and born tomorrow are reported', () => {
  const findings = findingsOf({
    customers: [customer({ birthDate: day('2026-11-23') })],
    repairs: [{ repairId: 'R1', customerId: 'C000001', model: 'A', reportedOn: day('2026-11-10'), repairedOn: '2026.11.8' }],
  });
  expect(codesOf(findings, 'C000001', 'birthDate')).toEqual(['check.dateInFuture']);
  expect(codesOf(findings, 'R1', 'repairedOn')).toEqual(['clean.date', 'check.dateBeforeOther']);
});

test('rows that share a number are not touched but reported, in whatever case they are written', () => {
  const findings = findingsOf({ customers: [customer({ name: '张 伟' }), customer({ name: '李 芳' }, 'c000001')] });
  expect(findings.map(({ code, kind }) => [code, kind])).toEqual([['clean.doubled', 'report']]);
});

test('rows without a number are counted, not cleaned', () => {
  const findings = findingsOf({ customers: [customer(), { name: '李 芳', phone: '139' }] });
  expect(findings).toMatchObject([{ code: 'clean.noNumber', params: { count: 1 }, kind: 'report' }]);
});

test('a number without anything else is offered for deletion, unless a record uses it or something stands beside it', () => {
  const customers = [customer(), { customerId: 'C2' }, { customerId: 'C3' }, { customerId: 'C4' }];
  const purchases = [
    { orderId: 'D1', customerId: 'c3', model: 'A', purchasedOn: day('2026-11-01') },
    { orderId: 'D2', purchasedOn: day('2026-11-01') },
  ];
  const removed = findingsOf({ customers, purchases }, { others: ['customers 3'] }).filter(({ kind }) => kind === 'remove');
  expect(removed.map(({ record, sure }) => [record, sure])).toEqual([
    ['C2', false],
    ['D2', false],
  ]);
});

test('a total or a heading that was pasted along is told, and no customer is taken for one', () => {
  const customers = [
    customer({ name: '合计', phone: '' }, 'C1'),
    customer({ name: '姓名', phone: '联系电话' }, 'C2'),
    customer({ name: '姓名', phone: '13800138000' }, 'C3'),
    customer({ name: '总计划' }, 'C4'),
  ];
  const told = findingsOf({ customers }).filter(({ code }) => code === 'clean.caption');
  expect(told.map(({ record, field, kind }) => [record, field, kind])).toEqual([
    ['C1', 'name', 'report'],
    ['C2', 'name', 'report'],
  ]);
});

test('empty rows between records are counted, those below the last record are not', () => {
  const findings = findingsOf({ customers: [customer(), {}, { email: ' ' }, customer({}, 'C2'), {}, {}] });
  expect(findings.filter(({ code }) => code === 'clean.emptyRows')).toMatchObject([{ params: { count: 2 }, sure: false }]);
});

test('a cell with a formula stays, and so does all that is not in the dictionary', () => {
  const findings = findingsOf({ customers: [customer({ name: '张 伟', own: ' x ' })] }, { formulas: ['customers 0 name'] });
  expect(findings).toEqual([]);
});

test('a clean-up that stopped goes on at the record where it stopped, even if the rows were sorted', () => {
  const numbers = ['C1', 'C2', 'C3', 'C4'];
  const records: Records = {
    customers: numbers.map((number, i) => customer({ name: '张 伟', phone: `1380013800${i}` }, number)),
  };
  const first = planFor(records);
  first.slice(2);
  expect(first.isDone).toBe(false);
  expect(first.next).toEqual({ tab: 'customers', record: 'C3' });
  const rest = findingsOf({ customers: [...records.customers!].reverse() }, { from: first.next! });
  expect([...first.findings, ...rest].map(({ record }) => record)).toEqual(['C1', 'C2', 'C3', 'C2', 'C1']);
});

test('cleaned records need no further cleaning, whatever the slices', () => {
  const records: Records = {
    customers: [
      customer({
        name: '张 伟',
        phone: '57187654321',
        address: '杭州市 西湖区，文三路１号',
        birthDate: '1990.1.1',
        customerType: '个人',
      }),
    ],
    purchases: [{ orderId: 'D1', customerId: '张伟', model: 'ＫＦＲ', purchasedOn: '2026.1.1', quantity: '一台' }],
    repairs: [{ repairId: 'R1', customerName: '张伟', reportedOn: '2026-02-01', repairResult: '修好了' }],
  };
  const findings = findingsOf(records, {}, 1);
  expect(findings).toEqual(findingsOf(records));
  expect(findings.length).toBeGreaterThan(8);
  expect(findingsOf(applied(records, findings)).filter(({ kind }) => kind !== 'report')).toEqual([]);
});
