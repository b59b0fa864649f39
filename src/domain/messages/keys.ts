import type { zhCN } from './zh-CN.ts';

/** Chinese is the reference: a key that English lacks does not compile. */
export type MessageKey = Exclude<keyof typeof zhCN, '__proto__'>;
