/** URL and URLSearchParams. */

const p = (...v: unknown[]) => console.log(v.map(String).join(' '));
const urls: [string, string?][] = [
  ['http://a.b/c'],
  ['HTTP://User:Pa%20ss@EXAMPLE.com:80/a/../b/./c?q=1#f'],
  ['https://x:443/'],
  ['https://x:8443'],
  ['http:a', 'http://h/b/c'],
  ['../x', 'http://h/a/b/c'],
  ['?q', 'http://h/a?z#y'],
  ['#f', 'http://h/a?z#y'],
  ['//other/p', 'https://h/a'],
  ['/abs', 'http://h/a/b'],
  ['', 'http://h/a?b#c'],
  ['mailto:a@b.c'],
  ['data:text/plain,hi there '],
  ['file:///C:/x/../y'],
  ['file:/a'],
  ['file://localhost/a'],
  ['http://[::1]:3000/'],
  ['http://[1:0:0:2:0:0:0:3]'],
  ['http://[::ffff:1.2.3.4]/'],
  ['http://127.1/'],
  ['http://0x7f.0.0.1'],
  ['http://256.1.1.1'],
  ['http://a b/'],
  ['http://'],
  ['nope'],
  ['http://h:99999'],
  ['http://h:x'],
  ['  http://trim/  '],
  ['http://h\\a\\b'],
  ['http://h/ü?é#ñ'],
  ['http://h/a b?c d#e f'],
  ['foo://Host/p/../q'],
  ['foo:bar/baz?x#y'],
  ['http://h/%7Ea/%2e%2E/b'],
  ['ws://x/'],
  ['javascript:alert(1)'],
  ['http://u@h'],
  ["http://h/?a='b'"],
  ['a', 'mailto:x'],
  ['#z', 'mailto:x'],
  ['http://ex%41mple.com'],
  ['blob:https://a.b/id'],
  ['http://h/a\tb\nc'],
  ['http:///x'],
  ['foo:///a'],
  ['http://1.2.3'],
  ['http://a..b/'],
  ['https://x?'],
  ['https://x#'],
];
for (const [u, b] of urls) {
  try {
    const x = new URL(u, b);
    p(
      x.href,
      '|',
      x.origin,
      x.protocol,
      x.username,
      x.password,
      x.host,
      x.hostname,
      x.port,
      x.pathname,
      x.search,
      x.hash,
    );
  } catch (e) {
    p(u, (e as Error).name, (e as any).code, (e as Error).message, (e as any).input);
  }
}
const u = new URL('https://h/p?a=1&b=2&a=3');
const s = u.searchParams;
p(s.get('a'), s.getAll('a').join(), s.has('b', '2'), s.size, s.get('none'));
s.append('c d', 'é&=');
p(u.href);
s.delete('a', '1');
s.set('b', 'x');
s.set('n', 'y');
s.sort();
p(u.search, String(s));
u.search = '?z=%20+';
p(s.get('z') === '  ', [...s].join('|'));
u.pathname = 'a b/?#';
u.hash = 'h h';
u.port = '444';
u.hostname = 'new.host';
u.protocol = 'http';
u.username = 'me@';
u.password = 'p:';
p(u.href);
u.host = 'z:1';
u.port = '';
u.hash = '';
u.search = '';
p(u, JSON.stringify({ u }));
u.protocol = 'foo';
p(u.protocol);
u.href = 'http://again/?k=v';
p(s.get('k'));
try {
  u.href = 'x';
} catch (e) {
  p((e as any).code);
}
p(
  URL.canParse('x'),
  URL.canParse('x', 'http://h'),
  URL.parse('bad'),
  URL.parse('http://ok')?.href,
  String(new URLSearchParams({ a: '1', b: 'x y' })),
  new URLSearchParams([['a', 'b']]).get('a'),
  new URLSearchParams('?q=%E2%82%AC&w').get('q'),
  [...new URLSearchParams('a=1&b').keys()].join(),
  Object.prototype.toString.call(s),
  new URLSearchParams(new URLSearchParams('m=n')).get('m'),
);
const seen: string[] = [];
new URLSearchParams('a=1&b=2').forEach((v, k) => seen.push(k + v));
p(seen.join());
try {
  new URLSearchParams([['a']] as any);
} catch (e) {
  p((e as any).code);
}
