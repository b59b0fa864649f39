import type { Permission } from '../domain/automation/jobs.ts';
import { isRefusal } from './refusals.ts';

/** Why something may not be done: nobody asked the person yet, or the ledger was installed without it. */
export interface Lack {
  permission: Permission;
  why: 'consent' | 'manifest';
  /** where the person can allow it */
  url?: string;
}

const scope = (name: string): string => `https://www.googleapis.com/auth/${name}`;

/** The scope of each, and a call that needs it and changes nothing. */
const known: Readonly<Record<Permission, { scope: string; probe: () => unknown }>> = {
  mail: { scope: scope('script.send_mail'), probe: () => MailApp.getRemainingDailyQuota() },
  timer: { scope: scope('script.scriptapp'), probe: () => ScriptApp.getProjectTriggers() },
};

/** Google's words for a scope that the manifest lacks (platform §5); what a person has not allowed it words otherwise. */
const notInstalled = /^(?:Exception: )?(?:Specified permissions|指定)/;

/** The types do not know yet that single scopes can be asked for (platform §2, granular consent). */
interface Asking {
  getAuthorizationInfo(mode: GoogleAppsScript.Script.AuthMode, scopes: string[]): GoogleAppsScript.Script.AuthorizationInfo;
}

function consentUrl(wanted: string): string | undefined {
  try {
    const asking = ScriptApp as unknown as Asking;
    return asking.getAuthorizationInfo(ScriptApp.AuthMode.FULL, [wanted]).getAuthorizationUrl() || undefined;
  } catch (error) {
    console.warn(String(error));
    return undefined;
  }
}

/**
 * What this person may not do, of what is needed. Asked by trying, because nothing else tells a scope that was left out of
 * the manifest from one that a person has not allowed; nobody gets to see an error by it.
 *
 * @throws any other error of the platform
 */
export function lacking(permissions: readonly Permission[]): Lack[] {
  return permissions.flatMap((permission): Lack[] => {
    const { scope: wanted, probe } = known[permission];
    try {
      probe();
      return [];
    } catch (error) {
      if (notInstalled.test(String(error))) return [{ permission, why: 'manifest' }];
      if (!isRefusal(error)) throw error;
      const url = consentUrl(wanted);
      return [{ permission, why: 'consent', ...(url ? { url } : {}) }];
    }
  });
}
