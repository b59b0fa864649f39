import type { TriggerState } from '../contract.ts';
import { enumValue } from './enums.ts';
import type { ExecutionContext } from './execution-context.ts';
import type { SpreadsheetObject } from './objects.ts';
import type { Method, Methods } from './service-class.ts';
import { type EnumValue, ServiceError, ServiceObject } from './service-object.ts';
import { nextRun } from './trigger-schedule.ts';

const MAX_TRIGGERS = 20;

export class TriggerObject extends ServiceObject {
  readonly type = 'Trigger';
  readonly trigger: TriggerState;

  constructor(trigger: TriggerState) {
    super();
    this.trigger = trigger;
  }
}

/** What `newTrigger(…)` is building; the class a script sees depends on how far it has got. */
export class TriggerBuilderObject extends ServiceObject {
  readonly type: 'TriggerBuilder' | 'SpreadsheetTriggerBuilder' | 'ClockTriggerBuilder';
  readonly handler: string;
  event: TriggerState['event'] | undefined;
  schedule: Record<string, unknown> = {};

  constructor(type: TriggerBuilderObject['type'], handler: string) {
    super();
    this.type = type;
    this.handler = handler;
  }
}

type Builder = TriggerBuilderObject;

function on(event: TriggerState['event']): Method<Builder> {
  return ['', (_, builder) => Object.assign(builder, { event })];
}

function schedule(
  parameters: string,
  set: (value: never, more: number, more2: number) => Record<string, unknown>,
): Method<Builder> {
  return [
    parameters,
    (_, builder, value: unknown, more?: number, more2?: number) => {
      builder.schedule = { ...builder.schedule, ...set(value as never, more as number, more2 as number) };
      return builder;
    },
  ];
}

function create(context: ExecutionContext, builder: Builder): TriggerObject {
  const { handler, event, schedule: plan } = builder;
  if (!event) throw new ServiceError('Trigger event type is missing.');
  const { triggers } = context.book.state;
  if (triggers.filter((each) => each.owner === context.user.email).length >= MAX_TRIGGERS) {
    throw new ServiceError(
      'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
  }
  const id = String(Math.floor(context.surroundings.random() * 1e18));
  const trigger: TriggerState = { id, handler, event, owner: context.user.email };
  if (event === 'CLOCK') {
    trigger.schedule = plan;
    trigger.nextRun = nextRun(plan, context.now(), context.book.state.timeZone, () => context.surroundings.random());
  }
  setTriggers(context, [...triggers, trigger]);
  return new TriggerObject(trigger);
}

export function setTriggers(context: ExecutionContext, triggers: TriggerState[]): void {
  context.transact((apply) => apply([{ op: 'triggers', triggers }]));
}

export const triggerBuilderMethods: Methods<Builder> = {
  forSpreadsheet: [
    'Spreadsheet | string',
    (_, { handler }, _spreadsheet: SpreadsheetObject) => new TriggerBuilderObject('SpreadsheetTriggerBuilder', handler),
  ],
  timeBased: [
    '',
    (_, { handler }) => Object.assign(new TriggerBuilderObject('ClockTriggerBuilder', handler), { event: 'CLOCK' as const }),
  ],
};

export const spreadsheetTriggerBuilderMethods: Methods<Builder> = {
  onOpen: on('ON_OPEN'),
  onEdit: on('ON_EDIT'),
  onChange: on('ON_CHANGE'),
  onFormSubmit: on('ON_FORM_SUBMIT'),
  create: ['', create],
};

function minutes(value: number): Record<string, unknown> {
  if (![1, 5, 10, 15, 30].includes(value)) throw new ServiceError('Invalid argument: n. Must be one of 1, 5, 10, 15 or 30.');
  return { everyMinutes: value };
}

export const clockTriggerBuilderMethods: Methods<Builder> = {
  everyMinutes: schedule('int', minutes),
  everyHours: schedule('int', (hours: number) => ({ everyHours: hours })),
  everyDays: schedule('int', (days: number) => ({ everyDays: days })),
  everyWeeks: schedule('int', (weeks: number) => ({ everyWeeks: weeks })),
  onWeekDay: schedule('WeekDay', ({ name }: EnumValue) => ({ onWeekDay: name })),
  onMonthDay: schedule('int', (day: number) => ({ onMonthDay: day })),
  atHour: schedule('int', (hour: number) => ({ atHour: hour })),
  nearMinute: schedule('int', (minute: number) => ({ nearMinute: minute })),
  inTimezone: schedule('string', (zone: string) => ({ timeZone: zone })),
  after: schedule('int', (ms: number) => ({ after: ms })),
  at: schedule('date', (date: Date) => ({ at: date.getTime() })),
  atDate: schedule('int, int, int', (year: number, month: number, day: number) => ({ atDate: [year, month, day] })),
  create: ['', create],
};

export const triggerMethods: Methods<TriggerObject> = {
  getUniqueId: ['', (_, { trigger }) => trigger.id],
  getHandlerFunction: ['', (_, { trigger }) => trigger.handler],
  getEventType: ['', (_, { trigger }) => enumValue('EventType', trigger.event)],
  getTriggerSource: ['', (_, { trigger }) => enumValue('TriggerSource', trigger.event === 'CLOCK' ? 'CLOCK' : 'SPREADSHEETS')],
  getTriggerSourceId: ['', (context, { trigger }) => (trigger.event === 'CLOCK' ? null : context.book.state.id)],
};
