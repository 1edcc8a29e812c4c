/** structuredClone. */

const p = (...v: unknown[]) => console.log(v.map(String).join(' '));
const fails = (v: unknown) => {
  try {
    structuredClone(v);
    p('cloned');
  } catch (e) {
    p((e as Error).name, (e as DOMException).code, e instanceof DOMException);
  }
};
const a: any = {
  n: 1,
  s: 'x',
  d: new Date(5),
  r: /a/gi,
  m: new Map<any, any>([[{ k: 1 }, new Set([1])]]),
  u: undefined,
  b: 5n,
  z: -0,
  l: [1, , 3],
  nul: null,
};
a.self = a;
a.list = [a];
const c = structuredClone(a);
p(
  c !== a,
  c.self === c,
  c.list[0] === c,
  c.d.getTime(),
  c.d instanceof Date,
  String(c.r),
  c.m instanceof Map,
  [...c.m.keys()][0].k,
  [...[...c.m.values()][0]].join(),
  'u' in c,
  c.b,
  Object.is(c.z, -0),
  1 in c.l,
  c.l.length,
);
fails(() => {});
fails(Symbol('x'));
fails({ f() {} });
fails(new WeakMap());
fails(Promise.resolve());
fails(new WeakRef({}));
fails({ [Symbol('k')]: 1 });
class P {
  x = 1;
  get y() {
    return 2;
  }
  #z = 3;
}
const q: any = structuredClone(new P());
p(q instanceof P, q.x, q.y, Object.getPrototypeOf(q) === Object.prototype);
const e: any = structuredClone(new TypeError('bad', { cause: { why: [1] } }));
p(e instanceof TypeError, e.name, e.message, e.cause.why[0], typeof e.stack);
class Own extends Error {
  override name = 'Own';
  extra = 1;
}
const o: any = structuredClone(new Own('m'));
p(o instanceof Error, o instanceof Own, o.name, o.message, o.extra);
const buf = new Uint8Array([1, 2, 3, 4]).buffer;
const v = structuredClone({ a: new Uint8Array(buf, 1, 2), b: new DataView(buf), buf });
p(v.a.join(), v.a.buffer === v.buf, v.b.byteLength, v.a.byteOffset);
const t = structuredClone(buf, { transfer: [buf] });
p(t.byteLength, buf.byteLength);
try {
  structuredClone(buf);
} catch (x) {
  p((x as Error).name);
}
const n: any = structuredClone(Object(5));
p(typeof n, n + 1, typeof structuredClone(Object('s')), typeof structuredClone(Object(1n)));
p(
  structuredClone('x'),
  structuredClone(null),
  structuredClone(undefined),
  Object.keys(structuredClone([1, 2])).join(),
);
const g = {
  get lazy() {
    return 'ran';
  },
};
p(Object.getOwnPropertyDescriptor(structuredClone(g), 'lazy')!.value);
const shared = {};
const two = structuredClone([shared, shared]);
p(two[0] === two[1]);
p(Object.getPrototypeOf(structuredClone(Object.create({ inherited: 1 }))) === Object.prototype);
const arr: any = [1];
arr.extra = 'kept';
p((structuredClone(arr) as any).extra);
p(structuredClone(new Date(NaN)).getTime(), structuredClone(new Float64Array([1.5]))[0]);
