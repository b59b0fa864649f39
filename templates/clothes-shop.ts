import type { Template } from '../src/domain/dictionary/template.ts';
import { called, choices, done, field, on, season, text } from './parts.ts';

const item = called('货号', 'Item no.');

/** What is sold here, in records and in the list. */
const kinds = choices(
  ['上衣', 'Tops', 'blue', '衬衫|T恤|毛衣'],
  ['裤装', 'Trousers', 'teal', '裤子'],
  ['裙装', 'Dresses', 'purple', '裙子|连衣裙'],
  ['外套', 'Coats', 'amber', '大衣|羽绒服'],
  ['鞋包', 'Shoes, bags', 'green', '鞋|包'],
  ['配饰', 'Accessories', 'grey', '围巾|帽子|皮带'],
);

/** 服装店: what was bought in which colour, size and style, by whom, and what suits them. */
export const clothesShop: Template = {
  key: 'clothes-shop',
  label: text('服装店', 'Clothes shop'),
  fields: {
    purchases: [
      field('color', 'text', '颜色', 'Colour', 'order', { width: 90 }),
      field('size', 'choice', '尺码', 'Size', 'order', {
        width: 90,
        ...choices(
          ['S', 'S', 'grey', '小号|small'],
          ['M', 'M', 'grey', '中号|medium'],
          ['L', 'L', 'grey', '大号|large'],
          ['XL', 'XL', 'grey', '加大'],
          ['均码', 'One size', 'grey', '一码'],
        ),
      }),
      field('style', 'text', '款式', 'Style', 'order'),
      field('brand', 'text', '品牌', 'Brand', 'order'),
      season,
    ],
    preferences: [
      field('usualSize', 'text', '常穿尺码', 'Usual size', 'main', { width: 100 }),
      field('likedColors', 'text', '喜欢的颜色', 'Favourite colours', 'main'),
    ],
  },
  changes: {
    customers: { gender: on, birthDate: on },
    purchases: {
      model: item,
      amount: on,
      itemType: { ...on, ...kinds },
      place: on,
    },
    repairs: {
      model: item,
      repairResult: choices(
        ['已改好', 'Altered', 'green', '改好|改好了|修好了|已修复|done', done],
        ['改衣中', 'Altering', 'blue', '在改|修改中'],
        ['未改好', 'Not altered', 'red', '没改好|改不了'],
      ),
    },
    services: {
      serviceType: choices(
        ['量体', 'Fitting', 'blue', '量尺寸'],
        ['搭配', 'Styling', 'purple', '穿搭|搭配建议'],
        ['改衣', 'Alteration', 'amber', '修改'],
        ['退换', 'Exchange', 'red', '退货|换货'],
        ['咨询', 'Advice', 'teal', '问询|inquiry'],
      ),
    },
    products: {
      model: item,
      category: kinds,
    },
  },
};
