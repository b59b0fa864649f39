import type { Failure } from '../api.ts';
import type { Hue, Standing } from '../dictionary/types.ts';

interface Chip {
  label: string;
  hue: Hue;
}

/** A column of the customers' tab that can be filled in. */
export interface StandingColumn {
  standing: Standing;
  label: string;
  /** it is in the tab already */
  isOn: boolean;
  /** cells that would change */
  changes: number;
}

/** Of which customers the page tells; absent: of all. */
export interface SegmentsOf {
  region?: string | undefined;
  type?: string | undefined;
}

/** What the segments are, and what writing them would change; nothing is written by asking. */
export interface SegmentsPage {
  /** of which customers `customers` and `segments` tell; all else tells of all */
  only: SegmentsOf;
  /** the words by which it can be narrowed, the most frequent first */
  choices: { region: string[]; type: string[] };
  customers: number;
  segments: (Chip & { count: number })[];
  /** customers whose cell would change, the most numerous first */
  moves: { from: Chip; to: Chip; count: number }[];
  columns: StandingColumn[];
  /** sentences on what is counted, and what is left out */
  notes: string[];
  /** tells whether somebody has changed something since */
  shown: string;
  /** what came of what was asked for */
  said?: { ok: boolean; text: string; run?: number };
}

export interface SegmentApi {
  /** The segments as they would be written now. */
  getSegments(input: SegmentsOf): SegmentsPage | Failure;
  /** Writes what was shown into the columns, all or nothing; what is not shown any more is shown anew and nothing is written. */
  writeSegments(input: { columns: Standing[]; shown: string }): SegmentsPage | Failure;
}
