import type { Template } from '../src/domain/dictionary/template.ts';
import { allergies, called, choices, field, never, on, orderStates, repairStates, text } from './parts.ts';

/** What is sold here, in records and in the list. */
const kinds = choices(
  ['住宿', 'Room', 'blue', '房费|客房'],
  ['餐饮', 'Dining', 'amber', '餐厅|早餐|用餐'],
  ['SPA', 'Spa', 'teal', '水疗|按摩'],
  ['礼品', 'Gifts', 'purple', '礼物|伴手礼|gift'],
  ['其他', 'Other', 'grey'],
);

/** 酒店: guests who stay, dine, use the spa and buy gifts, and how they like it. */
export const hotel: Template = {
  key: 'hotel',
  label: text('酒店', 'Hotel'),
  fields: {
    purchases: [
      field('checkInOn', 'date', '入住日期', 'Check-in', 'order'),
      field('checkOutOn', 'date', '退房日期', 'Check-out', 'order', { notBefore: 'checkInOn' }),
      field('roomType', 'choice', '房间类型', 'Room type', 'order', {
        ...choices(
          ['标准间', 'Twin room', 'grey', '标间|双床房|twin'],
          ['大床房', 'Double room', 'blue', '大床|double'],
          ['家庭房', 'Family room', 'green', '亲子房|family'],
          ['套房', 'Suite', 'purple', '豪华套房'],
        ),
      }),
    ],
    preferences: [
      field('breakfastAt', 'text', '早餐时间', 'Breakfast at', 'main', { width: 100 }),
      field('floor', 'choice', '楼层', 'Floor', 'main', {
        ...choices(
          ['低楼层', 'Low floor', 'green', '低层'],
          ['中楼层', 'Middle floor', 'teal', '中层'],
          ['高楼层', 'High floor', 'blue', '高层'],
        ),
      }),
      field('diet', 'choice', '饮食', 'Diet', 'main', {
        sensitivity: 'personal',
        ...choices(
          ['没有要求', 'No wishes', 'grey', '无'],
          ['素食', 'Vegetarian', 'green', '吃素|vegan'],
          ['清真', 'Halal', 'teal'],
          ['少糖', 'Low sugar', 'amber', '无糖|低糖'],
        ),
      }),
      allergies,
    ],
  },
  changes: {
    customers: { nationality: on, language: on, birthDate: on },
    purchases: {
      model: called('消费项目', 'Item'),
      purchasedOn: called('消费日期', 'Date'),
      amount: on,
      itemType: { ...on, ...kinds },
      orderStatus: orderStates(
        ['已预订', 'Booked', 'blue', '预订|预定|booking'],
        ['已入住', 'Checked in', 'teal', '入住|在住'],
        ['没有来', 'No-show', 'red', '未到|noshow', never],
      ),
    },
    repairs: {
      model: called('房间或设备', 'Room or equipment'),
      repairResult: repairStates,
    },
    services: {
      serviceType: choices(
        ['接送', 'Transfer', 'blue', '接机|送机|叫车'],
        ['客房服务', 'Room service', 'teal', '打扫|送餐'],
        ['行程安排', 'Tours', 'green', '旅游|订票'],
        ['宴会会议', 'Events', 'purple', '会议|宴会'],
        ['咨询', 'Advice', 'grey', '问询|inquiry'],
      ),
    },
    products: {
      model: called('项目', 'Item'),
      category: kinds,
    },
  },
};
