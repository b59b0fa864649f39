// Bytes of the bundle by package and by part of our own source.
import { pieces } from '../parts/compact.mjs';

/** `node_modules/zod/v4/…` → `zod`; `src/domain/phone/…` → `src/domain/phone`; generated tables by their own name. */
export function partOf(path) {
  if (path === '') return '(bundler)';
  const packaged = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path);
  if (packaged) return packaged[1];
  if (path.endsWith('.generated.ts')) return path;
  return path.split('/').slice(0, -1).slice(0, 3).join('/');
}

/** Counted in the text as pushed, largest first. */
export function compositionOf(code, metafile) {
  const bytes = new Map();
  for (const { path, lines } of pieces(code, new Set(Object.keys(metafile.inputs)))) {
    const part = partOf(path);
    bytes.set(part, (bytes.get(part) ?? 0) + lines.join('\n').length + 1);
  }
  return [...bytes].map(([part, size]) => ({ part, bytes: size })).sort((a, b) => b.bytes - a.bytes);
}
