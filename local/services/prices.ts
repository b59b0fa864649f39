/** Milliseconds at the median and at the 95th percentile (platform.md §4). */
interface Price {
  p50: number;
  p95: number;
}

export const PRICES = {
  start: { p50: 700, p95: 1500 },
  local: { p50: 1, p95: 5 },
  read: { p50: 120, p95: 300 },
  lookAhead: { p50: 0.3, p95: 0.3 },
  queued: { p50: 1, p95: 10 },
  commit: { p50: 250, p95: 800 },
  structure: { p50: 150, p95: 500 },
  propertyGet: { p50: 30, p95: 80 },
  propertySet: { p50: 62, p95: 230 },
  propertiesGet: { p50: 40, p95: 120 },
  cacheGet: { p50: 4, p95: 8 },
  cachePut: { p50: 90, p95: 280 },
  lock: { p50: 30, p95: 100 },
  /** no published figure: as a single property */
  lookup: { p50: 30, p95: 80 },
  mail: { p50: 400, p95: 1200 },
  /** no published figure: as an e-mail */
  fetch: { p50: 400, p95: 1200 },
  fileCopy: { p50: 3000, p95: 10_000 },
  /** no published figures: a new file costs a third of a copied one, opening one as much as the metadata of a large one */
  fileCreate: { p50: 1000, p95: 3500 },
  fileOpen: { p50: 300, p95: 1000 },
  /** no published figure: a commit, and each filled cell as much as a written value */
  sheetCopy: { p50: 500, p95: 1500 },
} as const satisfies Record<string, Price>;

export type PriceName = keyof typeof PRICES;

/** Milliseconds per cell on top of the base. */
export const PER_CELL = { read: 0.005, queued: 0.002, values: 0.02, formats: 0.1 } as const;

/** Parsing of the script at the start of every execution, per MB. */
export const START_MS_PER_MB = 40;
