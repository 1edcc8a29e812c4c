/** The module node:events. */

import EventEmitter, {
  once,
  on,
  errorMonitor,
  listenerCount,
  getEventListeners,
  setMaxListeners,
} from 'node:events';
import * as all from 'node:events';
const p = (...v: unknown[]) => console.log(v.map(String).join(' '));
const e = new EventEmitter();
p(Object.keys(e).join(), e.emit('none'));
e.on('newListener', (n, f) => p('new', n, typeof f));
e.on('removeListener', (n) => p('removed', n));
function a(this: unknown, ...v: unknown[]) {
  p('a', v.join(), this === e);
}
e.on('x', a);
e.once('x', (v) => p('once', v));
e.prependListener('x', () => p('first'));
e.prependOnceListener('x', () => p('zeroth'));
p(
  e.listenerCount('x'),
  e.listenerCount('x', a),
  listenerCount(e, 'x'),
  e.rawListeners('x').length,
  e
    .listeners('x')
    .map((f) => f.name)
    .join('|'),
);
p(e.emit('x', 1, 2));
p(e.emit('x', 3));
e.off('x', a);
p(e.eventNames().map(String).join());
try {
  e.emit('error', new Error('boom'));
} catch (x) {
  p((x as Error).message);
}
try {
  e.emit('error', 'text');
} catch (x) {
  p((x as Error).message, (x as any).code, (x as any).context);
}
try {
  e.emit('error', { q: 1 });
} catch (x) {
  p((x as any).code);
}
e.on(errorMonitor, (x) => p('monitor', x.message));
try {
  e.emit('error', new Error('m'));
} catch (x) {
  p('thrown', (x as Error).message);
}
e.on('error', (x) => p('handled', x.message));
p(e.emit('error', new Error('h')));
try {
  (e as any).on('x', 5);
} catch (x) {
  p((x as Error).name, (x as any).code, (x as Error).message);
}
try {
  (e as any).on('x');
} catch (x) {
  p((x as Error).message);
}
try {
  (e as any).on('x', {});
} catch (x) {
  p((x as Error).message);
}
try {
  e.setMaxListeners(-1);
} catch (x) {
  p((x as Error).name, (x as any).code, (x as Error).message);
}
try {
  (e as any).setMaxListeners('a');
} catch (x) {
  p((x as any).code, (x as Error).message);
}
p(e.getMaxListeners(), EventEmitter.defaultMaxListeners, all.defaultMaxListeners ?? 'none');
e.removeAllListeners('error');
e.removeAllListeners();
p(e.eventNames().length);
class Bus extends EventEmitter {
  name = 'bus';
  constructor() {
    super();
    this.on('q', this.q);
  }
  q() {
    p('q', this.name);
  }
}
const bus = new Bus();
bus.emit('q');
p(bus instanceof EventEmitter, bus.constructor.name);
bus.emit = function (this: Bus, ...v: any[]) {
  p('patched', v[0]);
  return (EventEmitter.prototype.emit as any).apply(this, v);
} as any;
bus.emit('q');
const s: any = {};
Object.assign(s, EventEmitter.prototype);
s.on('y', () => p('mixed in'));
s.emit('y');
function Old(this: any) {
  (EventEmitter as any).call(this);
}
Object.setPrototypeOf(Old.prototype, EventEmitter.prototype);
const old = new (Old as any)();
old.on('z', () => p('old'));
old.emit('z');
const r = new EventEmitter();
r.on('k', () => {
  r.off('k', second);
  p('k1');
});
const second = () => p('k2');
r.on('k', second);
r.emit('k');
r.emit('k');
const cap = new EventEmitter({ captureRejections: true });
cap.on('error', (x) => p('captured', x.message));
cap.on('w', async () => {
  throw new Error('rejected');
});
cap.emit('w');
const t = new EventTarget();
t.addEventListener('e', function f() {});
p(getEventListeners(t, 'e').length, getEventListeners(bus, 'q').length);
setTimeout(() => {
  bus.emit('later', 1, 2);
}, 5);
p('awaited', (await once(bus, 'later')).join());
setTimeout(() => t.dispatchEvent(new Event('tick')), 5);
p('awaited', ((await once(t, 'tick'))[0] as Event).type);
setTimeout(() => bus.emit('error', new Error('late')), 5);
try {
  await once(bus, 'never');
} catch (x) {
  p('once rejected', (x as Error).message);
}
const c = new AbortController();
setTimeout(() => c.abort(new Error('why')), 5);
try {
  await once(bus, 'never', { signal: c.signal });
} catch (x) {
  p((x as Error).name, (x as any).code, (x as Error).message, ((x as Error).cause as Error).message);
}
p(bus.listenerCount('never'), bus.listenerCount('error'));
let n = 0;
const iv = setInterval(() => bus.emit('i', ++n), 2);
for await (const [v] of on(bus, 'i')) {
  p('i', v);
  if (v === 3) break;
}
clearInterval(iv);
p(bus.listenerCount('i'));
const many = new EventEmitter();
for (let i = 0; i < 12; i++) many.on('m', () => {});
p(many.listenerCount('m'));
setMaxListeners(20, many, t);
p(many.getMaxListeners(), all.getMaxListeners(t), all.getMaxListeners(c.signal));
EventEmitter.defaultMaxListeners = 3;
p(new EventEmitter().getMaxListeners());
using gone = all.addAbortListener(c.signal, () => p('aborted already'));
void gone;
await new Promise((q) => setTimeout(q, 1));
const k = new EventEmitter();
k.once('w', () => p('w'));
k.emit('w');
p(k.emit('w'), (k as any)._eventsCount);
