/** The module node:async_hooks. */

import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
const p = (...v: unknown[]) => console.log(v.map(String).join(' '));
const als = new AsyncLocalStorage<string>(),
  other = new AsyncLocalStorage<number>();
const s = () => als.getStore();
p(s());
p(
  als.run('r', () => s()),
  s(),
);
als.run('outer', () => {
  als.run('inner', () => p(s()));
  p(s());
  als.exit(() => p(s()));
  p(s());
});
const told: string[] = [];
const one = async (id: string, ms: number) => {
  const p = (...v: unknown[]) => told.push(v.map(String).join(' '));
  p(id, 'start', s());
  await sleep(ms);
  p(id, 'slept', s());
  const v = await Promise.resolve(5);
  p(id, v, s());
  try {
    await Promise.reject(new Error('x'));
  } catch {
    p(id, 'caught', s());
  } finally {
    p(id, 'finally', s());
  }
  await null;
  return s();
};
p(
  (
    await Promise.all([als.run('A', () => one('a', 60)), als.run('B', () => one('b', 30)), one('none', 1)])
  ).join(),
);
for (const id of ['a', 'b', 'none']) p(told.filter((line) => line.startsWith(`${id} `)).join('; '));
p('top', s());
als.run('t', () => {
  setTimeout(() => p('timeout', s()), 1);
  setImmediate(() => p('immediate', s()));
  queueMicrotask(() => p('micro', s()));
  process.nextTick(() => p('tick', s()));
  Promise.resolve()
    .then(() => p('then', s()))
    .catch(() => {})
    .finally(() => p('finally', s()));
  void Promise.reject(1).catch(() => p('catch', s()));
});
await sleep(5);
const pr = als.run('maker', () => sleep(2));
als.run('thenner', () => {
  void pr.then(() => p('then of', s()));
});
await pr;
p('after', s());
async function nested() {
  const deep = async () => {
    await 1;
    return als.run('deep', async () => {
      await 2;
      return s();
    });
  };
  const d = await deep();
  return `${d} ${s()}`;
}
p(await als.run('n', nested));
async function* gen() {
  for (let i = 0; i < 2; i++) {
    await sleep(1);
    yield i;
  }
}
await als.run('loop', async () => {
  for await (const x of gen()) {
    p('item', x, s());
    await sleep(1);
    p('in', s());
  }
  p('end', s());
});
await als.run('labels', async () => {
  outer: for (const a of [1, 2]) {
    for await (const b of [a, 3]) {
      if (b === 3) continue outer;
      p('lab', a, b, s());
    }
  }
  p(s());
});
const bus = new EventEmitter();
als.run('listener', () =>
  bus.on(
    'e',
    AsyncLocalStorage.bind(() => p('bound', s())),
  ),
);
bus.on('e', () => p('plain', s()));
als.run('emitter', () => bus.emit('e'));
const snap = als.run('snap', () => AsyncLocalStorage.snapshot());
als.run('now', () =>
  p(
    snap(() => s()),
    s(),
  ),
);
const res = als.run('res', () => new AsyncResource('R'));
p(
  res.runInAsyncScope((a: number) => `${s()} ${a}`, null, 1),
  res.bind(() => s())(),
);
als.run('a', () =>
  other.run(1, () => {
    p(s(), other.getStore());
    als.run('b', () => p(s(), other.getStore()));
  }),
);
const e = async () => {
  als.enterWith('entered');
  await 1;
  p(s());
  try {
    als.enterWith('again');
    await Promise.reject(1);
  } catch {
    p('rejected', s());
  }
  return s();
};
await als.run('e', async () => {
  p(await e(), s());
});
p(s());
class C {
  x = async () => {
    await 1;
    return s();
  };
  async m() {
    await 1;
    return s();
  }
  static async st() {
    await 1;
    return s();
  }
  async *g() {
    await 1;
    yield s();
  }
}
await als.run('cls', async () => {
  const c = new C();
  p(await c.x(), await c.m(), await C.st());
  for await (const v of c.g()) p(v);
});
const f = async (v: number) => (await Promise.resolve(v)) + (await Promise.resolve(1));
p(await als.run('f', async () => (await f(await f(1))) + ' ' + s()));
als.run('race', () => void Promise.race([sleep(1), sleep(2)]).then(() => p('race', s())));
als.run('allSettled', () => void Promise.allSettled([Promise.reject(1)]).then(() => p('settled', s())));
await sleep(5);
als.run('iv', () => {
  const i = setInterval(() => {
    p('interval', s());
    clearInterval(i);
  }, 1);
});
await sleep(5);
als.run('once', () => void once(bus, 'o').then(() => p('once', s())));
bus.emit('o');
await sleep(1);
try {
  als.run('thrower', () => {
    throw new Error('t');
  });
} catch {
  p('threw', s());
}
const d = new AsyncLocalStorage({ defaultValue: 'default', name: 'named' });
p(
  d.getStore(),
  d.run('x', () => d.getStore()),
  d.name,
);
