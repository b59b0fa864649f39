import { ENUMS } from './enums.ts';
import { GOOGLE_MEMBERS } from './google-members.generated.ts';
import { MIME_TYPES } from './mime-types.ts';
import { GLOBALS, SERVICE_CLASSES } from './registry.ts';

/** What the script's realm is told of the services: names only, plain JSON. */
export interface RealmTable {
  classes: Record<
    string,
    {
      path: string;
      /** what its objects call themselves */
      shown: string;
      methods: string[];
      enums: Record<string, string>;
      /** what Google has and this does not: a call says so by name; unknown: anything that is asked for */
      refused?: string[];
    }
  >;
  /** global → class */
  globals: Record<string, string>;
  enums: Readonly<Record<string, readonly string[]>>;
  /** global → its properties */
  constants: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** `HtmlService` stands for the class of that name in the service of that name; what needs no service of its own is under `Base`. */
function memberPath(path: string): string {
  const name = path.slice(path.lastIndexOf('.') + 1);
  const own = path.includes('.') ? path : `${path}.${path}`;
  return own in GOOGLE_MEMBERS ? own : `Base.${name}`;
}

export function realmTable(): RealmTable {
  const classes: RealmTable['classes'] = {};
  for (const [type, { path, shown, methods, enums }] of Object.entries(SERVICE_CLASSES)) {
    const names = Object.keys(methods);
    const known = GOOGLE_MEMBERS[memberPath(path)]?.split(' ');
    const refused = known?.filter((name) => !(name in methods) && !(enums && name in enums));
    classes[type] = { path, shown: shown ?? path.slice(path.lastIndexOf('.') + 1), methods: names, enums: { ...enums }, refused };
  }
  const globals = Object.fromEntries(Object.entries(GLOBALS).map(([name, object]) => [name, object.type]));
  return { classes, globals, enums: ENUMS, constants: { MimeType: MIME_TYPES } };
}
