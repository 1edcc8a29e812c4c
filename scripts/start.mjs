/** `npm start`: installs what is missing, builds what is stale, serves the site and prints its address. */

import { spawn } from 'node:child_process';
import { ensureBuilt } from './build.mjs';
import { root, tool, toolEnvironment } from './command.mjs';
import { ensureInstalled } from './install.mjs';
import { freePort, wantedPort } from './port.mjs';

const defaultPort = 4321;

try {
  const wanted = wantedPort('PORT', defaultPort);
  await ensureInstalled();
  await ensureBuilt();
  await serve(wanted);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** @param {number} wanted port */
async function serve(wanted) {
  const port = await freePort(wanted);
  if (port !== wanted) console.log(`Port ${wanted} is taken, so this is port ${port}.`);
  // Without --ignore-lock, Astro allows one server of a site at a time.
  const options = ['--ignore-lock', '--port', String(port), ...process.argv.slice(2)];
  const [executable = '', ...args] = tool('astro', ['preview', ...options]);
  const server = spawn(executable, args, {
    cwd: root,
    env: toolEnvironment(),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.on(signal, () => server.kill(signal));
  server.on('exit', (code) => process.exit(code ?? 0));
  endWithNpm(() => server.kill('SIGTERM'));
  const address = `http://localhost:${port}${base()}`;
  await answered(address);
  console.log(`The site is at ${address} (Ctrl+C ends it).`);
}

/**
 * A signal to npm ends the shell between npm and this script, and no more: notice that the shell is gone.
 * @param {() => void} end
 */
function endWithNpm(end) {
  const shell = process.ppid;
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  setInterval(() => {
    if (process.ppid !== shell) end();
  }, 200).unref();
}

/** @returns {string} path under which the site lies, between slashes */
function base() {
  const trimmed = (process.env.BASE_PATH ?? '').replace(/^\/+|\/+$/g, '');
  return trimmed === '' ? '/' : `/${trimmed}/`;
}

/**
 * Waits until the server answers. Should it never do, its own end ends this process too.
 * @param {string} address
 */
async function answered(address) {
  for (;;) {
    try {
      await fetch(address);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
