import { tryActions } from './try-actions.ts';

await tryActions('nothing of anybody’s is lost when somebody else changes the tab at any moment', ['meanwhile']);
