// Loaded into clasp by `node --import`: requests to Google's hosts go to the stand-in on loopback, all others are refused,
// so that a test can never reach the network.
import http from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';

const port = Number(process.env.LEDGER_STAND_IN_PORT);

https.request = (target, options) => {
  const url = new URL(target);
  if (!url.hostname.endsWith('.googleapis.com')) throw new Error(`A test tried to reach ${url.hostname}`);
  const { method, headers, signal } = options;
  return http.request(`http://127.0.0.1:${port}/${url.hostname}${url.pathname}${url.search}`, { method, headers, signal });
};
syncBuiltinESMExports();
