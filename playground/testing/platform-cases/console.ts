/** The rest of the console, and performance. */

console.table([
  { a: 1, b: 'x' },
  { a: 2, c: true },
]);
console.table([
  [1, 2],
  [3, 4],
]);
console.table([1, 'two']);
console.table(new Map([['k', 1]]));
console.table(new Set([1]));
console.table([{ a: 1, b: 2 }], ['b']);
console.table(5);
console.table({ r: { v: 1 } });
console.group('outer');
console.log('in');
console.group();
console.log('a\nb');
console.groupEnd();
console.groupEnd();
console.groupEnd();
console.log('out');
console.count();
console.count('x');
console.count();
console.countReset();
console.count();
console.dir({ a: [1, 2, { b: new Map([[1, 'x']]) }], s: "it's", f() {}, n: null, u: undefined });
console.dir([undefined, -0, 5n, Symbol('q'), new Set(['a']), /x/g, class A {}]);
class P {
  x = 1;
  #y = 2;
}
console.dir(new P());
const c: any = { self: null };
c.self = [1];
console.dir(c);
console.dir({ l1: { l2: { l3: { l4: 1 } } } });
console.dir(Object.create(null));
console.dir([]);
console.dir({});
performance.mark('a');
const m = performance.measure('m', 'a');
console.log(
  m.name,
  m.entryType,
  m.duration >= 0,
  performance.getEntriesByType('mark').length,
  performance.getEntriesByName('m').length,
);
performance.clearMarks();
console.log(String(performance.getEntries().length > 0));
try {
  performance.measure('q', 'nope');
} catch (e) {
  console.log((e as Error).name);
}
