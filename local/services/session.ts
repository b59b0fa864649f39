import type { ExecutionContext } from './execution-context.ts';
import { type GlobalService, UserObject } from './objects.ts';
import type { Method, Methods } from './service-class.ts';

/** A simple trigger does not learn who its user is (platform.md §2). */
function userOf(context: ExecutionContext): UserObject {
  return new UserObject(context.authMode === 'FULL' ? context.user.email : '');
}

/** Who is at the page is told only where that is who the script runs as: of others it stays blank. */
function activeUserOf(context: ExecutionContext): UserObject {
  return context.activeUser === context.user.email ? userOf(context) : new UserObject('');
}

export const sessionMethods: Methods<GlobalService> = {
  getActiveUser: ['', activeUserOf],
  getEffectiveUser: ['', userOf],
  getActiveUserLocale: ['', (context) => context.user.locale],
  getScriptTimeZone: ['', (context) => context.scriptZone],
  getTemporaryActiveUserKey: ['', (context) => Buffer.from(`key ${context.user.email}`).toString('base64')],
};

const address: Method<UserObject> = ['', (_, { email }) => email];

export const userMethods: Methods<UserObject> = {
  getEmail: address,
  toString: address,
  getUserLoginId: address,
  getUsername: ['', (_, { email }) => email.split('@')[0]],
};
