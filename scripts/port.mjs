/** Finds a port that nobody listens on. */

import { createServer } from 'node:net';

/**
 * @param {number} first
 * @returns {Promise<number>} the first free port from there on
 */
export async function freePort(first) {
  for (let port = first; port < first + 100; port += 1) {
    if ((await isFree(port, '127.0.0.1')) && (await isFree(port, '::1')) && (await isFree(port))) return port;
  }
  throw new Error(`No port is free between ${first} and ${first + 99}.`);
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
