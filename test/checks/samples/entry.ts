/** What a script for Google may look like: a package, Chinese in strings and regular expressions, newer syntax. */
import * as z from 'zod/mini';

const han = /^[\u4e00-\u9fa5一-龥]+$/;
const nameSchema = z.object({ name: z.string() });

export function greet(name: string): string {
  const parsed = nameSchema.safeParse({ name });
  return han.test(parsed.data?.name ?? '') ? `你好，${name}` : '?';
}

export function onOpen(): void {}
