import type { RunResult } from '../../host-contract.ts';
import type { Answer, FaultAction, FaultWorkbook } from '../fault-action.ts';
import type { Stage } from '../stage.ts';
import { answerOf } from './answers.ts';
import { typed, unseen } from './menu.ts';
import type { Places } from './workbook.ts';

const HOUR = 3_600_000;
const nothing = (): void => undefined;

type Settle = FaultWorkbook['settle'];

/** What the hourly trigger does the next time it comes, as it does whatever happens; then the check. */
const anHourLater =
  (settle: Settle): Settle =>
  async (stage, sheet) => {
    stage.now += HOUR;
    await stage.host.fireDue();
    return settle(stage, sheet);
  };

/** The page's calls answer with the page, and in it what came of the press. */
function pressed(result: RunResult): Answer {
  const answer = answerOf(result);
  const { said } = (result.ok ? JSON.parse(result.value as string) : {}) as { said?: { ok: boolean; text: string } };
  return said ? { ok: said.ok, killed: false, message: said.text } : answer;
}

const switching = (on: boolean): Pick<FaultAction, 'name' | 'perform' | 'retry'> => {
  const perform: FaultAction['perform'] = async (_, who) =>
    pressed(await who.call('switchJob', JSON.stringify({ job: 'sweep', on, name: '王店长' })));
  return { name: `switch the nightly check ${on ? 'on' : 'off'}`, perform, retry: perform };
};

async function switchOn(stage: Stage): Promise<void> {
  await stage.owner.call('switchJob', JSON.stringify({ job: 'sweep', on: true, name: '王店长' }));
}

interface Noted {
  run?: object;
  last?: { ok: boolean; told: { key: string } };
}

/** How the night went, as the page of automation would tell it. */
function nightOf({ state }: Stage): { ok: boolean; message: string } {
  const { run, last } = JSON.parse(state.properties.document['job.sweep'] ?? '{}') as Noted;
  if (run || !last) return { ok: false, message: '夜间检查还没有做完' };
  return { ok: last.ok, message: last.ok ? '' : `夜间检查没有做成：${last.told.key}` };
}

/** The trigger comes, in the night or an hour after one that went wrong. */
const come: FaultAction['perform'] = async (stage) => {
  const trigger = stage.state.triggers.find(({ handler }) => handler === 'runDueJobs');
  if (!trigger) return { ok: false, killed: false, message: '没有定时' };
  const result = await stage.host.fireTrigger(trigger.id);
  return result.ok ? { ...nightOf(stage), killed: false } : { ok: false, killed: true, message: result.error };
};

/** What runs by itself: its switch, a night's work that is due, and the same asked for by a button. */
export function automation(tabs: Places, settle: Settle): FaultAction[] {
  const { customers } = tabs;
  const untidy = unseen(typed(customers, 2, 'phone', '138 0013 8009'));
  const tidied: Pick<FaultAction, 'enters' | 'mayBeUndone' | 'settle' | 'target'> = {
    enters: (entries) => {
      entries.find(customers, { name: '钱二' })!.values.phone = ['138 0013 8009', '13800138009'];
    },
    mayBeUndone: true,
    settle: anHourLater(settle),
    target: {
      sheet: customers,
      row: { name: '钱二' },
      column: 'phone',
      over: '13700137000',
      beside: 'email',
      sortBy: 'name',
    },
  };
  const byHand: FaultAction['perform'] = async (_, who) => pressed(await who.call('runJob', JSON.stringify({ job: 'sweep' })));
  return [
    { ...switching(true), enters: nothing, mayBeUndone: true, settle: anHourLater(settle) },
    { ...switching(false), prepare: switchOn, enters: nothing, mayBeUndone: true, settle: anHourLater(settle) },
    {
      ...tidied,
      name: 'run the night',
      prepare: async (stage) => {
        await switchOn(stage);
        await untidy(stage);
        stage.now += 16 * HOUR;
      },
      perform: come,
      retry: async (stage, who) => {
        stage.now += HOUR;
        return come(stage, who);
      },
    },
    { ...tidied, name: 'run the nightly check by hand', prepare: untidy, perform: byHand, retry: byHand },
  ];
}
