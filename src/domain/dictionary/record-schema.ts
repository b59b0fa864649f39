import * as z from 'zod/mini';
import { activeFields } from './compose.ts';
import type { Tab } from './types.ts';

/** Google's limit of one cell (platform §1). */
const longest = 50_000;

export interface RecordSchema {
  /** a record as a form sends it: texts by field key, nothing else */
  schema: z.ZodMiniType<Record<string, string | undefined>>;
  /** keys that hold something and are no active field of the tab */
  unknown(values: Readonly<Record<string, string>>): string[];
}

/**
 * The shape of a tab's records, derived from its fields. What the values mean is checked field by field; this only
 * says which there may be.
 *
 * @example recordSchema(customers).unknown({ name: '张伟', shoeSize: '42' }) // ['shoeSize']
 */
export function recordSchema(tab: Tab): RecordSchema {
  const text = z.optional(z.string().check(z.maxLength(longest)));
  const keys = activeFields(tab)
    .filter((field) => field.kind !== 'series')
    .map((field) => field.key);
  const schema = z.strictObject(Object.fromEntries(keys.map((key) => [key, text])));
  return {
    schema,
    unknown(values) {
      const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));
      const parsed = z.safeParse(schema, filled);
      if (parsed.success) return [];
      return parsed.error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []));
    },
  };
}
