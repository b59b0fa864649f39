import { enumValue } from './enums.ts';
import type { ExecutionContext } from './execution-context.ts';
import type { GlobalService } from './objects.ts';
import { scriptIdentity } from './script-identity.ts';
import type { Methods } from './service-class.ts';
import { ServiceError, ServiceObject } from './service-object.ts';
import { setTriggers, TriggerBuilderObject, TriggerObject } from './trigger.ts';

class AuthorizationInfoObject extends ServiceObject {
  readonly type = 'AuthorizationInfo';
  /** asked about */
  readonly scopes: readonly string[];

  constructor(scopes: readonly string[]) {
    super();
    this.scopes = scopes;
  }
}

const manifestScopes = (context: ExecutionContext): string[] => context.surroundings.bundle.manifest.oauthScopes ?? [];

/** Those the person has not agreed to. */
function lacking({ surroundings: { consented } }: ExecutionContext, scopes: readonly string[]): readonly string[] {
  return consented ? scopes.filter((scope) => !consented.includes(scope)) : [];
}

/** On Google the run ends here with a question to the person. */
function requireScopes(context: ExecutionContext, scopes: readonly string[]): void {
  if (lacking(context, scopes).length > 0) throw new ServiceError('Authorization is required to perform that action.');
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
  ...scriptIdentity,
  newTrigger: ['string', (_, __, handler: string) => new TriggerBuilderObject('TriggerBuilder', handler)],
  getProjectTriggers: ['', ownTriggers],
  getScriptTriggers: ['', ownTriggers],
  getUserTriggers: ['Spreadsheet', ownTriggers],
  deleteTrigger: ['Trigger', deleteTrigger],
  getScriptId: ['', (context) => `local-${context.book.state.id}`],
  getAuthorizationInfo: [
    'AuthMode | AuthMode, string[]',
    (context, _, __, scopes?: string[]) => new AuthorizationInfoObject(scopes ?? manifestScopes(context)),
  ],
  requireScopes: ['AuthMode, string[]', (context, _, __, scopes: string[]) => requireScopes(context, scopes)],
  requireAllScopes: ['AuthMode', (context) => requireScopes(context, manifestScopes(context))],
};

export const authorizationInfoMethods: Methods<AuthorizationInfoObject> = {
  getAuthorizationStatus: [
    '',
    (context, { scopes }) => enumValue('AuthorizationStatus', lacking(context, scopes).length > 0 ? 'REQUIRED' : 'NOT_REQUIRED'),
  ],
  getAuthorizationUrl: [
    '',
    (context, { scopes }) => (lacking(context, scopes).length > 0 ? `${context.surroundings.webAddress}#authorize` : null),
  ],
  getAuthorizedScopes: ['', (context) => context.surroundings.consented ?? manifestScopes(context)],
};
