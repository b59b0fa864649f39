import type { Calculation } from '../contract.ts';
import { enumValue } from './enums.ts';
import type { ExecutionContext } from './execution-context.ts';
import type { SpreadsheetObject } from './objects.ts';
import type { Methods } from './service-class.ts';
import { type EnumValue, ServiceError } from './service-object.ts';

type Self = SpreadsheetObject;

function settings(context: ExecutionContext): Calculation {
  context.look();
  return context.book.state.calculation ?? {};
}

function update(context: ExecutionContext, self: Self, change: Calculation): Self {
  context.write({
    resolve: () => [{ op: 'workbook', patch: { calculation: { ...context.book.state.calculation, ...change } } }],
  });
  return self;
}

function setCycles(context: ExecutionContext, self: Self, cycles: number): Self {
  if (cycles < 1 || cycles > 10_000) throw new ServiceError('Invalid argument: maxIterations');
  return update(context, self, { cycles: Math.trunc(cycles) });
}

function setThreshold(context: ExecutionContext, self: Self, threshold: number): Self {
  if (!(threshold >= 0)) throw new ServiceError('Invalid argument: minThreshold');
  return update(context, self, { threshold });
}

/** Kept and told again; the local workbook computes after every change whatever the interval says. */
export const spreadsheetCalculation: Methods<Self> = {
  getRecalculationInterval: ['', (context) => enumValue('RecalculationInterval', settings(context).interval ?? 'ON_CHANGE')],
  setRecalculationInterval: [
    'RecalculationInterval',
    (context, self, { name }: EnumValue) => update(context, self, { interval: name }),
  ],
  isIterativeCalculationEnabled: ['', (context) => settings(context).iterative === true],
  setIterativeCalculationEnabled: ['boolean', (context, self, iterative: boolean) => update(context, self, { iterative })],
  getMaxIterativeCalculationCycles: ['', (context) => settings(context).cycles ?? 50],
  setMaxIterativeCalculationCycles: ['int', setCycles],
  getIterativeCalculationConvergenceThreshold: ['', (context) => settings(context).threshold ?? 0.05],
  setIterativeCalculationConvergenceThreshold: ['number', setThreshold],
};
