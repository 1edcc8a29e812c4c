/** Programs that go wrong in every way we could think of, and the failure that each must get. For tests. */

import type { FailureKind } from '../record.ts';

export interface BadProgram {
  readonly name: string;
  readonly source: string;
  /** The failure's kind, or `none` where the program is odd but right. */
  readonly kind: FailureKind | 'none';
  /** Part of the failure's message. */
  readonly message?: RegExp;
  /** Text in the source on the failure's line. */
  readonly line?: string;
  readonly transaction?: number;
}

interface Parts {
  readonly top?: string;
  readonly fields?: string;
  readonly construct?: string;
  readonly add?: string;
  readonly parts?: string;
  readonly send?: string;
  readonly dispose?: string;
}

/** A small program that is right, with code of ours put into it. Types are left out: the machine does not rely on them. */
function program({ top, fields, construct, add, parts, send, dispose }: Parts): string {
  return `${top ?? ''}
const kept: any[] = [];
export class CnchServerResource {
  ${fields ?? ''}
  constructor(server: any, readonly id: any) { ${construct ?? ''} }
  addCreateQuery(table: any, query: any): any { ${add ?? ''} }
  addDataParts(table: any, rows: any): any { ${parts ?? ''} }
  sendResources(workers: any): any { ${send ?? ''} }
  [Symbol.dispose](): any { ${dispose ?? ''} }
}
`;
}

const loops: readonly BadProgram[] = [
  ['a loop without an end', { add: 'for (;;) {}' }, 'for (;;)'],
  ['a loop in a constructor', { construct: 'while (true) {}' }, 'while (true)'],
  ['a loop in a getter', { fields: 'get x(): number { for (;;) {} }', add: 'void this.x;' }, 'get x()'],
  ['a loop in toString', { add: 'String({ toString() { for (;;) {} } });' }, 'toString()'],
  ['a loop at the top level', { top: 'for (;;) {}' }, undefined],
  [
    'a loop in a promise chain',
    { top: 'const spin = (): void => void Promise.resolve().then(spin);', add: 'spin();' },
    undefined,
  ],
  ['a backtracking regular expression', { add: "/(a+)+$/.test('a'.repeat(60) + 'b');" }, undefined],
  [
    'a loop in an asynchronous method',
    { fields: 'async spin() { await null; for (;;) {} }', add: 'return this.spin();' },
    undefined,
  ],
  ['a loop in a gauge', { top: 'export const gauges = { sent() { for (;;) {} } };' }, undefined],
  ['a loop in a timer', { add: 'setTimeout(() => { for (;;) {} }, 1);' }, undefined],
  [
    'a loop that catches everything',
    { add: 'for (;;) { try { for (;;) {} } catch {} finally { continue; } }' },
    undefined,
  ],
].map(([name, parts, line]) => ({
  name: name as string,
  source: program(parts as Parts),
  kind: 'timeout' as const,
  message: /endless loop/,
  ...(line === undefined ? {} : { line: line as string }),
}));

const bombs: readonly BadProgram[] = [
  ['objects', { add: 'for (;;) kept.push({ a: 1, b: [1, 2, 3] });' }],
  ['strings', { add: "for (let n = 0; ; n++) kept.push('x'.repeat(10000) + n);" }],
  ['promises', { top: 'const spin = (): any => Promise.resolve().then(spin);', add: 'return spin();' }],
  ...[1, 7, 50].map((calls): [string, Parts] => [
    `promises, ${calls} calls in each`,
    {
      top: `const idle = (): void => {};
const spin = (): any => { for (let n = 0; n < ${calls}; n++) idle(); return Promise.resolve().then(spin); };`,
      add: 'return spin();',
    },
  ]),
  [
    'thenables',
    {
      top: 'const spin = (): any => ({ then: (resolve: any) => { kept.push([resolve]); resolve(spin()); } });',
      add: 'return spin();',
    },
  ],
  [
    'async functions',
    { top: 'const spin = async (): Promise<any> => { await null; return spin(); };', add: 'return spin();' },
  ],
  ['arrays', { add: 'for (;;) kept.push(new Array(10000).fill(0));' }],
  ['array buffers', { add: 'for (;;) kept.push(new ArrayBuffer(1 << 20));' }],
  ['a single array buffer', { add: 'kept.push(new ArrayBuffer(2 ** 31 - 1));' }],
  ['BigInts', { add: 'for (let n = 0n; ; n++) kept.push((1n << 20000n) + n);' }],
  ['swallowed errors', { add: 'for (;;) { try { kept.push(new ArrayBuffer(1 << 22)); } catch {} }' }],
  ['closures', { add: 'for (;;) { const big = [1, 2, 3]; kept.push(() => big); }' }],
].map(([name, parts]) => ({
  name: `a bomb of ${name as string}`,
  source: program(parts as Parts),
  kind: 'out-of-memory' as const,
  message: /out of memory/,
  transaction: 1,
}));

const limits: readonly BadProgram[] = [
  {
    name: 'a string that doubles',
    source: program({ add: "for (let s = 'x'; ; s += s) kept.push(s);" }),
    kind: 'runtime',
    message: /string too long/,
    transaction: 1,
  },
  {
    name: 'a BigInt that squares',
    source: program({ add: 'for (let n = 2n; ; n *= n) kept.push(n);' }),
    kind: 'runtime',
    message: /BigInt is too large/,
    transaction: 1,
  },
];

const hangs: readonly BadProgram[] = [
  {
    name: 'a native loop that never reaches the interrupt',
    source: program({ add: 'new Array(2 ** 32 - 1).reverse();' }),
    kind: 'unresponsive',
    message: /has not answered/,
  },
  {
    name: 'a huge BigInt as text',
    source: program({ add: 'for (;;) ((2n ** 1000000n) - 1n).toString();' }),
    kind: 'unresponsive',
    message: /has not answered/,
  },
];

const recursions: readonly BadProgram[] = [1, 2].map((time) => ({
  name: `deep recursion, time ${time}`,
  source: program({ top: 'function down(n: number): number { return down(n + 1) + 1; }', add: 'down(0);' }),
  kind: 'runtime' as const,
  message: /call stack/,
  line: 'function down',
  transaction: 1,
}));

const steps = ['construct', 'add', 'parts', 'send', 'dispose'] as const;

const throwing: readonly BadProgram[] = [
  ...steps.map((step) => ({
    name: `throwing at ${step}`,
    source: program({ [step]: "throw new Error('broken on purpose');" }),
    kind: 'runtime' as const,
    message: /Error: broken on purpose/,
    line: 'broken on purpose',
    transaction: 1,
  })),
  ...steps.slice(1).map((step) => ({
    name: `a rejected promise from ${step}`,
    source: program({ [step]: "return Promise.reject(new Error('broken later'));" }),
    kind: 'runtime' as const,
    message: /Error: broken later/,
    transaction: 1,
  })),
  ...[
    "'a string'",
    'null',
    'undefined',
    '42',
    '7n',
    '{}',
    'Symbol("s")',
    'new Proxy({}, { get() { throw 1; } })',
  ].map((value) => ({
    name: `throwing ${value}`,
    source: program({ add: `throw ${value};` }),
    kind: 'runtime' as const,
    message: /which is not an Error|an error that cannot be shown/,
  })),
  {
    name: 'an error whose message throws',
    source: program({
      add: "const e = new Error(); Object.defineProperty(e, 'message', { get() { throw e; } }); throw e;",
    }),
    kind: 'runtime',
    message: /cannot be shown/,
  },
  {
    name: 'a rejection that nobody awaits',
    source: program({ add: "void Promise.reject(new Error('unheard'));" }),
    kind: 'runtime',
    message: /unheard \(in a promise that nothing awaits\)/,
  },
  {
    name: 'throwing in a timer',
    source: program({ add: "setTimeout(() => { throw new Error('late'); }, 1);" }),
    kind: 'runtime',
    message: /Error: late \(in a timer\)/,
  },
  {
    name: 'throwing in a gauge',
    source: program({ top: "export const gauges = { sent() { throw new Error('unread'); } };" }),
    kind: 'runtime',
    message: /Error: unread \(in the gauge sent\)/,
    line: 'unread',
  },
  {
    name: 'a gauge that is no function',
    source: program({ top: 'export const gauges: any = { sent: 5 };' }),
    kind: 'runtime',
    message: /not a function \(in the gauge sent\)/,
  },
  {
    name: 'throwing in a watch',
    source: program({ top: "export class Watch { read() { throw new Error('unheeded'); } }" }),
    kind: 'runtime',
    message: /Error: unheeded \(in Watch\.read\)/,
    line: 'unheeded',
  },
  {
    name: 'throwing where a watch is made',
    source: program({ top: "export class Watch { constructor() { throw new Error('unmade'); } }" }),
    kind: 'runtime',
    message: /Error: unmade \(in new Watch\)/,
    line: 'unmade',
  },
  {
    name: 'a watch that is no class',
    source: program({ top: 'export const Watch: any = 5;' }),
    kind: 'runtime',
    message: /not a constructor|not a function/,
  },
  {
    name: 'calling what is not there',
    source: program({ send: 'workers.nothing();' }),
    kind: 'runtime',
    message: /not a function/,
    line: 'workers.nothing',
  },
];

const nonsense: readonly BadProgram[] = [
  {
    name: 'a missing export',
    source: 'export const x = 1;',
    kind: 'contract',
    message: /exports no class CnchServerResource/,
  },
  { name: 'an empty file', source: '', kind: 'contract', message: /exports no class CnchServerResource/ },
  {
    name: 'an export that is no class',
    source: 'export const CnchServerResource: any = 42;',
    kind: 'contract',
    message: /no class/,
  },
  {
    name: 'a missing method',
    source: 'export class CnchServerResource { addCreateQuery() {} }',
    kind: 'contract',
    message: /no method addDataParts/,
    transaction: 1,
  },
  {
    name: 'an arrow function for a class',
    source: 'export const CnchServerResource: any = () => ({});',
    kind: 'runtime',
    message: /not a constructor/,
  },
  {
    name: 'a constructor that returns another object',
    source: program({ construct: 'return {} as any;' }),
    kind: 'contract',
    message: /no method addCreateQuery/,
  },
  {
    name: 'a constructor that returns a right one',
    source: program({ construct: 'return new Proxy(this, {});' }),
    kind: 'none',
  },
  {
    name: 'methods that return values',
    source: program({ add: 'return 42;', send: 'return { a: 1 };' }),
    kind: 'none',
  },
  {
    name: 'a promise that never resolves',
    source: program({ send: 'return new Promise(() => {});' }),
    kind: 'timeout',
    message: /sendResources\(\) never finished/,
    transaction: 1,
  },
  {
    name: 'a thenable that never answers',
    source: program({ add: 'return { then() {} };' }),
    kind: 'timeout',
    message: /never finished/,
  },
  {
    name: 'a thenable that throws',
    source: program({ add: "return { then() { throw new Error('thenable'); } };" }),
    kind: 'runtime',
    message: /thenable/,
  },
  {
    name: 'a top-level await that never ends',
    source: `await new Promise(() => {});\n${program({})}`,
    kind: 'timeout',
    message: /top level never finished/,
  },
  {
    name: 'a top-level await on a timer',
    source: `await new Promise<void>((done) => setTimeout(done, 500));\n${program({})}`,
    kind: 'none',
  },
  {
    name: 'slow methods',
    source: program({ send: 'return new Promise<void>((done) => setTimeout(done, 200));' }),
    kind: 'none',
  },
  {
    name: 'types cast away',
    source: program({ add: '(table as unknown as { go(): void }).go();' }),
    kind: 'runtime',
    message: /not a function/,
  },
  {
    name: 'importing what is not there',
    source: "import fs from 'fs';\nexport const x = fs;",
    kind: 'compile',
    message: /fs/,
    line: "'fs'",
  },
  {
    name: 'importing at run time',
    source: program({ add: "return import('fs');" }),
    kind: 'compile',
    message: /import/,
  },
  {
    name: 'importing the census',
    source: "import { track } from 'leak-lab:census';\nexport const x = track;",
    kind: 'compile',
    message: /leak-lab:census/,
  },
  { name: 'a syntax error', source: 'export class {', kind: 'compile', message: /expected/ },
  { name: 'not a program at all', source: '\u0000\u0001 %PDF-1.7 \uD800', kind: 'compile' },
  {
    name: '1 MB of source',
    source: `${program({})}${'// padding padding padding padding\n'.repeat(30_000)}`,
    kind: 'compile',
    message: /long|large|characters|kB/,
  },
];

const tampering: readonly BadProgram[] = [
  {
    name: 'replacing a built-in',
    source: program({ top: '(Array.prototype as any).push = () => 0;' }),
    kind: 'runtime',
    message: /read.only/,
  },
  {
    name: 'replacing Map',
    source: program({ top: '(globalThis as any).Map = class {};' }),
    kind: 'runtime',
    message: /read.only/,
  },
  {
    name: 'replacing Object.prototype',
    source: program({ top: 'Object.setPrototypeOf(Object.prototype, {});' }),
    kind: 'runtime',
    message: /./,
  },
  {
    name: 'defining on Promise',
    source: program({ top: "Object.defineProperty(Promise.prototype, 'then', { value: null });" }),
    kind: 'runtime',
    message: /./,
  },
  {
    name: 'reaching for the host',
    source: program({
      add: 'for (const name of ["require", "fetch", "self", "window", "postMessage", "leakLabEmit", "Worker", "WebAssembly"]) if (name in globalThis) throw new Error(name);',
    }),
    kind: 'none',
  },
  {
    name: 'eval',
    source: program({ add: "(0, eval)('1');" }),
    kind: 'runtime',
    message: /not available here/,
  },
  {
    name: 'new Function',
    source: program({ add: "new Function('return 1')();" }),
    kind: 'runtime',
    message: /not available here/,
  },
  {
    name: 'the constructor of a function',
    source: program({ add: "((() => 0) as any).constructor('return 1')();" }),
    kind: 'runtime',
    message: /not available here/,
  },
  {
    name: 'errors with names of their own',
    source: program({
      top: "class Mine extends Error { constructor() { super('m'); this.name = 'Mine'; } }",
      add: "try { throw new Mine(); } catch (e) { if ((e as Error).name !== 'Mine') throw e; }",
    }),
    kind: 'none',
  },
  {
    name: 'assigning toString',
    source: program({
      add: 'const o: any = {}; o.toString = () => "x"; if (`${o}` !== "x") throw new Error("lost");',
    }),
    kind: 'none',
  },
];

const names: readonly BadProgram[] = [
  {
    name: 'classes named constructor and __proto__',
    source: program({
      top: "const odd = { ['__proto__']: class {}, constructor: class constructor {} }; class __proto__ {}",
      add: 'kept.push(new __proto__(), new odd.constructor());',
    }),
    kind: 'none',
  },
  {
    name: 'lone surrogates and null bytes in names',
    source: program({
      top: "const o: any = { ['a\\u0000b']: class {}, ['\\uD800']: class {} };",
      add: "kept.push(new o['a\\u0000b'](), new o['\\uD800']()); console.log('\\uD800\\u0000');",
    }),
    kind: 'none',
  },
  {
    name: 'lone surrogates in a thrown message',
    source: program({ add: "throw new Error('\\uD800\\u0000 odd');" }),
    kind: 'runtime',
    message: /odd/,
  },
  {
    name: '100,000 console lines',
    source: program({ add: "for (let n = 0; n < 1000; n++) console.log('line', n, { n });" }),
    kind: 'none',
  },
  {
    name: 'a console line of 10 MB',
    source: program({ top: "const long = 'x'.repeat(1e6);", add: 'console.log(long, long);' }),
    kind: 'none',
  },
];

export const badPrograms: readonly BadProgram[] = [
  ...loops,
  ...bombs,
  ...limits,
  ...recursions,
  ...throwing,
  ...nonsense,
  ...tampering,
  ...names,
  ...hangs,
];
