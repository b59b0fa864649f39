// What Google's services offer, read from the types that Google's documentation is the source of.
import { readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';
import { at } from '../parts/paths.mjs';

/** Global service → the file and the namespace that describe it. */
export const SERVICES = {
  SpreadsheetApp: ['spreadsheet', 'Spreadsheet'],
  Charts: ['charts', 'Charts'],
  HtmlService: ['html', 'HTML'],
  ScriptApp: ['script', 'Script'],
  PropertiesService: ['properties', 'Properties'],
  CacheService: ['cache', 'Cache'],
  LockService: ['lock', 'Lock'],
  Utilities: ['utilities', 'Utilities'],
  MailApp: ['mail', 'Mail'],
  UrlFetchApp: ['url-fetch', 'URL_Fetch'],
  DriveApp: ['drive', 'Drive'],
  FormApp: ['forms', 'Forms'],
  Base: ['base', 'Base'],
};

/** Gone from Google's documentation, or of no use without a browser of its own. */
const OBSOLETE = new Set(['ScriptProperties', 'UserProperties', 'Browser', 'DateConstructor', 'Date', 'Console', 'BlobSource']);

/**
 * @typedef {{ parameters: { name: string, type: string, optional: boolean, rest: boolean }[], returns: string }} Overload
 * @typedef {{ namespace: string, name: string, methods: Record<string, Overload[]>, properties: string[] }} GoogleClass
 */

/** @returns {Map<string, GoogleClass[]>} by service, in the order of the types */
export function readGoogleTypes() {
  const services = new Map();
  for (const [service, [file, namespace]] of Object.entries(SERVICES)) {
    const text = readFileSync(at(`node_modules/@types/google-apps-script/google-apps-script.${file}.d.ts`), 'utf8');
    const { program } = parseSync(`${file}.d.ts`, text);
    services.set(service, [...classesOf(program, namespace, text)]);
  }
  return services;
}

function* classesOf(program, namespace, text) {
  const outer = program.body.find((node) => node.type === 'TSModuleDeclaration' && node.id.name === 'GoogleAppsScript');
  const inner = outer.body.body.find((node) => node.type === 'TSModuleDeclaration' && node.id.name === namespace);
  for (const node of inner.body.body) {
    const declared = node.declaration ?? node;
    if (declared.type !== 'TSInterfaceDeclaration' || OBSOLETE.has(declared.id.name)) continue;
    const methods = {};
    const properties = [];
    for (const member of declared.body.body) {
      if (member.type === 'TSMethodSignature') (methods[member.key.name] ??= []).push(overloadOf(member, text));
      else if (member.type === 'TSPropertySignature') properties.push(member.key.name);
    }
    // advanced parameters are interfaces too; a class is what has methods
    if (Object.keys(methods).length > 0) yield { namespace, name: declared.id.name, methods, properties };
  }
}

function overloadOf(member, text) {
  return {
    parameters: member.params.map((parameter) => {
      const bare = parameter.type === 'RestElement' ? parameter.argument : parameter;
      const { typeAnnotation } = parameter.type === 'RestElement' ? parameter : bare;
      const type = typeAnnotation?.typeAnnotation ?? bare.typeAnnotation?.typeAnnotation;
      return {
        name: bare.name,
        type: type ? text.slice(type.start, type.end).replace(/\s+/g, ' ') : 'any',
        optional: bare.optional === true,
        rest: parameter.type === 'RestElement',
      };
    }),
    returns: member.returnType ? text.slice(member.returnType.typeAnnotation.start, member.returnType.typeAnnotation.end) : 'any',
  };
}
