import { ENUMS } from './enums.ts';
import { GLOBALS, SERVICE_CLASSES } from './registry.ts';

/** What the script's realm is told of the services: names only, plain JSON. */
export interface RealmTable {
  classes: Record<string, { path: string; methods: string[]; enums: Record<string, string> }>;
  /** global → class */
  globals: Record<string, string>;
  enums: Readonly<Record<string, readonly string[]>>;
}

export function realmTable(): RealmTable {
  const classes: RealmTable['classes'] = {};
  for (const [type, { path, methods, enums }] of Object.entries(SERVICE_CLASSES)) {
    classes[type] = { path, methods: Object.keys(methods), enums: { ...enums } };
  }
  const globals = Object.fromEntries(Object.entries(GLOBALS).map(([name, object]) => [name, object.type]));
  return { classes, globals, enums: ENUMS };
}
