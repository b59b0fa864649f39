/** What people call the functions that run: by the words of the menu, or of the page for what no menu has. */
import type { MenuItem } from '../host-contract.ts';
import type { Texts } from './texts.ts';

export type NameOfStep = (functionName: string) => string;

export interface StepNames {
  learn(menus: readonly { items: MenuItem[] }[]): void;
  nameOf: NameOfStep;
}

export function stepNames(texts: () => Texts): StepNames {
  const labels = new Map<string, string>();
  const learn = (items: readonly MenuItem[]): void => {
    for (const item of items) {
      if (item.function && item.label) labels.set(item.function, item.label);
      learn(item.items ?? []);
    }
  };
  return {
    learn: (menus) => {
      for (const { items } of menus) learn(items);
    },
    nameOf: (name) => labels.get(name) ?? texts().steps[name] ?? texts().step,
  };
}
