import { text } from '../parts.ts';
import { lines, type TradePage } from './table.ts';

/** A software company: trials that become subscriptions, one that is about to run out, one that left, training abroad. */
export const onlineCompany: TradePage = {
  about: text(
    '卖软件和线上服务：公司名称、所属行业、语言、地区、到期日期、客户来源。',
    'Sells software and services online: company, industry, language, region, day of expiry, where customers come from.',
  ),
  steps: [
    text(
      '登记客户时写公司名称、所属行业和语言；地区按地址或区号自动填。',
      'Register customers with company, industry and language; the region is filled in from the address or the area code.',
    ),
    text(
      '订阅写上到期日期。要在到期前提醒，点“设置 › 查看提醒设置”，加一行：购买记录、到期日期、提前 30 天。',
      'Give subscriptions their day of expiry. To be reminded before, choose "Settings › Show reminder settings" and add a line: Purchases, Expires on, 30 days before.',
    ),
  ],
  samples: {
    customers: lines(
      'name phone email address customerType company industry language region source',
      '江晨|Nathan Cole; 13810020001|+1 617 523 0401; jiangchen@example.com|nathan@example.com; 北京市海淀区上地东路 1 号|1 East Road, Boston, MA; 企业客户; 北京拓海科技有限公司|Seaway Technology Inc; 互联网; 中文|英文; 北京|Massachusetts; 官网',
      '沈静怡|Rachel Stone; 13916020002|+1 212 736 0402; shenjy@example.com|rachel@example.com; 上海市浦东新区张江路 500 号|500 Science Road, New York, NY; 企业客户; 上海优学教育有限公司|Learnwell Education; 教育; 中文|英文; 上海|New York; 展会',
      '格林 大卫|David Green; +1 415 362 0403; david.green@example.com; 美国旧金山|403 Market Street, San Francisco, CA; VIP客户; 绿叶贸易|Greenleaf Trading; 零售; 英文; 美国|California; 转介绍',
      '罗国华|Thomas Baker; 13602220004|+1 312 939 0404; luogh@example.com|thomas@example.com; 广东省广州市天河区体育西路 103 号|103 West Street, Chicago, IL; 企业客户; 广州粤味餐饮有限公司|Southern Kitchens Ltd; 餐饮酒店; 中文|英文; 广东|Illinois; 广告',
      '蔡文娟|Victoria Lane; 13725520005|+1 408 297 0405; caiwj@example.com|victoria@example.com; 广东省深圳市南山区科技园南路 2 号|2 Park Avenue, San Jose, CA; 企业客户; 深圳精工制造有限公司|Precise Works Ltd; 制造; 中文|英文; 广东|California; 官网',
      '佐藤 美咲|Misaki Sato; +81 90-2345-6789; sato@example.com; 日本大阪市|Osaka, Japan; 普通客户; ; 零售; 其他语言; 日本|Japan; 官网',
      '高翔|Eric Palmer; 15802850006|+1 206 622 0407; gaoxiang@example.com|eric@example.com; 四川省成都市高新区天府三街 199 号|199 Third Avenue, Seattle, WA; 普通客户; ; 互联网; 中文|英文; 四川|Washington; 广告',
      '董海燕|Alice Marsh; 13507310007|+1 617 523 0408; donghy@example.com|alice@example.com; 湖南省长沙市岳麓区麓谷大道 8 号|8 Valley Road, Boston, MA; 企业客户; 长沙博雅职业学校|Boya Vocational School; 教育; 中文|英文; 湖南|Massachusetts; 转介绍',
    ),
    purchases: lines(
      'customerId model purchasedOn quantity payment orderStatus amount itemType expiresOn',
      '1; 专业版 年付|Pro, yearly; -412; 20; 转账; 已完成; 23760; 订阅; -47',
      '2; 团队版 年付|Team, yearly; -355; 50; 转账; 已完成; 29400; 订阅; 10',
      '2; 上线培训|Onboarding class; -350; 1; 转账; 已完成; 3000; 培训; ',
      '3; 专业版 年付|Pro, yearly; -303; 10; 银行卡; 已完成; 11880; 订阅; 62',
      '4; 团队版 月付|Team, monthly; -268; 15; 支付宝|现金; 已完成; 885; 订阅; -238',
      '4; 团队版 月付|Team, monthly; -237; 15; 支付宝|现金; 已完成; 885; 订阅; -207',
      '3; 增加 5 个席位|5 more seats; -190; 1; 银行卡; 已完成; 3960; 增购; 62',
      '5; 定制报表|Custom reports; -165; 1; 转账; 已完成; 18000; 定制; ',
      '5; 专业版 年付|Pro, yearly; -160; 30; 转账; 已完成; 35640; 订阅; 205',
      '7; 团队版 月付|Team, monthly; -96; 3; 微信|银行卡; 已取消; 177; 订阅; ',
      '8; 团队版 年付|Team, yearly; -58; 40; 转账; 已完成; 23520; 订阅; 307',
      '1; 专业版 年付|Pro, yearly; -46; 25; 转账; 已完成; 29700; 订阅; 319',
      '8; 上线培训|Onboarding class; -50; 1; 转账; 已完成; 3000; 培训; ',
      '6; 团队版 月付|Team, monthly; -8; 5; 银行卡; 试用中; ; 订阅; 6',
      '5; 增加 5 个席位|5 more seats; -2; 2; 转账; 待开通; 7920; 增购; 205',
    ),
    repairs: lines(
      'customerId model reportedOn repairedOn repairCost repairResult remark',
      '3; 专业版|Pro; -244; -243; 0; 已解决; 导出的日期格式不对|Wrong dates in the export',
      '5; 定制报表|Custom reports; -120; -113; 0; 已解决; 合计差一分钱|A total was a cent off',
      '2; 团队版|Team; -20; -20; 0; 已解决; 密码邮件收不到|Password mail did not arrive',
      '5; 专业版|Pro; -8; ; ; 处理中; 手机上打不开附件|Attachments do not open on phones',
    ),
    services: lines(
      'customerId serviceType servedOn servedBy serviceResult satisfaction feedback',
      '1; 开通; -410; 小林|Lynn; 已完成; 5; ',
      '2; 培训; -348; 小林|Lynn; 已完成; 4; 希望有录像|Would like a recording',
      '3; 技术支持; -243; 阿强|Strong; 已完成; 5; 半天就解决了|Solved in half a day',
      '4; 续费沟通; -205; 小林|Lynn; 未完成; 2; 嫌贵，没有续|Too dear, did not renew',
      '5; 开通; -158; 阿强|Strong; 已完成; 4; ',
      '8; 培训; -49; 小林|Lynn; 已完成; 5; 讲得很清楚|Very clear',
      '2; 续费沟通; -6; 小林|Lynn; 待跟进; ; 10 天后到期，要折扣|Expires in 10 days, asks for a discount',
    ),
    interactions: lines(
      'customerId interactionType interactedOn content handledBy handling followUpOn',
      '2; 咨询; -6; 续费三年有没有优惠|Is three years cheaper; 小林|Lynn; 处理中; 1',
      '5; 投诉; -3; 附件问题催了三次|Asked three times about the attachments; 阿强|Strong; 待处理; ',
      '6; 建议; -5; 希望有日文界面|Would like a Japanese interface; 小林|Lynn; 已处理; ',
    ),
    credits: lines(
      'customerId creditType dueOn owed paidOn creditState creditRemark',
      '2; 付款; -325; 29400; -327; 已付清; ',
      '5; 付款; -130; 53640; -112; 已付清; 晚了 18 天|18 days late',
      '8; 付款; -28; 26520; -28; 已付清; ',
      '1; 付款; -2; 29700; ; 待付; 发票已寄|Invoice sent',
    ),
    preferences: lines(
      'customerId likes notedOn promotion contactBy preferenceRemark',
      '3; 接口、报表|Interfaces, reports; -190; 新品; 邮件; 只用英文联系|English only',
      '4; ; -205; 不要促销; 不要营销; ',
    ),
    products: lines(
      'model category unitPrice',
      '团队版 月付|Team, monthly; 订阅; 59',
      '团队版 年付|Team, yearly; 订阅; 588',
      '专业版 年付|Pro, yearly; 订阅; 1188',
      '增加 5 个席位|5 more seats; 增购; 3960',
      '定制报表|Custom reports; 定制; 18000',
      '上线培训|Onboarding class; 培训; 3000',
    ),
  },
};
