/** EventTarget, Event and CustomEvent. */

const p = (...v: unknown[]) => console.log(v.map(String).join(' '));
const t = new EventTarget();
const f = (e: Event) =>
  p('f', e.type, e.eventPhase, e.currentTarget === t, e.target === t, e.composedPath().length, e.isTrusted);
t.addEventListener('a', f);
t.addEventListener('a', f);
t.addEventListener('a', f, { once: true });
p(t.dispatchEvent(new Event('a')));
const e = new Event('a', { cancelable: true });
t.addEventListener('a', (x) => {
  x.preventDefault();
});
p(t.dispatchEvent(e), e.defaultPrevented, e.eventPhase, e.currentTarget, e.target === t, e.returnValue);
t.removeEventListener('a', f);
p(t.dispatchEvent(new Event('a')));
t.addEventListener('pas', (x) => x.preventDefault(), { passive: true });
p(t.dispatchEvent(new Event('pas', { cancelable: true })));
t.addEventListener('once', () => p('o'), { once: true });
t.dispatchEvent(new Event('once'));
t.dispatchEvent(new Event('once'));
const h = {
  n: 1,
  handleEvent(x: Event) {
    p('h', this.n, x.type);
  },
};
t.addEventListener('h', h);
t.dispatchEvent(new Event('h'));
h.handleEvent = () => p('changed');
t.dispatchEvent(new Event('h'));
t.addEventListener('st', (x) => {
  x.stopImmediatePropagation();
  p('s1');
});
t.addEventListener('st', () => p('s2'));
t.dispatchEvent(new Event('st'));
t.addEventListener(
  'add',
  () => {
    p('add1');
    t.addEventListener('add', () => p('added'));
  },
  { once: true },
);
t.dispatchEvent(new Event('add'));
t.dispatchEvent(new Event('add'));
const late = () => p('late');
t.addEventListener('rm', () => t.removeEventListener('rm', late));
t.addEventListener('rm', late);
t.dispatchEvent(new Event('rm'));
const c = new AbortController();
t.addEventListener('sig', () => p('sig'), { signal: c.signal });
t.dispatchEvent(new Event('sig'));
c.abort();
t.dispatchEvent(new Event('sig'));
t.addEventListener('sig', () => p('never'), { signal: c.signal });
t.dispatchEvent(new Event('sig'));
try {
  (t as any).dispatchEvent({});
} catch (x) {
  p((x as Error).name, (x as any).code, (x as Error).message);
}
try {
  (t as any).addEventListener('x', 5);
} catch (x) {
  p((x as Error).name, (x as any).code);
}
try {
  new (Event as any)();
} catch (x) {
  p((x as Error).name, (x as any).code, (x as Error).message);
}
try {
  new (Event as any)('x', 5);
} catch (x) {
  p((x as any).code);
}
t.addEventListener('re', (x) => {
  try {
    t.dispatchEvent(x);
  } catch (y) {
    p((y as any).code, (y as Error).message);
  }
});
t.dispatchEvent(new Event('re'));
const ce = new CustomEvent('c', { detail: { a: 1 }, bubbles: true });
p(ce.detail.a, ce.bubbles, ce.cancelable, new CustomEvent('d').detail, String(ce), ce instanceof Event);
p(Event.NONE, Event.AT_TARGET, new Event('x').cancelBubble);
class Sub extends EventTarget {
  go() {
    return this.dispatchEvent(new Event('go'));
  }
}
const s = new Sub();
s.addEventListener('go', function (this: unknown) {
  p(this === s);
});
s.go();
p(String(s), String(t));
const q = new Event('iv');
q.initEvent('renamed', true, true);
p(q.type, q.bubbles);
(q as any).cancelBubble = true;
p(q.cancelBubble);
t.dispatchEvent(ce);
p(ce.target === t, ce.eventPhase);
class MyEvent extends Event {
  extra: number;
  constructor(extra: number) {
    super('mine');
    this.extra = extra;
  }
}
t.addEventListener('mine', (x) => p((x as MyEvent).extra));
t.dispatchEvent(new MyEvent(7));
