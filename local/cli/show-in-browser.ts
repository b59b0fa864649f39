import { spawn } from 'node:child_process';

/** The command that opens an address, by platform. */
const openers: Partial<Record<NodeJS.Platform, [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
  linux: ['xdg-open'],
};

/** Opens the address where a person sits at the terminal. Where nothing can open it, the printed address has to do. */
export function showInBrowser(url: string): void {
  const opener = openers[process.platform];
  if (!opener || !process.stdout.isTTY || process.env.CI || process.env.SSH_CONNECTION) return;
  const [command, ...args] = opener;
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
