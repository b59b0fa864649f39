import { expect, test } from '@jest/globals';
import { Shop } from './shop.ts';

test('the list of staff begins with whoever did something, and is suggested for whoever does it next', async () => {
  const shop = await Shop.open();
  await shop.paste('服务记录', 2, '服务类型', [
    ['安装', '2026-11-01', '陈师傅'],
    ['维修', '2026-11-02', '李师傅'],
    ['维修', '2026-11-03', '陈师傅'],
  ]);
  expect((await shop.run('open-staff')).message).toBe('员工');
  expect(shop.columnTexts('员工', '姓名').sort()).toEqual(['李师傅', '陈师傅']);
  const cell = shop.sheet('服务记录').cells[8]?.[shop.column('服务记录', '服务人员')];
  expect(shop.host.state.validations[cell!.d!]).toMatchObject({ criteria: 'VALUE_IN_RANGE', allowInvalid: true });
});
