// Where things lie, from the repository's root, so that every script works from any current folder.
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** An absolute path inside the repository. */
export const at = (...parts) => [root.replace(/[\\/]$/, ''), ...parts].join('/');
