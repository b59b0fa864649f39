import type { CoreRule } from './rule.ts';

const everywhere = ['today', 'digest', 'home'] as const;

/** The reminders of every shop. Those whose fields a shop does not use say so and are silent. */
export const coreRules: readonly CoreRule[] = [
  {
    key: 'payment',
    causes: [{ occasion: 'payBy' }],
    open: 'unlessClosed',
    terms: { on: true, days: 3, side: 'before', tell: 'responsible', at: everywhere },
  },
  {
    key: 'complaint',
    causes: [{ occasion: 'contacted', means: 'complaint' }],
    open: 'unlessClosed',
    terms: { on: true, days: 1, side: 'after', tell: 'handler', at: everywhere },
  },
  {
    key: 'followUp',
    causes: [{ occasion: 'followUp' }],
    open: 'unlessClosed',
    terms: { on: true, days: 0, side: 'before', tell: 'handler', at: everywhere },
  },
  {
    key: 'notShipped',
    causes: [{ occasion: 'bought', means: 'toShip' }],
    open: 'unlessClosed',
    terms: { on: true, days: 2, side: 'after', tell: 'responsible', at: everywhere },
  },
  {
    key: 'repairOpen',
    causes: [{ occasion: 'reported' }],
    open: 'unlessClosed',
    terms: { on: true, days: 7, side: 'after', tell: 'handler', at: everywhere },
  },
  {
    key: 'serviceOpen',
    causes: [{ occasion: 'served' }],
    open: 'stated',
    terms: { on: true, days: 3, side: 'after', tell: 'handler', at: everywhere },
  },
  {
    key: 'birthday',
    causes: [{ occasion: 'birthday' }],
    yearly: true,
    calm: true,
    terms: { on: true, days: 7, side: 'before', keep: 3, tell: 'responsible', at: everywhere },
  },
  {
    key: 'upkeep',
    causes: [
      { occasion: 'bought', span: 'upkeep' },
      { occasion: 'served', means: 'upkeep' },
    ],
    settledBy: 'upkeep',
    calm: true,
    terms: { on: true, months: 12, days: 14, side: 'before', keep: 60, tell: 'responsible', at: everywhere },
  },
  {
    key: 'warranty',
    causes: [{ occasion: 'bought', span: 'warranty', orTerms: true }],
    calm: true,
    terms: { on: true, days: 30, side: 'before', keep: 0, tell: 'responsible', at: everywhere },
  },
  {
    key: 'asleep',
    causes: [{ occasion: 'bought' }],
    newest: true,
    calm: true,
    terms: { on: true, days: 180, side: 'after', keep: 30, tell: 'responsible', at: ['today'] },
  },
];
