/** A program whose assignments are watched keeps its lines and does the same, down to its console and its log. */

import { describe, expect, test } from 'vitest';
import { readAssets } from '../node/assets.ts';
import { readProgram } from '../node/programs.ts';
import { ProgramRun } from '../host/run.ts';
import { findScenario, scenarioIds } from '../scenarios/scenarios.ts';
import { compiledSource } from '../testing/heap-run.ts';
import { programWith, shortWorkload } from '../testing/run-for-tests.ts';
import type { CompiledProgram } from '../record.ts';
import { watchAssignments } from './watch-assignments.ts';

const assets = readAssets();

/** As many keys as there are: all that the code has after a dot, before a colon or in a computed key. */
function everything(code: string): Parameters<typeof watchAssignments>[1] {
  const names = [...code.matchAll(/\.(\w+)|(\w+):/g)].map(([, read, written]) => read ?? written ?? '');
  return { names: new Set(names), computed: true };
}

/** What can be told of a run, but for its bytes. */
async function told(compiled: CompiledProgram, watchedCode?: string): Promise<object> {
  const lines: unknown[] = [];
  const run = await ProgramRun.create({
    assets: await assets,
    compiled,
    workload: { ...shortWorkload, memoryLimit: 8 * shortWorkload.memoryLimit },
    settleSeconds: 60,
    listener: { onConsole: (line) => void lines.push(line), onLog: (line) => void lines.push(line) },
    ...(watchedCode === undefined ? {} : { watchedCode }),
  });
  const { checkpoints, failure } = run.playOut();
  expect(lines.length).toBeGreaterThan(0);
  return { lines, failure: failure?.kind, live: checkpoints.map(({ live, lent }) => ({ live, lent })) };
}

async function expectTheSame(compiled: CompiledProgram): Promise<void> {
  const watched = watchAssignments(compiled.code, everything(compiled.code));
  expect(await told(compiled, watched)).toEqual(await told(compiled));
}

test.each(scenarioIds)('%s: the leaky program does the same', async (id) => {
  expect(await findScenario(id)).toBeDefined();
  await expectTheSame(compiledSource(await readProgram(id, 'leaky')));
});

/** Each prints what it comes to. */
const awkward: readonly string[] = [
  'const a: any = {}; const b: any = {}; a.x = b.x = a["y"] = 1; print(a, b);',
  'const a: any = { x: { y: {} } }; a.x.y.z = a.x["y"].z2 = {}; delete a.x.y.z; print(a);',
  'let n = 0; const keys = [{ toString: () => `k${n++}` }]; const a: any = {}; a[keys[0] as any] = {}; print(a, n);',
  'const order: string[] = []; const say = (s: string, v: any) => (order.push(s), v); say("o", {} as any)[say("k", "k")] = say("v", {}); print(order);',
  'const a: any = { x: 0, y: null, z: "z" }; a.x ||= { one: 1 }; a.y ??= { two: 2 }; a.z ??= { three: 3 }; print(a, (a.w ||= 4));',
  'const a: any = { get x() { return this.y; }, set x(v) { this.y = [v]; } }; a.x = {}; print(a, (a.x = 5));',
  'const a: any = Object.freeze({ x: 1 }); try { a.x = {}; } catch (e) { print(String(e)); } try { delete a.x; } catch (e) { print(String(e)); }',
  'const a: any = undefined; try { a.x = {}; } catch (e) { print((e as Error).name); } try { delete a[0]; } catch (e) { print((e as Error).name); }',
  'const a: any[] = [{}, {}, {}]; a.length = 1; a[a.length] = {}; a[9] = {}; delete a[0]; print(a.length, a, 0 in a);',
  'const a: any = [1, 2]; [a[0], a[1]] = [a[1], a[0]]; ({ x: a.x, y: a["y"] } = { x: 1, y: 2 } as any); print(a, a.x, a.y);',
  'const a: any = { f: () => 1, g: function () {}, h() {}, "i-j": class {} }; a.k = () => 2; a["l"] = class {}; print(a.f.name, a.g.name, a.h.name, a["i-j"].name, a.k.name, a.l.name);',
  'class A { x: any; static y: any; } class B extends A { put() { super.x = { s: 1 }; B.y = this; return super.x; } } const b = new B(); print(b.put(), b.x, B.y === b);',
  'function* g(): any { const a: any = {}; a.x = yield 1; a.y ??= yield 2; return a; } const i = g(); i.next(); i.next({}); print(i.next({ v: 1 }).value);',
  'const p: any = new Proxy({}, { set: (o: any, k, v) => (print("set", String(k)), (o[k] = v), true), deleteProperty: (_, k) => (print("delete", String(k)), true) }); p.x = {}; delete p.x; print(Object.prototype.toString.call(p), new Proxy(class {}, {}).name);',
  'const { proxy, revoke } = Proxy.revocable<any>({}, {}); proxy.x = {}; revoke(); try { proxy.y = 1; } catch (e) { print((e as Error).name); }',
  'const a: any = {}; (a).x = {}; ((a)["y"]) = {}; (0, a).z = /* a.x = */ `${(a.w = "t")}`; print(a); for (a.i = 0; a.i < 2; a.i++) a[a.i] = { i: a.i }; print(a);',
  'const a: any = { "__proto__": { inherited: 1 }, x: {} }; a.__proto__ = { other: 2 }; print(a.inherited, a.other, Object.keys(a));',
  'label: for (const k in { x: 1 }) { const a: any = { [k]: {} }; a[k] = a; print(a.x === a); continue label; }',
];

describe('awkward code does the same', () => {
  test.each(awkward)('%s', async (top) => {
    const print = 'const print = (...all: unknown[]) => console.log(JSON.stringify(all));';
    const compiled = compiledSource(programWith({ top: `${print}\n${top}` }));
    const watched = watchAssignments(compiled.code, everything(compiled.code));
    expect(watched).toContain("from 'leak-lab:stores'");
    expect(watched.trimEnd().split('\n').length).toBe(compiled.code.split('\n').length + 1);
    await expectTheSame(compiled);
  });
});
