// A generator whose file does not fit its source any more.
if (process.argv.includes('--check')) {
  console.error('the file has drifted');
  process.exitCode = 1;
}
