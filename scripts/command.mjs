/** Runs other programs from these scripts: the project's own tools under the project's own Node, and npm under the system's. */

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const isWindows = process.platform === 'win32';
const bin = path.join(root, 'node_modules', '.bin');

/**
 * The Node that runs the project's tools: the one that npm installed here, or the one that runs this script if it is new
 * enough to run TypeScript. Throws a sentence for the reader when there is neither.
 * @returns {string} path of the executable
 */
export function projectNode() {
  const installed = installedNode();
  if (installed !== undefined) return installed;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  throw new Error(
    `The Node that this project brings along does not run here (${process.platform}, ${process.arch}), and Node ${process.versions.node} ` +
      'is too old to build it: install Node 24 from https://nodejs.org and try again.',
  );
}

/** @type {string | undefined} */
let knownNode;

/** @returns {string | undefined} path of the project's own Node, if it is there and runs */
export function installedNode() {
  const platform = isWindows ? 'win' : process.platform;
  const packages = ['node', `node-${platform}-${process.arch}`, `node-bin-${platform}-${process.arch}`];
  knownNode ??= packages
    .map((name) => path.join(root, 'node_modules', name, 'bin', isWindows ? 'node.exe' : 'node'))
    .find((file) => existsSync(file) && spawnSync(file, ['--version']).status === 0);
  return knownNode;
}

/**
 * The command line of a tool of the project's.
 * @param {string} packageName package that holds the tool
 * @param {string[]} args
 * @param {string} [tool] name of the tool, where it is not the package's
 * @returns {string[]} executable and arguments
 */
export function tool(packageName, args, tool = packageName) {
  const folder = path.join(root, 'node_modules', packageName);
  const manifest = /** @type {{ bin: string | Record<string, string> }} */ (
    JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  );
  const script = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[tool];
  if (script === undefined) throw new Error(`The package ${packageName} has no tool named ${tool}.`);
  return [projectNode(), path.join(folder, script), ...args];
}

/**
 * Environment for the project's tools: whatever they start by the name `node` is the project's own.
 * @param {Record<string, string>} [extra]
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnvironment(extra = {}) {
  return {
    ...withPath((folders) => [path.dirname(projectNode()), bin, ...folders]),
    ASTRO_TELEMETRY_DISABLED: '1',
    ...extra,
  };
}

/**
 * Runs npm under the system's Node, never under the one in node_modules, which npm may be about to replace.
 * @param {string[]} args without characters that mean something to a shell
 * @returns {Promise<Outcome>}
 */
export function npm(args) {
  return run(['npm', ...args], { env: systemEnvironment(), shell: isWindows, quiet: true });
}

/** @returns {string} version of the system's Node, like `18.19.1` */
export function systemNodeVersion() {
  const { stdout } = spawnSync('node', ['--version'], {
    env: systemEnvironment(),
    encoding: 'utf8',
    shell: isWindows,
  });
  return stdout.trim().replace(/^v/, '');
}

function systemEnvironment() {
  const own = path.join(root, 'node_modules') + path.sep;
  return withPath((folders) => folders.filter((folder) => !folder.startsWith(own)));
}

/** @param {(folders: string[]) => string[]} change */
function withPath(change) {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const folders = (process.env[key] ?? '').split(path.delimiter);
  return { ...process.env, [key]: change(folders).join(path.delimiter) };
}

/**
 * @typedef {object} Outcome
 * @property {boolean} passed whether the command ended with exit code 0
 * @property {string} output what it printed, if it ran quietly
 */

/**
 * Runs a command in the repository's root and waits for its end. Never throws: a command that cannot start has not passed.
 * @param {string[]} command executable and arguments
 * @param {{ env?: NodeJS.ProcessEnv, shell?: boolean, quiet?: boolean }} [options] quiet: collect the output instead of printing it
 * @returns {Promise<Outcome>}
 */
export function run(command, { env = process.env, shell = false, quiet = false } = {}) {
  const [executable = '', ...args] = command;
  return new Promise((resolve) => {
    // Errors are printed to standard output as well, so that lines keep their order.
    const child = spawn(executable, args, {
      cwd: root,
      env,
      shell,
      stdio: ['ignore', quiet ? 'pipe' : 1, quiet ? 'pipe' : 1],
    });
    /** @type {string[]} */
    const output = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => output.push(text));
    }
    child.on('error', (error) => {
      resolve({ passed: false, output: `${executable}: ${error.message}\n` });
    });
    child.on('close', (code) => {
      resolve({ passed: code === 0, output: output.join('') });
    });
  });
}

/**
 * Runs a task and prints its name, and what it took when it is done.
 * @template T
 * @param {string} sentence
 * @param {() => Promise<T>} task
 * @returns {Promise<T>}
 */
export async function announced(sentence, task) {
  const began = performance.now();
  console.log(`${sentence} …`);
  const result = await task();
  console.log(`  ${seconds(began)}`);
  return result;
}

/**
 * @param {number} began from `performance.now()`
 * @returns {string} time since then, for people
 */
export function seconds(began) {
  return `${((performance.now() - began) / 1000).toFixed(1)} s`;
}
