type Properties = Readonly<Record<string, string>>;

let seen: Record<string, string> | undefined;

const store = (): GoogleAppsScript.Properties.Properties => PropertiesService.getDocumentProperties();

/** Everything the workbook's properties hold now, in one look-up. Under the lock it stays true until this run changes it. */
export function lookAtProperties(): Properties {
  seen = { ...store().getProperties() };
  return seen;
}

/** What was seen last in this run, its own changes included; looks if nobody has looked yet. */
export const seenProperties = (): Properties => seen ?? lookAtProperties();

/** Writes several in one call. */
export function putProperties(values: Properties): void {
  store().setProperties(values as Record<string, string>, false);
  seen = { ...seen, ...values };
}

export function removeProperty(key: string): void {
  store().deleteProperty(key);
  delete seen?.[key];
}
