import { Buffer } from 'node:buffer';
import { enumValue } from './enums.ts';
import type { ExecutionContext } from './execution-context.ts';
import type { GlobalService } from './objects.ts';
import type { Methods } from './service-class.ts';
import { ServiceError, ServiceObject } from './service-object.ts';

class WebAppObject extends ServiceObject {
  readonly type = 'Service';
}

class StateTokenBuilderObject extends ServiceObject {
  readonly type = 'StateTokenBuilder';
  method: string | undefined;
  /** seconds */
  timeout = 60;
  readonly arguments: Record<string, string> = {};
}

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Looks like a token and opens nothing: requests that carry it reach the test's own handler only. */
const oAuthToken = (context: ExecutionContext): string => `ya29.local-${base64({ for: context.user.email })}`;

/** An unsigned token, for whoever reads its claims; without the scope `openid` there is none. */
function identityToken(context: ExecutionContext): string | null {
  if (!context.surroundings.bundle.manifest.oauthScopes?.includes('openid')) return null;
  const issued = Math.floor(context.now() / 1000);
  const { email } = context.user;
  const claims = { iss: 'https://accounts.google.com', aud: 'local', sub: email, email, iat: issued, exp: issued + 3600 };
  return `${base64({ alg: 'none', typ: 'JWT' })}.${base64(claims)}.`;
}

function createToken(context: ExecutionContext, { method, timeout, arguments: given }: StateTokenBuilderObject): string {
  if (method === undefined) throw new ServiceError('Callback method is missing.');
  return base64({ method, arguments: given, until: context.now() + timeout * 1000 });
}

/** Who a script is to others, and where it could be reached. */
export const scriptIdentity: Methods<GlobalService> = {
  getOAuthToken: ['', oAuthToken],
  getIdentityToken: ['', identityToken],
  getInstallationSource: ['', () => enumValue('InstallationSource', 'NONE')],
  getService: ['', () => new WebAppObject()],
  newStateToken: ['', () => new StateTokenBuilderObject()],
};

export const webAppMethods: Methods<WebAppObject> = {
  isEnabled: ['', () => false],
  getUrl: ['', () => null],
};

export const stateTokenBuilderMethods: Methods<StateTokenBuilderObject> = {
  withMethod: ['string', (_, builder, method: string) => Object.assign(builder, { method })],
  withTimeout: ['int', (_, builder, timeout: number) => Object.assign(builder, { timeout })],
  withArgument: [
    'string, string',
    (_, builder, name: string, value: string) => {
      builder.arguments[name] = value;
      return builder;
    },
  ],
  createToken: ['', createToken],
};
