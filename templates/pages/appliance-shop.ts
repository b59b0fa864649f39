import { text } from '../parts.ts';
import { lines, type TradePage } from './table.ts';

/**
 * A shop that sold air conditioners all summer: a hotel buys fridges on credit and is late, a washing machine waits for a
 * part, a loyal customer comes again, another has not been seen for half a year.
 */
export const applianceShop: TradePage = {
  about: text(
    '卖家电，也上门安装和维修：交易金额、产品目录、保修和保养提醒。',
    'Sells, installs and repairs appliances: amounts, product list, reminders of warranty and upkeep.',
  ),
  steps: [
    text(
      '点“设置 › 打开产品目录”，填型号、单价、保修和保养月数：卖出时自动填金额，到期前提醒。',
      'Choose "Settings › Open products" and fill in models, prices, months of warranty and upkeep: amounts fill themselves in, and you are reminded in time.',
    ),
    text(
      '报修电话来了，点“登记其他 › 登记维修”：型号会填上次买的，超过 7 天没修好会提醒。',
      'When a repair is reported, choose "Add a record › Add repair": the model bought last is filled in, and after 7 days you are reminded.',
    ),
  ],
  samples: {
    customers: lines(
      'name phone email address customerType',
      '王小明|James Walker; 13800138000|+1 503 227 0101; wang.xiaoming@example.com|james.walker@example.com; 浙江省杭州市西湖区文三路 100 号 2 栋 301 室|301, 100 Oak Street, Portland, OR; VIP客户',
      '李芳|Emma Clark; 0571-87654321|+1 503 227 0102; ; 浙江省杭州市拱墅区莫干山路 18 号|18 Maple Avenue, Portland, OR; 普通客户',
      '杭州清风酒店有限公司|Riverside Hotel Ltd; 400-820-8820|+1 503 227 0103; office@example.com|office@riverside.example.com; 浙江省杭州市上城区解放路 66 号|66 Harbor Road, Portland, OR; 企业客户',
      '陈建国|Robert Young; 13905710004|+1 360 693 0104; ; 浙江省绍兴市越城区中兴路 9 号|9 Mill Lane, Vancouver, WA; 普通客户',
      '赵敏|Olivia Hughes; 13605710005|+1 503 227 0105; zhaomin@example.com|olivia@example.com; 浙江省杭州市滨江区江南大道 588 号 5 幢 1202 室|Apt 1202, 588 River Drive, Portland, OR; VIP客户',
      '孙志强|Daniel Moore; 13705720006|+1 425 454 0106; ; 浙江省湖州市吴兴区红旗路 21 号|21 Lake Street, Bellevue, WA; 普通客户',
      '蒋欣怡|Sophia Turner; 15805710007|+1 503 227 0107; jiangxy@example.com|sophia@example.com; 浙江省杭州市余杭区文一西路 1218 号|1218 West Road, Portland, OR; 普通客户',
      '绍兴市明德小学|Northside Primary School; 0575-85120008|+1 360 693 0108; school@example.com; 浙江省绍兴市柯桥区育才路 3 号|3 School Street, Vancouver, WA; 企业客户',
      '吴桂英|Margaret Reed; 13505710009|+1 503 227 0109; ; 浙江省杭州市临平区南大街 45 号|45 South Street, Portland, OR; 普通客户',
      '郑浩|Lucas Bennett; 18605710010|+1 206 622 0110; zhenghao@example.com|lucas@example.com; 上海市徐汇区漕溪北路 88 号|88 North Avenue, Seattle, WA; 普通客户',
    ),
    purchases: lines(
      'customerId model purchasedOn quantity payment orderStatus amount',
      '1; KFR-35GW; -402; 1; 微信|银行卡; 已完成; 2999',
      '2; XQG100-B12; -371; 1; 现金; 已完成; 2499',
      '5; BCD-520W; -339; 1; 支付宝|现金; 已完成; 5299',
      '4; 55E7; -296; 1; 微信|银行卡; 已完成; 2799',
      '6; KFR-35GW; -214; 1; 银行卡; 已完成; 2999',
      '9; JSQ30-16; -187; 1; 现金; 已完成; 1899',
      '8; 55E7; -166; 4; 转账; 已完成; 11196',
      '7; KFR-35GW; -151; 2; 支付宝|现金; 已完成; 5998',
      '1; KFR-72LW; -146; 1; 微信|银行卡; 已完成; 6499',
      '10; KFR-35GW; -138; 1; 支付宝|现金; 已取消; 2999',
      '3; KFR-35GW; -132; 12; 转账; 已完成; 35988',
      '5; KFR-72LW; -118; 1; 银行卡; 已完成; 6499',
      '2; DF-40A; -77; 1; 微信|银行卡; 已完成; 399',
      '1; XQG100-B12; -40; 1; 微信|银行卡; 已完成; 2499',
      '3; BCD-218W; -34; 6; 转账; 已完成; 10794',
      '10; BCD-520W; -12; 1; 微信|银行卡; 已完成; 5299',
      '7; DF-40A; -6; 2; 支付宝|现金; 已发货; 798',
      '3; BCD-218W; -3; 2; 转账; 待发货; 3598',
    ),
    repairs: lines(
      'customerId model reportedOn repairedOn repairCost repairResult remark',
      '1; KFR-35GW; -158; -156; 180; 已修复; 加制冷剂|Refrigerant topped up',
      '4; 55E7; -92; -88; 0; 已修复; 保修期内，换主板|Under warranty, main board replaced',
      '6; KFR-35GW; -61; -60; 120; 已修复; 外机螺丝松|Loose screws outside',
      '9; JSQ30-16; -24; -22; 260; 已修复; 换点火器|Igniter replaced',
      '2; XQG100-B12; -9; ; ; 等配件; 排水泵坏了，已订货|Drain pump broken, ordered',
    ),
    services: lines(
      'customerId serviceType servedOn servedBy serviceResult satisfaction feedback',
      '1; 安装; -401; 陈师傅|Chen; 已完成; 5; 安装很快，收拾得干净|Quick and tidy',
      '5; 送货; -337; 林师傅|Lin; 已完成; 4; ',
      '7; 安装; -149; 陈师傅|Chen; 已完成; 5; 讲解很仔细|Explained everything',
      '3; 安装; -129; 林师傅|Lin; 已完成; 3; 晚到了两个小时|Two hours late',
      '1; 保养; -75; 陈师傅|Chen; 已完成; 5; ',
      '10; 送货; -10; 林师傅|Lin; 已完成; 4; ',
      '8; 咨询; -5; 陈师傅|Chen; 待跟进; ; 想给教室装空调，要报价|Wants air conditioners for classrooms, asks for an offer',
    ),
    interactions: lines(
      'customerId interactionType interactedOn content handledBy handling followUpOn',
      '3; 投诉; -4; 上次安装划伤了地板，要求处理|The floor was scratched when installing, wants it settled; 陈师傅|Chen; 待处理; ',
      '8; 咨询; -5; 教室空调报价，校长下周定|Offer for classrooms, the head decides next week; 王店长|Manager Wang; 处理中; 2',
      '5; 回访; -30; 冰箱很满意，想换洗衣机|Likes the fridge, thinks of a new washing machine; 王店长|Manager Wang; 已处理; ',
    ),
    credits: lines(
      'customerId creditType dueOn owed paidOn creditState creditRemark',
      '3; 付款; -102; 35988; -95; 已付清; 12 台空调，晚了一周|12 air conditioners, a week late',
      '8; 付款; -136; 11196; -140; 已付清; ',
      '3; 付款; -4; 10794; ; 待付; 6 台冰箱，说好月底付|6 fridges, promised by the end of the month',
      '3; 付款; 2; 3598; ; 待付; ',
    ),
    preferences: lines(
      'customerId likes notedOn promotion contactBy preferenceRemark',
      '1; 静音的、一级能效|Quiet and efficient; -40; 新品; 微信|短信; ',
      '5; 大容量冰箱、洗烘一体|Large fridges, washer-dryers; -30; 折扣; 电话; 只在周末接电话|Calls at weekends only',
      '9; ; -22; 不要促销; 不要营销; ',
    ),
    products: lines(
      'model category unitPrice warrantyMonths upkeepMonths',
      'KFR-35GW; 空调; 2999; 72; 12',
      'KFR-72LW; 空调; 6499; 72; 12',
      'BCD-218W; 冰箱; 1799; 36; ',
      'BCD-520W; 冰箱; 5299; 36; ',
      'XQG100-B12; 洗衣机; 2499; 36; 24',
      '55E7; 电视; 2799; 12; ',
      'JSQ30-16; 热水器; 1899; 24; 12',
      'DF-40A; 小家电; 399; 12; ',
    ),
  },
};
