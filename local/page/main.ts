import { startEngine } from './grid/engine.ts';
import { Grid } from './grid/grid.ts';
import { WorkbookSocket } from './socket.ts';

const frame = document.getElementById('frame')!;
frame.style.height = '100vh';
const engine = startEngine(frame, 'zh');
const grid = new Grid(engine);
const token = new URL(location.href).searchParams.get('token') ?? sessionStorage.getItem('token') ?? '';
Object.assign(window, { grid, t0: performance.now() });
new WorkbookSocket(token, {
  message(message) {
    if (message.type === 'hello') grid.open(message);
    if (message.type === 'styles') grid.takeStyles(message);
    if (message.type === 'validations') grid.takeValidations(message);
    if (message.type === 'rows') {
      grid.takeRows(message);
      if (message.last) console.log('tab', message.sheet, performance.now());
    }
    if (message.type === 'change') grid.takeChanges(message.changes);
  },
  connected(yes) {
    console.log('connected', yes);
  },
  lost(ask) {
    console.log('lost', ask);
  },
  opening: () => ({ type: 'open' }),
});
