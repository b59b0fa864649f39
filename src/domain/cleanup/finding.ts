import type { Cell } from '../check/cell.ts';
import type { Params } from '../messages/fill-in.ts';

/** `fix`: what stands there reads otherwise; `fill`: an empty cell that can be known; `remove`: rows to go; `report`: for people. */
export type FindingKind = 'fix' | 'fill' | 'remove' | 'report';

/** One thing that a clean-up would do or says, by identity: rows may be sorted before anybody looks at it. */
export interface Finding {
  tab: string;
  /** the number of the record; '' where it is about rows without one */
  record: string;
  /** key of the field; '' where it is about whole rows */
  field: string;
  from: Cell;
  /** absent where there is nothing to write */
  to?: Cell;
  kind: FindingKind;
  /** a problem's code or one of `clean.…`, see `explain` */
  code: string;
  params?: Params;
  /** whose record it is, for people who do not know numbers by heart */
  about?: string;
  suggestion?: string;
  /** whether it is certain enough to be ticked before a person has looked */
  sure: boolean;
}
