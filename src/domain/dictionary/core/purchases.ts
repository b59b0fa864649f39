import type { Tab } from '../types.ts';
import { customerCopies, customerReference, field, option, productModel, series, staffNames, text } from './field-parts.ts';

export const purchases: Tab = {
  key: 'purchases',
  label: text('购买记录', 'Purchases'),
  noun: text('购买记录', 'purchase'),
  adds: text('登记购买', 'Add purchase'),
  groups: [
    { key: 'main', label: text('客户与商品', 'Customer and item') },
    { key: 'order', label: text('订单', 'Order') },
  ],
  hue: 'blue',
  from: 'start',
  fields: [
    series('orderId', 'D', 6, text('订单编号', 'Order no.')),
    customerReference,
    productModel,
    field('purchasedOn', 'date', '购买日期', 'Purchase date', 'order', {
      event: 'on',
      occasion: 'bought',
      required: true,
      proposes: 'today',
    }),
    field('quantity', 'integer', '购买数量', 'Quantity', 'order', {
      event: 'count',
      min: 1,
      max: 100000,
      width: 90,
    }),
    field('payment', 'choice', '支付方式', 'Payment', 'order', {
      wanted: true,
      event: 'paid',
      options: [
        option('微信', 'WeChat Pay', 'grey', ['微信支付', '微信付款', '微信转账', 'wechat', 'weixin', 'wx', 'vx']),
        option('支付宝', 'Alipay', 'grey', ['支付宝支付', '支付宝付款', '支付宝转账', 'ali pay', 'zfb']),
        option('现金', 'Cash', 'grey', ['现金支付', '现付', '付现', '现款']),
        option('银行卡', 'Bank card', 'grey', [
          '刷卡',
          '信用卡',
          '储蓄卡',
          '借记卡',
          'pos',
          'pos机',
          'card',
          'credit card',
          'debit card',
          'unionpay',
        ]),
        option('转账', 'Transfer', 'grey', ['银行转账', '对公转账', '汇款', 'bank transfer', 'wire']),
      ],
      width: 100,
    }),
    field('orderStatus', 'choice', '订单状态', 'Order status', 'order', {
      wanted: true,
      event: 'state',
      options: [
        { ...option('待发货', 'To ship', 'amber', ['未发货', '等发货', '没发货', 'unshipped', 'pending']), means: 'toShip' },
        option('已发货', 'Shipped', 'blue', ['发货了', '已发', '已寄出', '运输中', 'sent']),
        option('已完成', 'Completed', 'green', ['完成', '完成了', '已收货', '已签收', 'done', 'complete', 'delivered'], 'done'),
        option('已取消', 'Cancelled', 'grey', ['取消', '取消了', '作废', 'canceled', 'void'], 'void'),
      ],
      width: 100,
    }),
    field('amount', 'money', '交易金额', 'Amount', 'order', {
      event: 'amount',
      help: text(
        '空着时按产品目录的单价 × 数量填入，可以改。',
        'Left empty it is filled in from the unit price in Products times the quantity. You can change it.',
      ),
      min: 0,
      amountFrom: { item: 'model', quantity: 'quantity', list: 'products', listItem: 'model', listPrice: 'unitPrice' },
      off: true,
    }),
    field('itemType', 'choice', '商品/服务类型', 'Kind of item', 'order', {
      event: 'sort',
      width: 130,
      options: [
        option('商品', 'Goods', 'blue', ['货品', '产品']),
        option('配件', 'Parts', 'teal', ['附件', '零件']),
        option('服务', 'Service', 'green'),
        option('其他', 'Other', 'grey'),
      ],
      off: true,
    }),
    field('place', 'choice', '交易地点', 'Place', 'order', {
      options: [
        option('门店', 'In the shop', 'blue', ['店里', '到店', 'store']),
        option('线上', 'Online', 'purple', ['网上', '网店', '微信小店', 'web']),
        option('上门', "At the customer's", 'teal', ['客户处', '客户家']),
        option('其他地点', 'Elsewhere', 'grey', ['其他']),
      ],
      off: true,
    }),
    field('soldBy', 'text', '销售人员', 'Sold by', 'order', { event: 'by', suggestFrom: staffNames, off: true }),
    ...customerCopies,
  ],
};
