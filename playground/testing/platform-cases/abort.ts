/** AbortController and AbortSignal. */

const p = (...v: unknown[]) => console.log(v.map(String).join(' '));
const c = new AbortController();
const s = c.signal;
p(s.aborted, s.reason, s.onabort, String(s), String(c), s instanceof EventTarget);
s.addEventListener('abort', (e) => p('1', e.type, e.target === s, s.aborted, e.isTrusted));
s.onabort = function (this: AbortSignal) {
  p('on', this === s);
};
s.addEventListener('abort', () => p('3'));
s.onabort = () => p('on changed');
c.abort();
c.abort('again');
p(
  s.aborted,
  s.reason.name,
  s.reason.code,
  s.reason.message,
  s.reason instanceof DOMException,
  s.reason instanceof Error,
);
try {
  s.throwIfAborted();
} catch (e) {
  p('thrown', e === s.reason);
}
s.addEventListener('abort', () => p('too late'));
const r = AbortSignal.abort('why');
p(r.aborted, r.reason);
p(AbortSignal.abort().reason.name, AbortSignal.abort(null).reason);
try {
  new (AbortSignal as any)();
} catch (e) {
  p((e as Error).name, (e as any).code, (e as Error).message);
}
try {
  (AbortSignal as any).timeout('x');
} catch (e) {
  p((e as any).code, (e as Error).message);
}
try {
  (AbortSignal as any).timeout(-1);
} catch (e) {
  p((e as any).code, (e as Error).message);
}
try {
  (AbortSignal as any).any([5]);
} catch (e) {
  p((e as any).code, (e as Error).message);
}
const a = new AbortController(),
  b = new AbortController();
const any = AbortSignal.any([a.signal, b.signal]);
const any2 = AbortSignal.any([any, s.aborted ? new AbortController().signal : s]);
any.addEventListener('abort', () => p('any'));
any2.onabort = () => p('any2', any2.reason);
a.signal.onabort = () => p('source', any.aborted, any2.aborted);
b.abort('x');
a.abort('b');
p(any.reason, any2.reason, any.aborted);
p(AbortSignal.any([r]).reason, AbortSignal.any([]).aborted);
const t = AbortSignal.timeout(5);
t.addEventListener('abort', () => p('timed out', t.reason.name, t.reason.code, t.reason.message));
await new Promise((q) => setTimeout(q, 20));
const anyT = AbortSignal.any([AbortSignal.timeout(5)]);
await new Promise((q) => {
  anyT.onabort = q;
  setTimeout(q, 1000);
});
p('any timeout', anyT.aborted, anyT.reason?.name);
p(new DOMException('m', 'AbortError').code, new DOMException().name, new DOMException('x').message);
const d = new AbortController();
const dep = AbortSignal.any([d.signal]);
dep.addEventListener('abort', () => p('dep'));
d.signal.addEventListener('abort', () => p('src'));
d.abort();
const nul = new AbortController();
nul.signal.onabort = () => p('no');
nul.signal.onabort = null;
nul.abort(0);
p(nul.signal.reason);
const { signal } = new AbortController();
p(Object.prototype.toString.call(signal));
