/** Words that only say "here comes a number": nothing is lost without them. */
const LABEL =
  /^(?:tel(?:ephone)?|phone|mobile|mob|cell|[tmp](?=[.:])|\u8054\u7cfb(?:\u7535\u8bdd|\u65b9\u5f0f)|\u806f\u7d61\u96fb\u8a71|\u7535\u8bdd(?:\u53f7\u7801?)?|\u96fb\u8a71(?:\u865f\u78bc?)?|\u624b\u673a(?:\u53f7\u7801?)?|\u624b\u6a5f(?:\u865f\u78bc?)?|\u5ea7\u673a|\u5e02\u8a71|\u260e\ufe0f?|\u2706|\ud83d\udcde|\ud83d\udcf1)\.?(?=$|[\s:\uff1a,.(/-])/i;
const EDGES =
  /^[\s:,.;\-_/|+='"*\uff1a\uff0c\u3002\uff1b\u3001\uff0f\uff5c\u2014\u2026~\uff5e\u00b7\u2018-\u201d\u2460-\u2473]+|[\s:,.;\-_/|+='"*\uff1a\uff0c\u3002\uff1b\u3001\uff0f\uff5c\u2014\u2026~\uff5e\u00b7\u2018-\u201d\u2460-\u2473]+$/g;
const BRACKETS = /[()[\]{}\uff08\uff09\uff3b\uff3d\uff5b\uff5d\u3010\u3011\u3014\u3015\u300c\u300d\u300e\u300f]+/g;

/**
 * The words beside a number, tidied: no brackets, no punctuation at the edges, one space between, no label that says
 * only that a number follows.
 *
 * @param text as typed
 * @example tidyRemark('（微信同号）') // '微信同号'
 * @example tidyRemark('电话：') // ''
 */
export function tidyRemark(text: string): string {
  let tidy = text.replace(BRACKETS, ' ').replace(/\s+/g, ' ');
  for (let before = ''; before !== tidy; ) {
    before = tidy;
    tidy = tidy.trim().replace(LABEL, '').replace(EDGES, '');
  }
  return tidy;
}
