// The command line's launcher: builds what is stale, then runs build/local/cli.js.
import { build } from './build.mjs';

await build();
const { runCli } = await import(new URL('../build/local/cli.js', import.meta.url).href);

// a reader that closed the pipe (`… | head`) has seen enough
process.stdout.on('error', (error) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
process.exitCode = await runCli(process.argv.slice(2), {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
});
