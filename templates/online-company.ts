import type { Template } from '../src/domain/dictionary/template.ts';
import { called, choices, done, field, on, orderStates, text } from './parts.ts';

/** What is sold here, in records and in the list. */
const kinds = choices(
  ['订阅', 'Subscription', 'blue', '年费|月费|续费|renewal'],
  ['增购', 'Add-on', 'teal', '加购|扩容'],
  ['定制', 'Custom work', 'purple', '开发|项目'],
  ['培训', 'Training', 'green'],
);

/** 互联网公司: companies that buy subscriptions and services, in many places and languages. */
export const onlineCompany: Template = {
  key: 'online-company',
  label: text('互联网公司', 'Online company'),
  fields: {
    customers: [
      field('source', 'choice', '客户来源', 'Source', 'more', {
        identity: 'none',
        ...choices(
          ['官网', 'Website', 'blue', '网站|搜索|search'],
          ['广告', 'Advertising', 'amber', '投放|ads'],
          ['转介绍', 'Referral', 'green', '介绍|朋友介绍'],
          ['展会', 'Trade fair', 'purple', '活动|event'],
        ),
      }),
    ],
    purchases: [field('expiresOn', 'date', '到期日期', 'Expires on', 'order', { notBefore: 'purchasedOn' })],
  },
  changes: {
    customers: { company: on, industry: on, language: on, region: on },
    purchases: {
      model: called('产品或套餐', 'Product or plan'),
      amount: on,
      itemType: { ...on, ...kinds },
      orderStatus: orderStates(['待开通', 'To activate', 'amber', '未开通'], ['试用中', 'On trial', 'teal', '试用|trial']),
    },
    repairs: {
      model: called('产品或套餐', 'Product or plan'),
      repairResult: choices(
        ['已解决', 'Solved', 'green', '解决|解决了|修好了|fixed|done', done],
        ['处理中', 'Under way', 'blue', '在处理'],
        ['未解决', 'Not solved', 'red', '没解决'],
      ),
    },
    services: {
      serviceType: choices(
        ['开通', 'Onboarding', 'blue', '上线|安装'],
        ['培训', 'Training', 'green'],
        ['技术支持', 'Support', 'amber', '支持|维修'],
        ['续费沟通', 'Renewal', 'purple', '续费'],
        ['咨询', 'Advice', 'teal', '演示|demo|inquiry'],
      ),
    },
    products: {
      model: called('产品或套餐', 'Product or plan'),
      category: kinds,
    },
  },
};
