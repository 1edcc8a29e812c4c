/**
 * Where QuickJS keeps what, in the memory of a machine: quickjs-wasi 3.6.2, which is QuickJS-ng 0.17.0 for wasm32 with NaN-boxed
 * values. Offsets are in bytes. `holders.test.ts` reads known objects of every kind, and fails when another build moves anything.
 */

/** Kinds of block that the collector knows (`JSGCObjectTypeEnum`), in the low 7 bits of the byte 5 before each block. */
export const blockKind = { object: 0, code: 1, shape: 2, variable: 3, asyncFrame: 4, realm: 5 } as const;

/** Tags of values that are references, in the high word of a value. */
export const tag = {
  bigInt: -9,
  symbol: -8,
  string: -7,
  rope: -6,
  module: -3,
  code: -2,
  object: -1,
  undefined: 3,
} as const;

/** Class ids, as in QuickJS's list of classes. Not class names: several classes are called Function. */
export const classId = {
  object: 1,
  array: 2,
  error: 3,
  number: 4,
  arguments: 8,
  mappedArguments: 9,
  date: 10,
  moduleNamespace: 11,
  nativeFunction: 12,
  function: 13,
  boundFunction: 14,
  nativeFunctionWithData: 15,
  nativeClosure: 16,
  generatorFunction: 17,
  forInIterator: 18,
  regExp: 19,
  arrayBuffer: 20,
  sharedArrayBuffer: 21,
  firstTypedArray: 22,
  dataView: 34,
  bigInt: 35,
  map: 36,
  set: 37,
  weakMap: 38,
  weakSet: 39,
  iteratorConcat: 41,
  iteratorHelper: 42,
  iteratorWrap: 43,
  mapIterator: 44,
  setIterator: 45,
  arrayIterator: 46,
  stringIterator: 47,
  regExpStringIterator: 48,
  generator: 49,
  disposableStack: 50,
  proxy: 51,
  promise: 52,
  promiseResolve: 53,
  promiseReject: 54,
  asyncFunction: 55,
  asyncFunctionResolve: 56,
  asyncFunctionReject: 57,
  asyncFromSyncIterator: 58,
  asyncGeneratorFunction: 59,
  asyncGenerator: 60,
  asyncDisposableStack: 61,
  weakRef: 62,
  finalizationRegistry: 63,
  domException: 64,
  callSite: 65,
} as const;

const functionClasses: ReadonlySet<number> = new Set([
  classId.function,
  classId.generatorFunction,
  classId.asyncFunction,
  classId.asyncGeneratorFunction,
]);

const nativeClasses: ReadonlySet<number> = new Set([
  classId.nativeFunction,
  classId.nativeFunctionWithData,
  classId.nativeClosure,
]);

/** Whether objects of that class are functions of the engine’s. */
export function isNativeClass(id: number): boolean {
  return nativeClasses.has(id);
}

/** Whether objects of that class are functions with code of their own. */
export function isFunctionClass(id: number): boolean {
  return functionClasses.has(id);
}

/** `JSObject` */
export const object = {
  flags: 8,
  classId: 10,
  shape: 12,
  properties: 16,
  firstWeakReference: 20,
  own: 24,
} as const;
/** Flag of an array whose elements lie in one block. */
export const fastArray = 16;

/** `JSShape`; the hash table and then the properties' descriptions follow it. */
export const shape = { hashMask: 16, propertyCount: 24, prototype: 36, hashTable: 40 } as const;

/** Kinds of property (`JS_PROP_TMASK`), in the flags of its description. */
export const propertyKind = { value: 0, accessor: 0x10, variable: 0x20, lazy: 0x30 } as const;

/** `JSVarRef` */
export const variable = { isDetached: 8, isCoroutine: 11, at: 12, value: 16, frame: 20 } as const;

/** `JSFunctionBytecode` */
export const code = {
  name: 20,
  variables: 24,
  closure: 28,
  argumentCount: 32,
  variableCount: 34,
  closureCount: 42,
  constantCount: 44,
  constants: 52,
  fileName: 56,
  line: 60,
  column: 64,
  lineTable: 76,
  source: 80,
} as const;
/** Bytes of one local variable's description, and of one captured one's; the latter's name stands 4 bytes in. */
export const variableBytes = 20;
export const captureBytes = 8;

/** `JSString`, with the link of the engine's own list; the characters follow. */
export const string = {
  length: 0,
  hash: 4,
  index: 8,
  firstWeakReference: 12,
  link: 16,
  characters: 24,
} as const;
/** Kinds of string, in bits 28 and 29 of the second word. */
export const stringKind = { plain: 0, slice: 1, indirect: 2 } as const;
/** `JSStringRope` */
export const rope = { left: 8, right: 16 } as const;

/** `JSMapState` and `JSMapRecord` */
export const map = { records: 4, hashTable: 16 } as const;
export const record = { isEmpty: 4, map: 8, link: 12, key: 32, value: 40 } as const;

/** `JSWeakRefRecord` */
export const weakReference = { kind: 0, next: 4, target: 8 } as const;
export const weakKind = { map: 0, weakRef: 1, finalization: 2 } as const;
/** `JSFinRecEntry`: what waits for one object to go. */
export const finalization = { target: 8, held: 16, token: 24, callback: 32 } as const;

/** `JSModuleDef`; its values are its attributes, namespace and function, and those of its evaluation. */
export const module = { name: 0, link: 4, exports: 24, exportCount: 28 } as const;
export const moduleValues = [64, 72, 80, 144, 152, 160, 176, 184, 192] as const;
/** Where a module’s tables stand. */
export const moduleTables = [12, 24, 36, 48, 108] as const;
/** `JSExportEntry`: bytes of one, and where its variable, its kind and its local name stand. */
export const moduleExport = { bytes: 20, variable: 4, kind: 8, localName: 12 } as const;

/** `JSContext`: its link in the list of contexts, its classes' prototypes, its other values, and its modules. */
export const realm = {
  link: 12,
  shapes: 28,
  shapeCount: 5,
  prototypes: 48,
  firstValue: 56,
  lastValue: 264,
  globalObject: 256,
  modules: 296,
} as const;

/** `JSRuntime`, from the list of collectable objects on; that list follows the list of contexts. */
export const runtime = { atoms: -28, classCount: -16, strings: 32, jobs: 96 } as const;

/** `JSJobEntry` */
export const job = { argumentCount: 16, values: 24 } as const;
