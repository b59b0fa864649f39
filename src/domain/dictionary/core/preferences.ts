import type { Tab } from '../types.ts';
import { customerCopies, customerReference, field, option, series, text } from './field-parts.ts';

/** 偏好信息: what a customer likes, and how the shop may write or call. The newest record counts. */
export const preferences: Tab = {
  key: 'preferences',
  label: text('偏好信息', 'Preferences'),
  noun: text('偏好信息', 'preference'),
  adds: text('登记偏好', 'Add preference'),
  groups: [
    { key: 'main', label: text('客户与偏好', 'Customer and preference') },
    { key: 'contact', label: text('怎么联系', 'Contact') },
  ],
  hue: 'blue',
  from: 'firstUse',
  fields: [
    series('preferenceId', 'P', 6, text('偏好编号', 'Preference no.')),
    customerReference,
    field('likes', 'text', '产品偏好', 'Likes', 'main', {
      event: 'what',
      help: text('喜欢什么产品、品牌、款式。', 'Which products, brands or styles the customer likes.'),
      width: 200,
    }),
    field('notedOn', 'date', '记录日期', 'Noted on', 'main', { event: 'on', required: true, proposes: 'today', period: 'past' }),
    field('promotion', 'choice', '促销偏好', 'Promotions', 'contact', {
      options: [
        option('折扣', 'Discounts', 'green', ['打折', '优惠券', 'coupon']),
        option('赠品', 'Gifts', 'purple', ['礼品', '送礼']),
        option('积分', 'Points', 'teal', ['会员积分']),
        option('新品', 'New items', 'blue', ['上新']),
        { ...option('不要促销', 'None', 'red', ['不要', 'no promotions']), means: 'refuses' },
      ],
    }),
    field('contactBy', 'choice', '沟通偏好', 'Contact by', 'contact', {
      width: 130,
      help: text(
        '客户同意怎么联系；说过不要打扰，就选“不要营销”。',
        'How the customer agreed to be contacted; "No marketing" where they asked for peace.',
      ),
      options: [
        option('电话', 'Phone', 'blue', ['打电话', 'call']),
        option('短信', 'Text message', 'teal', ['sms']),
        option('微信', 'WeChat', 'green', ['wechat', 'wx']),
        option('邮件', 'E-mail', 'purple', ['邮箱', 'mail']),
        { ...option('不要营销', 'No marketing', 'red', ['不要联系', '勿扰', 'none']), means: 'refuses' },
      ],
    }),
    field('preferenceRemark', 'longText', '备注', 'Remark', 'main', { event: 'words' }),
    ...customerCopies,
  ],
};
