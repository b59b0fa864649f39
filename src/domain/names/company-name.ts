const HAN_COMPANY =
  /公司|集团|有限|合伙|商行|商店|商场|超市|酒店|宾馆|旅馆|饭店|餐厅|酒楼|医院|诊所|学校|中学|小学|幼儿园|大学|学院|银行|事务所|工作室|研究[所院]|经营部|门市部|服务部|管理处|合作社|居委会|村委会|[工药]厂|..厂$|...店$|.{3,}中心$/;
const LATIN_COMPANY =
  /\b(?:co|ltd|limited|inc|llc|llp|corp|corporation|company|gmbh|plc|group|pty|holdings?|trading|enterprises?|hotel|restaurant|cafe|school|hospital|bank|university|studio)\b/;
const HAN_SUFFIX = /(?:股份)?(?:有限(?:责任)?|无限(?:责任)?)?公司(?:.{2,8}分公司)?$|股份有限$|有限$|\(普通合伙\)$/;
const LATIN_SUFFIX = /(?:\s+(?:and|&))?\s+(?:co|ltd|limited|inc|llc|llp|corp|corporation|company|gmbh|plc|pty)$/;

/** @param han simplified */
export function isHanCompany(han: string): boolean {
  return han.length >= 4 && HAN_COMPANY.test(han);
}

/** @param latin lower case, words only */
export function isLatinCompany(latin: string): boolean {
  return LATIN_COMPANY.test(latin);
}

/** @example companyCore('杭州晨光电器有限公司') // '杭州晨光电器' */
export function companyCore(han: string): string {
  const core = han.replace(HAN_SUFFIX, '');
  return core.length >= 2 ? core : han;
}

/** @example latinCompanyCore('bright star co ltd') // 'bright star' */
export function latinCompanyCore(latin: string): string {
  let core = latin;
  for (let shorter = core.replace(LATIN_SUFFIX, ''); shorter !== core; shorter = core.replace(LATIN_SUFFIX, '')) core = shorter;
  return core;
}
