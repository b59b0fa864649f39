import { matchOption } from '../text/match-option.ts';
import type { Field, Option } from './types.ts';

/**
 * The option that a cell means: by its label in either language, or by another word for it. What a shop has pasted says
 * the same as what it would have chosen.
 *
 * @example optionMeant(stateField, '已离职')?.means // 'left'
 */
export function optionMeant(field: Pick<Field, 'options'> | undefined, text: string): Option | undefined {
  if (!field?.options || text === '') return undefined;
  const words = (option: Option): string[] => [...Object.values(option.label), ...(option.also ?? [])];
  return (
    field.options.find(({ label }) => Object.values(label).includes(text)) ??
    field.options.find((option) => matchOption(text, words(option)) !== undefined)
  );
}
