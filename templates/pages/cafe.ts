import { text } from '../parts.ts';
import { lines, type TradePage } from './table.ts';

/** A café: an office that orders every month, regulars with their drinks, a machine that was sold and needs descaling. */
export const cafe: TradePage = {
  about: text(
    '熟客和单位订单：口味、季节、堂食还是外带；口味偏好、甜度、过敏记在偏好里，生日前提醒。',
    'Regulars and offices: flavour, season, eat in or take away; taste, sweetness and allergies as preferences; reminders of birthdays.',
  ),
  steps: [
    text(
      '熟客和单位订单记在“购买记录”，散客不用记；口味和季节选好，换季上新时就知道告诉谁。',
      'Keep regulars and office orders under Purchases, nobody else. With flavour and season chosen you know whom to tell of new items.',
    ),
    text(
      '谁不加糖、谁对牛奶过敏，点“登记其他 › 登记偏好”，点单前看一眼客户卡。',
      'Who takes no sugar, who must not have milk: "Add a record › Add preference". The card shows it before you make the drink.',
    ),
  ],
  samples: {
    customers: lines(
      'name phone email address customerType birthDate',
      '杭州乐享科技有限公司|Enjoy Software Inc; 0571-88220001|+1 206 622 0601; office@example.com; 浙江省杭州市滨江区网商路 699 号|699 Commerce Street, Seattle, WA; 企业客户; ',
      '程阳|Leo Marshall; 13857100002|+1 206 622 0602; chengyang@example.com|leo@example.com; 浙江省杭州市西湖区天目山路 226 号|226 Sky Road, Seattle, WA; VIP客户; -32y+4',
      '顾小曼|Mia Holland; 15088600003|+1 206 622 0603; ; 浙江省杭州市上城区中山中路 315 号|315 Central Street, Seattle, WA; 普通客户; -26y-60',
      '丁一凡|Owen Barrett; 13567100004|+1 206 622 0604; ; 浙江省杭州市拱墅区湖墅南路 186 号|186 Lake Street, Seattle, WA; 普通客户; -29y+120',
      '姚淑芬|Ruth Carter; 13588700005|+1 206 622 0605; ; 浙江省杭州市上城区清泰街 507 号|507 Clear Street, Seattle, WA; 普通客户; -66y+15',
      '蓝岸书店|Blue Shore Books; 0571-85100006|+1 206 622 0606; books@example.com; 浙江省杭州市西湖区龙井路 1 号|1 Garden Road, Seattle, WA; 企业客户; ',
      '白雨桐|Zoe Chambers; 17706500007|+1 425 454 0607; baiyt@example.com|zoe@example.com; 浙江省杭州市余杭区良睦路 999 号|999 West Road, Bellevue, WA; 普通客户; -24y-200',
      '夏天明|Frank Sutton; 13738000008|+1 206 622 0608; ; 浙江省杭州市西湖区曙光路 122 号|122 Dawn Street, Seattle, WA; VIP客户; -47y-8',
    ),
    purchases: lines(
      'customerId model purchasedOn quantity payment orderStatus amount itemType place flavour season brand',
      '1; 月度咖啡订单|Monthly coffee order; -405; 60; 转账; 已完成; 1320; 咖啡; 外卖; 原味; 四季; ',
      '8; 半自动咖啡机|Espresso machine; -382; 1; 银行卡; 已完成; 3680; 豆子和器具; 堂食; ; ; 乐泡|Lepo',
      '2; 储值卡 500|Prepaid card 500; -344; 1; 微信|银行卡; 已完成; 500; 储值卡; 堂食; ; ; ',
      '3; 热巧克力|Hot chocolate; -330; 2; 微信|银行卡; 已完成; 56; 茶饮; 堂食; 巧克力; 冬季; ',
      '8; 耶加雪菲 250 克|Yirgacheffe, 250 g; -289; 4; 银行卡; 已完成; 352; 豆子和器具; 外带; 果味; 四季; 山野|Wildhill',
      '6; 读书会茶歇|Book club coffee break; -246; 20; 转账; 已完成; 960; 轻食; 活动; 原味; 四季; ',
      '1; 月度咖啡订单|Monthly coffee order; -223; 75; 转账; 已完成; 1650; 咖啡; 外卖; 原味; 四季; ',
      '4; 冰拿铁|Iced latte; -175; 10; 支付宝|现金; 已完成; 260; 咖啡; 外带; 香草; 夏季; ',
      '7; 杨梅气泡水|Bayberry sparkling; -161; 3; 微信|银行卡; 已完成; 78; 茶饮; 堂食; 果味; 夏季; ',
      '2; 冰拿铁|Iced latte; -150; 6; 微信|银行卡; 已完成; 156; 咖啡; 外带; 原味; 夏季; ',
      '6; 读书会茶歇|Book club coffee break; -121; 24; 转账; 已完成; 1152; 轻食; 活动; 原味; 四季; ',
      '1; 月度咖啡订单|Monthly coffee order; -68; 80; 转账; 已完成; 1760; 咖啡; 外卖; 原味; 四季; ',
      '2; 储值卡 500|Prepaid card 500; -63; 1; 微信|银行卡; 已完成; 500; 储值卡; 堂食; ; ; ',
      '5; 桂花蛋糕|Osmanthus cake; -41; 1; 现金; 已完成; 168; 甜点; 外带; 原味; 秋季; ',
      '3; 桂花拿铁|Osmanthus latte; -36; 2; 微信|银行卡; 已完成; 64; 咖啡; 堂食; 原味; 秋季; ',
      '8; 耶加雪菲 250 克|Yirgacheffe, 250 g; -21; 4; 银行卡; 已完成; 352; 豆子和器具; 外带; 果味; 四季; 山野|Wildhill',
      '1; 月度咖啡订单|Monthly coffee order; -7; 80; 转账; 已完成; 1760; 咖啡; 外卖; 原味; 四季; ',
      '5; 生日蛋糕|Birthday cake; -1; 1; 现金; 待取; 268; 甜点; 外带; 巧克力; 四季; ',
    ),
    repairs: lines(
      'customerId model reportedOn repairedOn repairCost repairResult remark',
      '8; 半自动咖啡机|Espresso machine; -205; -201; 120; 已修复; 换密封圈|New seal',
      '6; 磨豆机|Grinder; -98; -95; 80; 已修复; 刀盘清理|Burrs cleaned',
      '8; 半自动咖啡机|Espresso machine; -10; ; ; 维修中; 蒸汽很小|Little steam',
    ),
    services: lines(
      'customerId serviceType servedOn servedBy serviceResult satisfaction feedback',
      '2; 课程; -310; 小鹿|Deer; 已完成; 5; 手冲课很有意思|Loved the brewing class',
      '6; 活动; -246; 小鹿|Deer; 已完成; 5; ',
      '8; 保养; -200; 阿文|Wen; 已完成; 4; ',
      '6; 活动; -121; 小鹿|Deer; 已完成; 4; 蛋糕少了一点|A little short of cake',
      '1; 咨询; -12; 阿文|Wen; 待跟进; ; 想在办公室放一台咖啡机|Would like a machine in the office',
    ),
    interactions: lines(
      'customerId interactionType interactedOn content handledBy handling followUpOn',
      '1; 咨询; -12; 咖啡机租还是买，要方案|Rent or buy a machine, wants an offer; 阿文|Wen; 处理中; 0',
      '7; 投诉; -3; 外卖杯盖漏了|The lid of the cup leaked; 小鹿|Deer; 待处理; ',
      '5; 建议; -40; 想要无糖蛋糕|Would like cake without sugar; 小鹿|Deer; 已处理; ',
    ),
    credits: lines(
      'customerId creditType dueOn owed paidOn creditState creditRemark',
      '1; 付款; -193; 1650; -194; 已付清; 月结|Monthly account',
      '6; 付款; -91; 1152; -80; 已付清; 晚了 11 天|11 days late',
      '1; 付款; 3; 1760; ; 待付; 月结|Monthly account',
    ),
    preferences: lines(
      'customerId likes notedOn promotion contactBy preferenceRemark taste sweetness allergies',
      '2; 冰拿铁|Iced latte; -150; 积分; 微信|短信; ; 深烘|Dark roast; 不加糖; ',
      '3; 热巧克力、桂花|Hot chocolate, osmanthus; -36; 新品; 微信|短信; ; ; 少糖; 牛奶，换燕麦奶|Milk, takes oat milk',
      '5; 蛋糕|Cakes; -41; 不要促销; 电话; ; ; 不加糖; 坚果|Nuts',
    ),
    products: lines(
      'model category unitPrice upkeepMonths',
      '冰拿铁|Iced latte; 咖啡; 26; ',
      '桂花拿铁|Osmanthus latte; 咖啡; 32; ',
      '热巧克力|Hot chocolate; 茶饮; 28; ',
      '桂花蛋糕|Osmanthus cake; 甜点; 168; ',
      '耶加雪菲 250 克|Yirgacheffe, 250 g; 豆子和器具; 88; ',
      '半自动咖啡机|Espresso machine; 豆子和器具; 3680; 6',
    ),
  },
};
