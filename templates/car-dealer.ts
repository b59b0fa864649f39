import type { Template } from '../src/domain/dictionary/template.ts';
import { called, choices, done, field, never, on, text, workshopStates } from './parts.ts';

/** 汽车销售: cars that are test-driven, bought on credit and looked after for years. */
export const carDealer: Template = {
  key: 'car-dealer',
  label: text('汽车销售', 'Car dealer'),
  fields: {
    customers: [
      field('budget', 'choice', '预算', 'Budget', 'more', {
        identity: 'none',
        ...choices(
          ['10 万以下', 'Under 100,000', 'grey', '10万以下|十万以下'],
          ['10–20 万', '100,000–200,000', 'teal', '10-20万|10万到20万'],
          ['20–30 万', '200,000–300,000', 'blue', '20-30万|20万到30万'],
          ['30 万以上', 'Over 300,000', 'purple', '30万以上|三十万以上'],
        ),
      }),
      field('carUse', 'choice', '用途', 'Use', 'more', {
        identity: 'none',
        ...choices(
          ['上下班', 'Commuting', 'blue', '通勤|代步'],
          ['家用', 'Family', 'green', '家庭'],
          ['生意', 'Business', 'amber', '商用|商务|做生意'],
          ['自驾游', 'Trips', 'teal', '旅游|越野'],
        ),
      }),
    ],
    purchases: [
      field('loanAmount', 'money', '贷款金额', 'Loan', 'order', { min: 0 }),
      field('loanMonths', 'integer', '贷款期数', 'Loan months', 'order', { min: 1, max: 120 }),
      field('instalment', 'money', '每月还款', 'Monthly instalment', 'order', { min: 0 }),
    ],
    services: [
      field('car', 'text', '车型', 'Car model', 'main', {
        suggestFrom: { list: 'products', field: 'model' },
        tidy: 'code',
        sensitivity: 'open',
      }),
    ],
  },
  changes: {
    customers: { birthDate: on, age: on, occupation: on },
    purchases: {
      model: called('车型', 'Car model'),
      amount: on,
      itemType: {
        ...on,
        ...choices(
          ['新车', 'New car', 'blue'],
          ['二手车', 'Used car', 'teal', '二手'],
          ['保养', 'Upkeep', 'green'],
          ['配件', 'Parts', 'amber', '装饰|附件'],
          ['保险', 'Insurance', 'purple', '车险'],
        ),
      },
      orderStatus: choices(
        ['已订', 'Ordered', 'blue', '已下订|下订|预订'],
        ['待交车', 'To deliver', 'amber', '等交车|等提车'],
        ['已完成', 'Completed', 'green', '完成|已交车|已提车|done', done],
        ['已取消', 'Cancelled', 'grey', '取消|退订|canceled|void', never],
      ),
    },
    repairs: {
      model: called('车型', 'Car model'),
      repairResult: workshopStates,
    },
    services: {
      serviceType: choices(
        ['试驾', 'Test drive', 'teal', '试车'],
        ['保养', 'Upkeep', 'green', '首保', { means: 'upkeep' }],
        ['维修', 'Repair', 'amber', '修理'],
        ['交车', 'Handover', 'blue', '提车'],
        ['咨询', 'Advice', 'grey', '看车|问价|inquiry'],
      ),
    },
    credits: {
      creditType: choices(
        ['贷款还款', 'Loan instalment', 'blue', '还款|月供|instalment', { means: 'payment' }],
        ['付款', 'Payment', 'teal', '首付|尾款|定金', { means: 'payment' }],
        ['逾期', 'Late payment', 'amber', '拖欠|晚付|overdue|late', { means: 'overdue' }],
        ['违约', 'Breach', 'red', '断供|不付款|default', { means: 'default' }],
        ['信用评级', 'Rating', 'purple', '评级|credit rating', { means: 'rating', closes: 'done' }],
      ),
    },
    products: {
      model: called('车型', 'Car model'),
      category: choices(
        ['轿车', 'Saloon', 'blue', 'sedan'],
        ['SUV', 'SUV', 'green', '越野车'],
        ['MPV', 'MPV', 'teal', '商务车'],
        ['新能源车', 'Electric', 'purple', '电动车|ev'],
        ['二手车', 'Used car', 'grey'],
        ['配件', 'Parts', 'amber'],
      ),
    },
  },
};
