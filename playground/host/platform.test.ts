/** What programs use beyond the language does here what it does in Node, and leaks here what it leaks there. */

import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createCompiler } from '../node/compiler.ts';
import { wordedFailure } from '../node/lab-json.ts';
import { programWith, runSource } from '../testing/run-for-tests.ts';

const cases = globSync('playground/testing/platform-cases/*.ts');
const compiler = createCompiler();

test.each(cases.map((file) => [basename(file, '.ts'), file]))(
  'a program that uses %s prints the same lines in Node and here',
  async (_, file) => {
    const top = readFileSync(file, 'utf8');
    const { diagnostics } = compiler.compile(programWith({ top }));
    expect(diagnostics).toEqual([]);
    const run = await runSource(programWith({ top }), { transactions: 2, memoryLimit: 2 ** 25 });
    expect(run.failure).toBeUndefined();
    const lines = run.console.filter(({ level }) => level === 'log').map(({ text }) => text);
    const node = execFileSync(process.execPath, ['--no-warnings', file], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    expect(lines.join('\n')).toBe(node.trimEnd());
  },
);

describe('what a program keeps by the platform is its leak, and what the platform keeps is none', () => {
  const bytesEach = async (top: string, construct: string, dispose = ''): Promise<number> => {
    const source = programWith({ top, construct, dispose });
    const { checkpoints, failure } = await runSource(source, { transactions: 800, memoryLimit: 2 ** 25 });
    expect(failure).toBeUndefined();
    const [first, last] = [checkpoints[0]!, checkpoints.at(-1)!];
    return (last.bytes - first.bytes) / (last.transactions - first.transactions);
  };
  const forever = 'const forever = new AbortController().signal; const target = new EventTarget();';

  test.each([
    [
      'an emitter its listeners',
      "import { EventEmitter } from 'node:events'; const bus = new EventEmitter().setMaxListeners(0);",
      "bus.on('x', () => this.id);",
    ],
    ['a signal its listeners', forever, "forever.addEventListener('abort', () => this.id);"],
    ['a target its listeners', forever, "target.addEventListener('x', () => this.id);"],
    [
      'a signal the listeners to one that it aborts',
      forever,
      "AbortSignal.any([forever]).addEventListener('abort', () => this.id);",
    ],
    [
      'a store of AsyncLocalStorage what waits for it to be used',
      "import { AsyncLocalStorage } from 'node:async_hooks'; const als = new AsyncLocalStorage(); const kept = new Map();",
      'als.run({ id: this.id }, () => kept.set(this.id, AsyncLocalStorage.snapshot()));',
    ],
    ['the timeline its marks', '', 'performance.mark(`begun ${this.id}`);'],
  ])('%s', async (_, top, construct) => {
    expect(await bytesEach(top, construct)).toBeGreaterThan(40);
  });

  test.each([
    [
      'an emitter no listener that is off',
      "import { EventEmitter } from 'node:events'; const bus = new EventEmitter();",
      "const on = () => this.id; bus.on('x', on); bus.emit('x'); bus.off('x', on);",
    ],
    [
      'an emitter that is gone nothing',
      "import { EventEmitter, once } from 'node:events';",
      "const bus = new EventEmitter(); bus.on('x', () => bus); void once(bus, 'x'); bus.emit('x');",
    ],
    ['a signal nothing of those made of it', forever, 'void AbortSignal.any([forever]);'],
    [
      'a signal no listener to one that it aborts, once it is off',
      forever,
      "const any = AbortSignal.any([forever]); const on = () => this.id; any.addEventListener('abort', on); any.removeEventListener('abort', on);",
    ],
    [
      'a signal no listener of a target that is gone',
      forever,
      "const own = new EventTarget(); own.addEventListener('x', () => own, { signal: forever });",
    ],
    [
      'a target no listener of a signal that has aborted',
      forever,
      "const c = new AbortController(); target.addEventListener('x', () => this.id, { signal: c.signal }); c.abort();",
    ],
    ['a time-out no signal that nobody awaits', '', 'void AbortSignal.timeout(10_000_000);'],
    [
      'a time-out no signal that has timed out',
      '',
      'AbortSignal.any([AbortSignal.timeout(5)]).onabort = () => this.id;',
    ],
    [
      'a store of AsyncLocalStorage nothing once its task is over',
      "import { AsyncLocalStorage } from 'node:async_hooks'; const als = new AsyncLocalStorage();",
      'void als.run({ id: this.id }, async () => { await null; await new Promise((resolve) => setTimeout(resolve, 5)); });',
    ],
    [
      'a signal no other that has timed out, though somebody listened to it',
      forever,
      "AbortSignal.any([forever, AbortSignal.timeout(50)]).addEventListener('abort', () => this.id);",
    ],
    ['unref nothing', '', 'setTimeout(() => {}, 5).unref();'],
    ['the timeline no mark that is cleared', '', "performance.mark('m'); performance.clearMarks('m');"],
  ])('%s', async (_, top, construct) => {
    expect(await bytesEach(top, construct)).toBeLessThan(1);
  });
});

test('what a listener throws ends the run, with its line', async () => {
  const top = [
    'const target = new EventTarget();',
    "target.addEventListener('x', () => {",
    "  throw new Error('in a listener');",
    '});',
    "target.dispatchEvent(new Event('x'));",
  ].join('\n');
  const { failure } = await runSource(programWith({ top }));
  expect(failure).toMatchObject({ kind: 'runtime', line: 4 });
  expect(failure && wordedFailure(failure).message).toBe("Error: in a listener (in a listener to 'x')");
});

test('a program that names nothing of the platform gets nothing of it', async () => {
  const { compiled } = compiler.compile(programWith({}));
  expect(compiled?.platform).toBeUndefined();
  const run = await runSource(
    programWith({ top: "console.log(typeof globalThis['Abort' + 'Controller']);" }),
  );
  expect(run.console[0]?.text).toBe('undefined');
});
