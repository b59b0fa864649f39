import type { TriggerState } from '../contract.ts';
import { enumValue } from './enums.ts';
import type { ExecutionContext } from './execution-context.ts';
import type { SpreadsheetObject } from './objects.ts';
import type { Method, Methods } from './service-class.ts';
import { type EnumValue, ServiceError, ServiceObject } from './service-object.ts';
import { drawn, hasTime, nextRun, type Schedule } from './trigger-schedule.ts';

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
  schedule: Schedule = {};

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

function schedule(parameters: string, set: (value: never, more: number, more2: number) => Schedule): Method<Builder> {
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
  if (event === 'CLOCK' && !hasTime(plan)) throw new ServiceError('The time of the trigger is missing.');
  const { triggers } = context.surroundings.book.state;
  if (context.surroundings.addOn) checkAddOn(context, event, plan);
  if (triggers.filter((each) => each.owner === context.user.email).length >= MAX_TRIGGERS) {
    throw new ServiceError(
      'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
  }
  const id = String(Math.floor(context.surroundings.random() * 1e18));
  const trigger: TriggerState = { id, handler, event, owner: context.user.email };
  if (event === 'CLOCK') {
    const schedule = drawn(plan, context.now(), context.scriptZone, () => context.surroundings.random());
    trigger.schedule = { ...schedule };
    trigger.nextRun = nextRun(schedule, context.now(), context.scriptZone);
  }
  setTriggers(context, [...triggers, trigger]);
  return new TriggerObject(trigger);
}

/** An add-on may do less than a script of the workbook's own (platform.md §2). */
function checkAddOn(context: ExecutionContext, event: NonNullable<Builder['event']>, { everyMinutes }: Schedule): void {
  const { triggers } = context.surroundings.book.state;
  if (triggers.some((each) => each.owner === context.user.email && each.event === event)) {
    const kind = { CLOCK: 'time-based', ON_OPEN: 'open', ON_EDIT: 'edit', ON_CHANGE: 'change', ON_FORM_SUBMIT: 'form submit' }[
      event
    ];
    throw new ServiceError(`The Add-on has created too many ${kind} triggers in this document for this Google user account.`);
  }
  if (everyMinutes !== undefined) throw new ServiceError('An add-on can use a time trigger once per hour at most.');
}

export function setTriggers(context: ExecutionContext, triggers: TriggerState[]): void {
  context.within(undefined, () => context.transact((apply) => apply([{ op: 'triggers', triggers }])));
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

function minutes(value: number): Schedule {
  if (![1, 5, 10, 15, 30].includes(value)) throw new ServiceError('Invalid argument: n. Must be one of 1, 5, 10, 15 or 30.');
  return { everyMinutes: value };
}

/** One number of the schedule, within its bounds. */
const number = (key: keyof Schedule, name: string, least: number, most = Number.MAX_SAFE_INTEGER): Method<Builder> =>
  schedule('int', (value: number) => {
    if (value < least || value > most) throw new ServiceError(`Invalid argument: ${name}`);
    return { [key]: value };
  });

function inTimezone(timeZone: string): Schedule {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw new ServiceError(`Invalid argument: timezone. Should be of type: String`);
  }
  return { timeZone };
}

export const clockTriggerBuilderMethods: Methods<Builder> = {
  everyMinutes: schedule('int', minutes),
  everyHours: number('everyHours', 'n', 1),
  everyDays: number('everyDays', 'n', 1),
  everyWeeks: number('everyWeeks', 'n', 1),
  onWeekDay: schedule('WeekDay', ({ name }: EnumValue) => ({ onWeekDay: name })),
  onMonthDay: number('onMonthDay', 'day', 1, 31),
  atHour: number('atHour', 'hour', 0, 23),
  nearMinute: number('nearMinute', 'minute', 0, 59),
  inTimezone: schedule('string', inTimezone),
  after: number('after', 'durationMilliseconds', 0),
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
