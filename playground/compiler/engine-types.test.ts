/** The editor offers what the engine has, no more and no less: both are enumerated and compared. */

import ts from 'typescript-program';
import { beforeAll, describe, expect, test } from 'vitest';
import { programWith, runSource } from '../testing/run-for-tests.ts';
import { platformGlobals } from './platform-modules.ts';
import { createCompiler } from '../node/compiler.ts';

/** Members of one global: `+name` of the value itself, `#name` of what it constructs. */
type Members = ReadonlyMap<string, ReadonlySet<string>>;

/** A program that prints every global with its members, one a line. */
const enumerate = `
void [${Object.keys(platformGlobals).join(', ')}];
void ((timer) => timer.unref);
void [console, performance];
const show = (key) => typeof key === 'symbol' ? '@@' + key.description.replace('Symbol.', '') : key;
const keysOf = (value, mark) => {
  const keys = [];
  for (let at = value; at !== null && (at === value || (at !== Object.prototype && at !== Function.prototype)); at = Object.getPrototypeOf(at))
    keys.push(...Reflect.ownKeys(at).map((key) => mark + show(key)));
  return keys;
};
for (const name of Object.getOwnPropertyNames(globalThis)) {
  const value = globalThis[name];
  const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
  const keys = isObject && value !== globalThis ? keysOf(value, '+') : [];
  if (typeof value === 'function' && value.prototype) keys.push(...keysOf(value.prototype, '#'));
  for (let at = 0; at === 0 || at < keys.length; at += 40) console.log(name, ...[keys.slice(at, at + 40).join(' ')]);
}
`;

let engine: Members;
let types: Members;

beforeAll(async () => {
  const run = await runSource(programWith({ top: enumerate }), { transactions: 1 });
  const found = new Map<string, Set<string>>();
  for (const { text } of run.console) {
    const [name = '', ...keys] = text.split(' ');
    const known = found.get(name) ?? new Set();
    for (const key of keys) if (key !== '') known.add(key);
    found.set(name, known);
  }
  engine = found;
  types = declared();
});

/** What the checker finds in the global scope of an empty program. */
function declared(): Members {
  const compiler = createCompiler();
  compiler.compile('export {};');
  const program = compiler.program();
  const file = program?.getSourceFile('/program.ts');
  if (program === undefined || file === undefined) throw new Error('Nothing was compiled.');
  const checker = program.getTypeChecker();
  const names = (type: ts.Type, mark: string): string[] =>
    type
      .getProperties()
      .map(({ escapedName }) => mark + String(escapedName).replace(/^__@(\w+)@\d+$/, '@@$1'));
  const globals = checker.getSymbolsInScope(file, ts.SymbolFlags.Value);
  return new Map(
    globals.map((symbol) => {
      const type = checker.getTypeOfSymbol(symbol);
      const prototype = type.getProperty('prototype');
      const made = prototype === undefined ? [] : names(checker.getTypeOfSymbol(prototype), '#');
      return [symbol.name, new Set([...names(type, '+'), ...made])];
    }),
  );
}

/** Every function and object has these, by way of Function and Object, which have lines of their own. */
const everywhere = /^(?:\+length|\+name|#constructor|[+#](?:toString|toLocaleString|valueOf))$/;

/** What the types leave out though the engine has it, and why. */
const untyped: Readonly<Record<string, string>> = {
  '* +prepareStackTrace': 'it is the engine’s own, and refused here',
  'Object #__proto__': 'TypeScript leaves the language’s Annex B out',
  'Object #__defineGetter__': 'Annex B',
  'Object #__defineSetter__': 'Annex B',
  'Object #__lookupGetter__': 'Annex B',
  'Object #__lookupSetter__': 'Annex B',
  'Date #getYear': 'Annex B',
  'Date #setYear': 'Annex B',
  'Date #toGMTString': 'Annex B',
  'Function #fileName': 'it is the engine’s own, and nobody’s to rely on',
  'Function #lineNumber': 'as fileName',
  'Function #columnNumber': 'as fileName',
  'AggregateError +isError': 'TypeScript says of Error alone what its heirs inherit',
  'AggregateError +captureStackTrace': 'as isError',
  'AggregateError +stackTraceLimit': 'as isError',
  'SuppressedError +isError': 'as isError',
  'SuppressedError +captureStackTrace': 'as isError',
  'SuppressedError +stackTraceLimit': 'as isError',
  'Reflect +@@toStringTag': 'Reflect is a namespace to TypeScript',
  'Number #hasRef': 'only what setTimeout returns is said to have a timer’s methods',
  'Number #ref': 'as hasRef',
  'Number #refresh': 'as hasRef',
  'Number #unref': 'as hasRef',
  '* +@@species': 'TypeScript leaves it out of typed arrays',
};

/** What the types have though no enumeration shows it, and why. */
const unseen: Readonly<Record<string, string>> = {
  '* #cause': 'an error has it where it was given',
  'AggregateError #errors': 'each instance has its own',
  'SuppressedError #error': 'each instance has its own',
  'SuppressedError #suppressed': 'each instance has its own',
  'RegExp #lastIndex': 'each instance has its own',
  'Function #prototype': 'each instance has its own',
  'Iterator #next': 'the protocol has it; those who extend Iterator write it',
  'Iterator #return': 'as next',
  'Iterator #throw': 'as next',
};

describe('what the types say and what the engine has', () => {
  const differences = (a: Members, b: Members, excused: Readonly<Record<string, string>>): string[] =>
    [...a].flatMap(([name, keys]) => {
      const others = b.get(name);
      if (others === undefined) return name.startsWith('"') ? [] : [name];
      return [...keys]
        .filter((key) => !others.has(key) && !everywhere.test(key))
        .filter((key) => excused[`${name} ${key}`] === undefined && excused[`* ${key}`] === undefined)
        .map((key) => `${name} ${key}`);
    });
  const plain = (members: Members): Members =>
    new Map([...members].filter(([name]) => !['globalThis', 'NaN', 'Infinity'].includes(name)));

  test('nothing that a program could use is red in the editor', () => {
    expect(differences(plain(engine), plain(types), untyped)).toEqual([]);
  });

  test('nothing that the editor offers is missing from the engine', () => {
    expect(differences(plain(types), plain(engine), unseen)).toEqual([]);
  });

  test('no exception is kept that is no longer needed', () => {
    const needed = [...differences(engine, types, {}), ...differences(types, engine, {})];
    const isNeeded = (exception: string): boolean =>
      exception.startsWith('* ')
        ? needed.some((each) => each.endsWith(exception.slice(1)))
        : needed.includes(exception);
    const kept = [...Object.keys(untyped), ...Object.keys(unseen)];
    expect(kept.filter((exception) => !isNeeded(exception))).toEqual([]);
  });
});
