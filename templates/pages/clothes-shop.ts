import { text } from '../parts.ts';
import { lines, type TradePage } from './table.ts';

/** A clothes shop: down coats in winter, dresses in summer, a regular whose birthday is near, trousers being shortened. */
export const clothesShop: TradePage = {
  about: text(
    '颜色、尺码、款式、品牌、季节都记得住；改衣算维修记录，生日前提醒。',
    'Colour, size, style, brand and season of what was bought; alterations are repairs; reminders of birthdays.',
  ),
  steps: [
    text(
      '登记购买时选颜色、尺码和季节：换季时一查就知道该请谁来看新款。',
      'Choose colour, size and season with each purchase: when the season changes you know whom to invite.',
    ),
    text(
      '常穿的尺码、喜欢的颜色，点“登记其他 › 登记偏好”；要改的衣服记在“维修记录”。',
      'The usual size and favourite colours: "Add a record › Add preference". What is to be altered is a repair.',
    ),
  ],
  samples: {
    customers: lines(
      'name phone email address customerType gender birthDate',
      '苏梅|Julia Reed; 13851600001|+1 617 523 0501; sumei@example.com|julia@example.com; 江苏省南京市鼓楼区中山北路 26 号|26 North Street, Boston, MA; VIP客户; 女; -34y+3',
      '韩雪|Amy Lawson; 13770700002|+1 617 523 0502; ; 江苏省南京市秦淮区太平南路 99 号|99 South Street, Boston, MA; 普通客户; 女; -28y-70',
      '钱伟东|Peter Nolan; 13605180003|+1 617 523 0503; ; 江苏省南京市建邺区江东中路 118 号|118 River Street, Boston, MA; 普通客户; 男; -44y+150',
      '范晓琳|Lily Parker; 15850500004|+1 508 753 0504; fanxl@example.com|lily@example.com; 江苏省镇江市京口区解放路 7 号|7 Liberty Road, Worcester, MA; VIP客户; 女; -39y-9',
      '南京百合合唱团|Lily Choir; 025-83200005|+1 617 523 0505; choir@example.com; 江苏省南京市玄武区北京东路 41 号|41 East Avenue, Boston, MA; 企业客户; ; ',
      '石磊|Mark Dawson; 18795800006|+1 617 523 0506; ; 江苏省南京市浦口区文德路 12 号|12 College Street, Boston, MA; 普通客户; 男; -25y+90',
      '任玉兰|Helen Burke; 13913900007|+1 617 523 0507; ; 江苏省南京市栖霞区尧化门街 33 号|33 Gate Street, Boston, MA; 普通客户; 女; -61y+30',
      '贺佳|Nina Flynn; 15295700008|+1 401 274 0508; hejia@example.com|nina@example.com; 安徽省滁州市琅琊区南谯路 66 号|66 Hill Road, Providence, RI; 普通客户; 女; -23y-180',
      '叶明|Simon Gray; 13601590009|+1 617 523 0509; ; 江苏省南京市江宁区双龙大道 1698 号|1698 Dragon Way, Boston, MA; 普通客户; 男; -37y+210',
    ),
    purchases: lines(
      'customerId model purchasedOn quantity payment orderStatus amount itemType place color size style brand season',
      '1; DC-2041; -389; 1; 微信|银行卡; 已完成; 1299; 外套; 门店; 米白|Cream; M; 长款羽绒服|Long down coat; 暖山|Warmhill; 冬季',
      '4; DC-2041; -377; 1; 支付宝|现金; 已完成; 1299; 外套; 门店; 黑|Black; L; 长款羽绒服|Long down coat; 暖山|Warmhill; 冬季',
      '2; KN-118; -361; 2; 微信|银行卡; 已完成; 598; 上衣; 线上; 驼色|Camel; M; 套头毛衣|Jumper; 素织|Plainknit; 冬季',
      '3; SH-502; -318; 2; 现金; 已完成; 558; 上衣; 门店; 白|White; XL; 商务衬衫|Business shirt; 衡衣|Hengyi; 四季',
      '5; DR-900; -255; 24; 转账; 已完成; 9576; 裙装; 上门; 酒红|Wine red; 均码; 演出长裙|Stage dress; 素织|Plainknit; 四季',
      '1; DR-311; -229; 1; 微信|银行卡; 已完成; 459; 裙装; 门店; 浅蓝|Light blue; M; 碎花连衣裙|Flowered dress; 素织|Plainknit; 夏季',
      '8; DR-311; -198; 1; 微信|银行卡; 已完成; 459; 裙装; 线上; 黄|Yellow; S; 碎花连衣裙|Flowered dress; 素织|Plainknit; 夏季',
      '4; DR-311; -186; 2; 支付宝|现金; 已完成; 918; 裙装; 门店; 浅蓝|Light blue; L; 碎花连衣裙|Flowered dress; 素织|Plainknit; 夏季',
      '6; TR-77; -171; 1; 微信|银行卡; 已完成; 329; 裤装; 门店; 深蓝|Navy; L; 直筒牛仔裤|Straight jeans; 衡衣|Hengyi; 四季',
      '7; AC-15; -140; 1; 现金; 已完成; 129; 配饰; 门店; 灰|Grey; 均码; 遮阳帽|Sun hat; 暖山|Warmhill; 夏季',
      '1; SH-88; -101; 1; 微信|银行卡; 已完成; 699; 鞋包; 门店; 棕|Brown; M; 乐福鞋|Loafers; 衡衣|Hengyi; 秋季',
      '8; KN-118; -52; 1; 微信|银行卡; 已取消; 299; 上衣; 线上; 米白|Cream; S; 套头毛衣|Jumper; 素织|Plainknit; 冬季',
      '9; SH-502; -44; 3; 银行卡; 已完成; 837; 上衣; 门店; 浅灰|Light grey; L; 商务衬衫|Business shirt; 衡衣|Hengyi; 四季',
      '1; DC-2041; -16; 1; 微信|银行卡; 已完成; 1299; 外套; 门店; 驼色|Camel; M; 长款羽绒服|Long down coat; 暖山|Warmhill; 冬季',
      '3; TR-77; -7; 1; 现金; 已完成; 329; 裤装; 门店; 黑|Black; XL; 直筒牛仔裤|Straight jeans; 衡衣|Hengyi; 四季',
      '2; DC-1990; -4; 1; 支付宝|现金; 待发货; 899; 外套; 线上; 灰|Grey; M; 短款羽绒服|Short down coat; 暖山|Warmhill; 冬季',
    ),
    repairs: lines(
      'customerId model reportedOn repairedOn repairCost repairResult remark',
      '3; SH-502; -316; -314; 0; 已改好; 袖长短 2 厘米|Sleeves 2 cm shorter',
      '5; DR-900; -250; -243; 360; 已改好; 12 条改腰|12 waists altered',
      '6; TR-77; -170; -169; 20; 已改好; 裤脚短 3 厘米|Legs 3 cm shorter',
      '3; TR-77; -8; ; ; 改衣中; 裤脚短 4 厘米|Legs 4 cm shorter',
    ),
    services: lines(
      'customerId serviceType servedOn servedBy serviceResult satisfaction feedback',
      '1; 搭配; -229; 小雅|Yaya; 已完成; 5; 搭得好看|Looks lovely',
      '5; 量体; -262; 许师傅|Xu; 已完成; 4; ',
      '8; 退换; -190; 小雅|Yaya; 已完成; 3; 换成小一码|Exchanged for a smaller size',
      '4; 搭配; -186; 小雅|Yaya; 已完成; 5; ',
      '9; 搭配; -44; 阿珍|Jane; 已完成; 4; ',
      '8; 退换; -5; 小雅|Yaya; 待跟进; ; 毛衣想换米色，等到货|Waits for the jumper in beige',
    ),
    interactions: lines(
      'customerId interactionType interactedOn content handledBy handling followUpOn',
      '4; 咨询; -3; 长款羽绒服有没有红色|Is there a red long down coat; 小雅|Yaya; 待处理; 1',
      '7; 投诉; -6; 帽子洗后褪色|The hat lost its colour in the wash; 阿珍|Jane; 待处理; ',
      '5; 回访; -230; 演出服满意，明年再订|Happy with the dresses, will order again; 许师傅|Xu; 已处理; ',
    ),
    credits: lines(
      'customerId creditType dueOn owed paidOn creditState creditRemark',
      '5; 付款; -225; 9576; -219; 已付清; 晚了 6 天|6 days late',
      '9; 付款; 1; 837; ; 待付; 赊账，说好这周付|On account, promised this week',
    ),
    preferences: lines(
      'customerId likes notedOn promotion contactBy preferenceRemark usualSize likedColors',
      '1; 长款、素色|Long and plain; -16; 新品; 微信|短信; 上新先发照片|Send photos of new items; M; 米白、驼色|Cream, camel',
      '4; 连衣裙|Dresses; -186; 折扣; 短信; ; L; 浅蓝|Light blue',
      '7; ; -140; 不要促销; 不要营销; ; ; ',
    ),
    products: lines(
      'model category unitPrice',
      'DC-2041; 外套; 1299',
      'DC-1990; 外套; 899',
      'KN-118; 上衣; 299',
      'SH-502; 上衣; 279',
      'DR-311; 裙装; 459',
      'TR-77; 裤装; 329',
      'SH-88; 鞋包; 699',
      'AC-15; 配饰; 129',
    ),
  },
};
