import type { zhCN } from './zh-CN.ts';

/** Chinese is the reference: a key that English lacks does not compile. */
export type MessageKey = keyof typeof zhCN;
