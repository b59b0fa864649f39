/**
 * What a page of data holds. Only what is needed seldom lies there: it is read from the script's own files, so it needs no
 * permission, but takes a call and some milliseconds.
 *
 * @param name of the file, without `.html`
 * @throws when there is no such file, or what it holds is no JSON: then the build is wrong
 * @example readDataPage<SamplePages>('samples')
 */
export const readDataPage = <T>(name: string): T => JSON.parse(HtmlService.createHtmlOutputFromFile(name).getContent()) as T;
