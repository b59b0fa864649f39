// Bytes of the bundle by package and by part of our own source.

/** `node_modules/zod/v4/…` → `zod`; `src/domain/phone/…` → `src/domain/phone`; generated tables by their own name. */
export function partOf(path) {
  const packaged = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path);
  if (packaged) return packaged[1];
  if (path.endsWith('.generated.ts')) return path;
  return path.split('/').slice(0, -1).slice(0, 3).join('/');
}

/** As the bundler counts what each module became, largest first. */
export function compositionOf(metafile) {
  const output = Object.values(metafile.outputs).find(({ entryPoint }) => entryPoint);
  const bytes = new Map();
  for (const [path, { bytesInOutput }] of Object.entries(output.inputs)) {
    const part = partOf(path);
    bytes.set(part, (bytes.get(part) ?? 0) + bytesInOutput);
  }
  return [...bytes].map(([part, size]) => ({ part, bytes: size })).sort((a, b) => b.bytes - a.bytes);
}
