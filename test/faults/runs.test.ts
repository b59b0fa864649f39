import { tryActions } from './try-actions.ts';

await tryActions('nothing is lost or given twice when another run comes in between, or a call or a trigger is lost or repeated', [
  'other run',
  'repeated',
  'lost answer',
  'lost trigger',
  'doubled trigger',
]);
