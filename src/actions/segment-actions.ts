import * as z from 'zod/mini';
import { type Action, action, none } from './action.ts';
import { segmentColumns } from './api-inputs.ts';
import { segmentReport } from './segment-report.ts';
import { openSegmentSettings } from './segment-settings.ts';
import { openSegments, writeSegments } from './write-segments.ts';

/** What the menu offers and programs may run to put customers into segments. */
export const segmentActions: readonly Action[] = [
  action({
    id: 'segments',
    label: 'action.segments',
    menu: 'menuSegments',
    schema: none,
    perform: (book, _, locale) => openSegments(book, locale),
  }),
  action({
    id: 'write-segments',
    label: 'action.writeSegments',
    params: '{"columns": ["segment", "stage", "bought"]}',
    isBulk: true,
    schema: () => z.object({ columns: z.optional(segmentColumns()) }),
    perform: writeSegments,
  }),
  action({
    id: 'segment-report',
    label: 'action.segmentReport',
    schema: none,
    perform: (book, _, locale) => segmentReport(book, locale),
  }),
  action({
    id: 'open-segment-settings',
    label: 'action.openSegmentSettings',
    menu: 'menuOpenSegmentSettings',
    schema: none,
    perform: openSegmentSettings,
  }),
];
