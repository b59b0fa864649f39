import { tryActions } from './try-actions.ts';

await tryActions('an error or the end of the run at any moment leaves it finished or undone, and is told', ['error', 'kill']);
