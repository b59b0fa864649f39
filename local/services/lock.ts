import type { ExecutionContext } from './execution-context.ts';
import type { GlobalService } from './objects.ts';
import type { Methods } from './service-class.ts';
import { ServiceError, ServiceObject, Waiting } from './service-object.ts';

const TIMEOUT = 'Lock timeout: another process was holding the lock for too long.';

class LockObject extends ServiceObject {
  readonly type = 'Lock';
  readonly name: string;

  constructor(name: string) {
    super();
    this.name = name;
  }
}

/**
 * Waits up to `ms` for the lock. In the same thread nobody else can let go of it meanwhile, so there a lock that is not
 * free counts as timed out.
 */
function acquire(context: ExecutionContext, { name }: LockObject, ms: number, had: (granted: boolean) => unknown): Waiting {
  const { locks } = context.surroundings;
  const charged = <T>(work: () => T): T => {
    context.lookup('lock');
    return work();
  };
  const now = (): unknown =>
    charged(() => {
      const granted = ms >= 0 && locks.tryNow(name, context);
      if (!granted) context.meter.wait(Math.max(0, ms));
      return had(granted);
    });
  const later = async (): Promise<unknown> => {
    if (ms < 0) return now();
    const since = Date.now();
    const granted = await locks.wait(name, context, ms);
    return charged(() => {
      context.meter.wait(Date.now() - since);
      return had(granted);
    });
  };
  return new Waiting(later, now);
}

export const lockMethods: Methods<LockObject> = {
  waitLock: [
    'int',
    (context, self, ms: number) =>
      acquire(context, self, ms, (granted) => {
        if (!granted) throw new ServiceError(TIMEOUT);
        return undefined;
      }),
  ],
  tryLock: ['int', (context, self, ms: number) => acquire(context, self, ms, (granted) => granted)],
  hasLock: ['', (context, { name }) => context.surroundings.locks.isHeldBy(name, context)],
  releaseLock: [
    '',
    (context, { name }) => {
      context.surroundings.locks.release(name, context);
    },
  ],
};

export const lockServiceMethods: Methods<GlobalService> = {
  getDocumentLock: ['', () => new LockObject('document')],
  getScriptLock: ['', () => new LockObject('script')],
  getUserLock: ['', (context) => new LockObject(`user ${context.user.email}`)],
};
