import { enumValue } from './enums.ts';
import type { ExecutionContext } from './execution-context.ts';
import type { GlobalService } from './objects.ts';
import type { Methods } from './service-class.ts';
import { ServiceObject } from './service-object.ts';
import { setTriggers, TriggerBuilderObject, TriggerObject } from './trigger.ts';

class AuthorizationInfoObject extends ServiceObject {
  readonly type = 'AuthorizationInfo';
}

/** Other users' triggers cannot be seen (platform.md §2). */
function ownTriggers(context: ExecutionContext): TriggerObject[] {
  context.lookup('lookup');
  return context.book.state.triggers.filter((each) => each.owner === context.user.email).map((each) => new TriggerObject(each));
}

function deleteTrigger(context: ExecutionContext, _: GlobalService, { trigger }: TriggerObject): void {
  setTriggers(
    context,
    context.book.state.triggers.filter((each) => each.id !== trigger.id),
  );
}

export const scriptAppMethods: Methods<GlobalService> = {
  newTrigger: ['string', (_, __, handler: string) => new TriggerBuilderObject('TriggerBuilder', handler)],
  getProjectTriggers: ['', ownTriggers],
  getUserTriggers: ['Spreadsheet', ownTriggers],
  deleteTrigger: ['Trigger', deleteTrigger],
  getScriptId: ['', (context) => `local-${context.book.state.id}`],
  getAuthorizationInfo: ['AuthMode | AuthMode, string[]', () => new AuthorizationInfoObject()],
  requireScopes: ['AuthMode, string[]', () => undefined],
  requireAllScopes: ['AuthMode', () => undefined],
};

export const authorizationInfoMethods: Methods<AuthorizationInfoObject> = {
  getAuthorizationStatus: ['', () => enumValue('AuthorizationStatus', 'NOT_REQUIRED')],
  getAuthorizationUrl: ['', () => null],
  getAuthorizedScopes: ['', (context) => context.surroundings.bundle.manifest.oauthScopes ?? []],
};
