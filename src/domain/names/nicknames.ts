/** English given names with their short forms, each group of one name. */
const GROUPS =
  'james jim jimmy jamie,robert bob rob bobby robbie,william bill will billy liam,richard rick dick ricky,michael mike mick mikey,john jack johnny,' +
  'thomas tom tommy,charles charlie chuck,joseph joe joey,edward ed eddie ted ned,david dave,daniel dan danny,matthew matt,andrew andy drew,' +
  'anthony tony,christopher chris,nicholas nick nicky,peter pete,stephen steven steve,samuel sam,benjamin ben,alexander alex sandy,gregory greg,' +
  'kenneth ken kenny,ronald ron,donald don,timothy tim,jeffrey geoffrey jeff geoff,frederick fred freddie,lawrence larry,patrick pat paddy,' +
  'elizabeth liz beth lizzie betty eliza,katherine catherine kathryn kate kathy katie cathy,margaret maggie peggy meg,jennifer jenny jen,' +
  'patricia pat patty trish,susan sue susie,deborah debbie deb,barbara barb,victoria vicky tori,rebecca becky becca,christine christina chris tina,' +
  'alexandra alex sandra,samantha sam,jessica jess jessie,amanda mandy,pamela pam,dorothy dot,ann anne anna annie,sarah sara sally,helen nell';

let groups: Map<string, number[]> | undefined;

/**
 * Whether two given names are forms of one.
 *
 * @example sameGivenName('bob', 'robert') // true
 */
export function sameGivenName(a: string, b: string): boolean {
  if (!groups) {
    groups = new Map();
    for (const [group, names] of GROUPS.split(',').entries()) {
      for (const name of names.split(' ')) groups.set(name, [...(groups.get(name) ?? []), group]);
    }
  }
  const [ours, theirs] = [groups.get(a), groups.get(b)];
  return ours !== undefined && theirs !== undefined && ours.some((group) => theirs.includes(group));
}
