/** TextEncoder and TextDecoder. */

const p = (...v: unknown[]) => console.log(v.map(String).join(' '));
const e = new TextEncoder(),
  d = new TextDecoder();
for (const s of ['', 'abc', 'é', '€', '😀', '\ud800', 'a\udc00b', 'ÿĀ߿ࠀ￿𐀀', '\u{10ffff}']) {
  const b = e.encode(s);
  p(b.join(), d.decode(b) === s.toWellFormed(), b.length);
}
for (const b of [
  [0xff],
  [0xc0, 0x80],
  [0xe2, 0x82],
  [0xf0, 0x9f, 0x98],
  [0xed, 0xa0, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0x41, 0xc3, 0x41],
  [0xef, 0xbb, 0xbf, 0x41],
  [0xc3],
  [0x80, 0x80],
]) {
  p([...d.decode(new Uint8Array(b))].map((c) => c.codePointAt(0)!.toString(16)).join());
  try {
    p(new TextDecoder('utf8', { fatal: true, ignoreBOM: true }).decode(new Uint8Array(b)).length);
  } catch (x) {
    p((x as Error).name, (x as any).code);
  }
}
const s = new TextDecoder();
p(
  s.decode(new Uint8Array([0xe2, 0x82]), { stream: true }) +
    '|' +
    s.decode(new Uint8Array([0xac]), { stream: true }) +
    '|' +
    s.decode(),
);
const into = new Uint8Array(4);
const r = e.encodeInto('a€b', into);
p(r.read, r.written, into.join());
const r2 = e.encodeInto('€€', into);
p(r2.read, r2.written);
try {
  new TextDecoder('utf-99');
} catch (x) {
  p((x as Error).name, (x as any).code, (x as Error).message);
}
p(d.encoding, d.fatal, d.ignoreBOM, e.encoding, String(e), String(d));
p(
  d.decode(new Uint8Array([65, 66]).buffer),
  d.decode(new DataView(new Uint8Array([65, 66]).buffer, 1)),
  e.encode().length,
);
try {
  (d as any).decode(5);
} catch (x) {
  p((x as any).code);
}
