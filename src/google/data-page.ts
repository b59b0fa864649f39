import type { TradePages } from '../domain/dictionary/samples.ts';

/**
 * What a page of data holds. Only what is needed seldom lies there: it is read from the script's own files, so it needs no
 * permission, but takes a call and some milliseconds.
 *
 * @param name of the file, without `.html`
 * @throws when there is no such file, or what it holds is no JSON: then the build is wrong
 * @example readDataPage<TradePages>('trades')
 */
export const readDataPage = <T>(name: string): T => JSON.parse(HtmlService.createHtmlOutputFromFile(name).getContent()) as T;

let trades: TradePages | undefined;

/** What is needed of trades only when a ledger is set up for one: read when it is first asked for. */
export const tradePages = (): TradePages => (trades ??= readDataPage<TradePages>('trades'));
