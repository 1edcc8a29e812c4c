/** Finds a port that nobody listens on. */

import { createServer } from 'node:net';

const lastPort = 65535;

/**
 * The port that a variable of the environment asks for. Throws a sentence for anything but a port.
 * @param {string} name of the variable
 * @param {number} usual where it is not set, or empty
 * @returns {number}
 */
export function wantedPort(name, usual) {
  const text = (process.env[name] ?? '').trim();
  if (text === '') return usual;
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= lastPort) return port;
  throw new Error(`${name}=${text} is no port: it must be a whole number from 1 to ${lastPort}.`);
}

/**
 * @param {number} first
 * @returns {Promise<number>} the first free port from there on. Throws a sentence where there is none near
 */
export async function freePort(first) {
  const last = Math.min(first + 99, lastPort);
  for (let port = first; port <= last; port += 1) {
    if ((await isFree(port, '127.0.0.1')) && (await isFree(port, '::1')) && (await isFree(port))) return port;
  }
  throw new Error(`No port from ${first} to ${last} is free, or none that you may use.`);
}

/**
 * @param {number} port
 * @param {string} [host] every address, where absent
 * @returns {Promise<boolean>}
 */
function isFree(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      // A machine without IPv6 has no such address, so nobody listens on it.
      resolve(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT');
    });
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
