/**
 * `node scripts/measure-registry-mock.mjs`: builds the published C++ mock, runs it here, and writes what it measured to the file
 * that the chapters read. It needs g++ with LeakSanitizer, takes about a minute, and is not part of a build: times are this machine's.
 */

import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const source = 'public/registry-mock.cpp';
const written = 'src/recorded/registry-mock.json';

const folder = mkdtempSync(path.join(tmpdir(), 'registry-mock-'));
try {
  const measured = JSON.parse(execFileSync(built('mock', '-O2'), { encoding: 'utf8' }));
  const checked = built('checked', '-g', '-fsanitize=address');
  const leakSanitizer = Object.fromEntries(
    ['kept', 'freed', 'lost'].map((how) => [how, spawnSync(checked, [how]).status]),
  );
  const sha256 = createHash('sha256').update(readFileSync(source)).digest('hex');
  writeFileSync(written, `${JSON.stringify({ sha256, ...measured, leakSanitizer }, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true });
}

/**
 * Builds the mock and gives the path of the program.
 * @param {string} name
 * @param {...string} flags
 */
function built(name, ...flags) {
  const program = path.join(folder, name);
  execFileSync('g++', ['-std=c++17', ...flags, '-pthread', source, '-o', program], { stdio: 'inherit' });
  return program;
}
