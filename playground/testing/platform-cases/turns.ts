/** Ticks, immediates, the modules of timers, and chance. */

import process, { nextTick, hrtime } from 'node:process';
import {
  setTimeout as sleep,
  setInterval as every,
  setImmediate as turn,
  scheduler,
} from 'node:timers/promises';
import timers, { setTimeout as later } from 'node:timers';
const p = (...v: unknown[]) => console.log(v.map(String).join(' '));
setTimeout(() => p('timeout'), 400);
setImmediate((v) => p('immediate', v), 1);
process.nextTick((a, b) => p('tick', a, b), 1, 2);
queueMicrotask(() => p('micro'));
Promise.resolve()
  .then(() => p('then'))
  .then(() => p('then 2'));
nextTick(() => {
  p('tick 2');
  nextTick(() => p('tick 3'));
  Promise.resolve().then(() => p('after ticks'));
});
p('sync');
await sleep(800);
setTimeout(() => {
  p('a');
  process.nextTick(() => p('a tick'));
  Promise.resolve().then(() => p('a then'));
}, 1);
setTimeout(() => p('b'), 2);
await sleep(10);
const i = setImmediate(() => p('never'));
clearImmediate(i);
const t = setTimeout(() => p('never'), 1);
clearTimeout(t);
setImmediate(() => {
  p('i1');
  process.nextTick(() => p('i1 tick'));
  setImmediate(() => p('i3'));
});
setImmediate(() => p('i2'));
await turn();
await turn();
await turn();
p(await sleep(1, 'value'), await turn('x'));
const c = new AbortController();
setTimeout(() => c.abort('why'), 2);
try {
  await sleep(1000, null, { signal: c.signal });
} catch (e) {
  p((e as Error).name, (e as any).code, (e as Error).message, (e as Error).cause);
}
let n = 0;
for await (const v of every(2, 'v')) {
  p(v);
  if (++n === 2) break;
}
await scheduler.wait(1);
later((x) => p('later', x), 1, 'arg');
timers.setTimeout(() => p('timers'), 1);
await sleep(5);
const r = setTimeout(() => p('refreshed'), 300);
p(r.hasRef());
r.unref();
p(r.hasRef());
r.ref();
p(r.hasRef());
await sleep(200);
r.refresh();
await sleep(200);
p('not yet');
await sleep(300);
clearTimeout(r);
setInterval(() => {}, 5).unref();
p(typeof process.uptime(), hrtime().length, typeof hrtime.bigint(), typeof process.env);
try {
  (process as any).nextTick(5);
} catch (e) {
  p((e as any).code);
}
try {
  (globalThis as any).setImmediate();
} catch (e) {
  p((e as any).code);
}
const u = crypto.randomUUID();
p(
  /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(u),
  u !== crypto.randomUUID(),
  crypto.getRandomValues(new Uint8Array(4)).length,
);
p(atob(btoa('héé')), btoa('ab'));
