/** What the server and the platform hold for a program is told by its own name: timers, listeners, globals, a call that died. */

import { describe, expect, test } from 'vitest';
import { readProgram } from '../node/programs.ts';
import { programWith, shortWorkload } from '../testing/run-for-tests.ts';
import { scenario } from '../scenarios/logger-per-transaction/scenario.ts';
import { findScenario } from '../scenarios/scenarios.ts';
import { classIn, faultyIn, inspectedRun, noPause, pathsIn, written } from '../testing/heap-run.ts';

const kept = 'class Kept { use() { return this; } }';
const timer = '(a timer that has yet to fire)';

interface Case {
  readonly name: string;
  readonly top?: string;
  readonly construct: string;
  readonly path: string;
  /** The platform's own code lets go of more once it hears that a signal is gone: its timer. */
  readonly freesMore?: boolean;
}

const cases: readonly Case[] = [
  {
    name: 'a timer that repeats',
    construct: 'const k = new Kept(); setInterval(() => k.use(), 1000);',
    path: `${timer}.callback → captured k`,
  },
  {
    name: 'a timer that is far off',
    construct: 'const k = new Kept(); setTimeout(() => k.use(), 1e9);',
    path: `${timer}.callback → captured k`,
  },
  {
    name: 'what a timer is called with',
    construct: 'setTimeout((k: Kept) => k.use(), 1e9, new Kept());',
    path: `${timer}.values[*]`,
  },
  {
    name: 'what a timer’s method is bound to',
    construct: 'setInterval(Kept.prototype.use.bind(new Kept()), 1000);',
    path: `${timer}.callback → bound this`,
  },
  {
    name: 'an async call that sleeps',
    construct:
      'void (async () => { const k = new Kept(); await new Promise((done) => setTimeout(done, 1e9)); k.use(); })();',
    path: `${timer}.callback → promise → reaction → local k`,
  },
  {
    name: 'an async call that sleeps by timers/promises',
    top: 'import { setTimeout as sleep } from "node:timers/promises";',
    construct: 'void (async () => { const k = new Kept(); await sleep(1e9); k.use(); })();',
    path: `${timer}.callback → captured resolve → promise → reaction → local k`,
  },
  {
    name: 'a signal that is to abort',
    construct: 'const k = new Kept(); AbortSignal.timeout(1e9).addEventListener("abort", () => k.use());',
    path: `${timer}.callback → captured timer.signal.#listeners["abort"][*].listener → captured k`,
    freesMore: true,
  },
  {
    name: 'a context that a timer keeps',
    top: 'import { AsyncLocalStorage } from "node:async_hooks"; const context = new AsyncLocalStorage<Kept>();',
    construct: 'context.enterWith(new Kept()); setTimeout(() => {}, 1e9);',
    path: `${timer}.callback → captured frame[AsyncLocalStorage]`,
  },
  {
    name: 'a listener of an emitter',
    top: 'import { EventEmitter } from "node:events"; const bus = new EventEmitter(); bus.setMaxListeners(0);',
    construct: 'const k = new Kept(); bus.on("x", () => k.use());',
    path: 'bus._events.x[*] → captured k',
  },
  {
    name: 'a listener of an event target',
    top: 'const bus = new EventTarget();',
    construct: 'const k = new Kept(); bus.addEventListener("x", () => k.use());',
    path: 'bus.#listeners["x"][*].listener → captured k',
  },
  {
    name: 'a listener of a signal',
    top: 'const stop = new AbortController();',
    construct: 'const k = new Kept(); stop.signal.addEventListener("abort", () => k.use());',
    path: 'stop.#signal.#listeners["abort"][*].listener → captured k',
  },
  {
    name: 'a property of the global object',
    construct: '(globalThis as unknown as Record<string, Kept>)[`kept${id}`] = new Kept();',
    path: '(the global object).kept*',
  },
  {
    name: 'a symbol for each, as one',
    top: 'const kept: Record<symbol, Kept> = {};',
    construct: 'kept[Symbol(`kept ${id}`)] = new Kept();',
    path: 'kept[kept *]',
  },
  {
    name: 'a getter’s closure',
    top: 'const kept: object[] = [];',
    construct:
      'const k = new Kept(); kept.push(Object.defineProperty({}, "kept", { get: () => k, enumerable: true }));',
    path: 'kept[*] → getter .kept → captured k',
  },
  {
    name: 'the same one twice in an array',
    top: 'const kept: Kept[] = [];',
    construct: 'const k = new Kept(); kept.push(k, k);',
    path: 'kept[*]',
  },
];

describe('told by name, and freed to the byte by a cut', () => {
  test.each(cases)('$name', async ({ top = '', construct, path, freesMore = false }) => {
    const source = programWith({ top: `${top}\n${kept}`, construct });
    const { inspection, report, verdict } = await inspectedRun(source, shortWorkload);
    expect(report.unknown).toBe(0);
    expect(verdict.classes['Kept']).toMatchObject({ kind: 'leak', perTransaction: 1 });
    const found = classIn(report, 'Kept').paths;
    expect(found.map(written)).toEqual([`${path} → Kept × 200`]);
    const [first] = found;
    const cut = await inspection.cut(first?.fingerprint ?? '', 100, noPause);
    expect(first?.frees?.count).toBe(200);
    expect(cut).toMatchObject({ count: 200, then: { left: 100 } });
    if (freesMore) expect(cut?.bytes).toBeGreaterThan(first?.frees?.bytes ?? Infinity);
    else expect(cut?.bytes).toBe(first?.frees?.bytes);
  });
});

describe('where the bytes grow, but no class of the program’s does', () => {
  test.each([
    ['release-on-the-failing-path', 'wrong-weak-list', ['open → member → WeakRef × 40']],
    ['timer-per-resource', 'wrong-smaller-closure', [`${timer}.callback → function × 1000`]],
    ['alert-on-slope', 'wrong-keeps-all', []],
  ])(
    '%s, %s: what there is for each transaction is told, and nothing of the engine’s',
    async (id, name, told) => {
      const own = await findScenario(id);
      if (own === undefined) throw new Error(`There is no scenario ${id}.`);
      const workload = { ...own.workload, transactions: 1_000 };
      const { report } = await inspectedRun(await readProgram(id, name), workload, own.settleSeconds);
      expect(report.classes.flatMap(faultyIn).map(written)).toEqual(told);
    },
  );
});

describe('a program that died out of memory', () => {
  test('shows its paths, and nothing can be cut in it', async () => {
    const workload = { ...scenario.workload, transactions: 5_000, memoryLimit: 2 ** 19 };
    const { inspection, report, record } = await inspectedRun(
      await readProgram(scenario.id, 'leaky'),
      workload,
    );
    expect(record.failure?.kind).toBe('out-of-memory');
    expect(report).toMatchObject({ isDead: true, unknown: 0 });
    const { count, paths } = classIn(report, 'Logger');
    expect(count).toBeGreaterThan(500);
    const [first] = paths;
    expect(first && written(first)).toMatch(/^loggers\["SessionResource\(\*\)"\] → Logger × /);
    expect(await inspection.cut(first?.fingerprint ?? '', 0, noPause)).toBeUndefined();
  });
});

test('a text that more than one reference keeps is called shared, and goes with the last of them', async () => {
  const source = programWith({
    top: 'const first: string[] = []; const second: string[] = []; const own: string[] = [];',
    construct: 'const s = `x${id}`.repeat(50); first.push(s); second.push(s); own.push(`y${id}`.repeat(50));',
  });
  const { report } = await inspectedRun(source, shortWorkload);
  const paths = pathsIn(report).map((path) => [written(path), path.frees?.count]);
  const { transactions } = shortWorkload;
  expect(paths.toSorted()).toEqual([
    [`first[*] → shared string × ${transactions}`, 0],
    [`own[*] → string × ${transactions}`, transactions],
    [`second[*] → shared string × ${transactions}`, transactions],
  ]);
});
