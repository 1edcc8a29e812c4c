/** `PORT` is a port, or the command says so before it installs or builds anything. */

import { afterEach, expect, test } from 'vitest';

import { wantedPort } from '../scripts/port.mjs';

const name = 'LEAK_LAB_TEST_PORT';

afterEach(() => {
  Reflect.deleteProperty(process.env, name);
});

test.each([
  ['', 4321],
  [' ', 4321],
  ['1', 1],
  ['8080', 8080],
  ['65535', 65535],
])('“%s” asks for %i', (text, port) => {
  process.env[name] = text;
  expect(wantedPort(name, 4321)).toBe(port);
});

test.each(['abc', '0', '99999', '65536', '-1', '1.5', '0x50', '1e3', '80 81'])('“%s” is refused', (text) => {
  process.env[name] = text;
  expect(() => wantedPort(name, 4321)).toThrow(`${name}=${text} is no port`);
});
