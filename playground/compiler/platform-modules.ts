/**
 * What a program may use beyond the language, and the module of the machine that provides it. A module is loaded only
 * for a program that names what it provides, so that all other programs run in the machine that they always had.
 */

/** Modules of `guest/platform/` by the names of the globals that they install. */
export const platformGlobals = {
  AbortController: 'abort',
  AbortSignal: 'abort',
  CustomEvent: 'event-target',
  Event: 'event-target',
  EventTarget: 'event-target',
  TextDecoder: 'text-encoding',
  TextEncoder: 'text-encoding',
  URL: 'url',
  URLSearchParams: 'url',
  clearImmediate: 'immediate',
  crypto: 'crypto-global',
  process: 'process-global',
  setImmediate: 'immediate',
  structuredClone: 'structured-clone',
} as const;

/** Modules of `guest/platform/` by the names under which a program imports them, with `node:` before it or without. */
export const platformImports = {
  async_hooks: 'async-hooks',
  crypto: 'crypto',
  events: 'events',
  process: 'process',
  timers: 'timers',
  'timers/promises': 'timers-promises',
} as const;

/** Globals that are always there: what they always have, and the module that installs the rest. */
export const platformMembers = {
  console: { always: ['log', 'info', 'warn', 'error', 'debug'], module: 'console-more' },
  performance: { always: ['now'], module: 'performance-more' },
} as const;

/** Methods of what `setTimeout` returns, and the module that gives them to it. */
export const timerMethods: Readonly<Record<string, 'timer-methods'>> = {
  hasRef: 'timer-methods',
  ref: 'timer-methods',
  refresh: 'timer-methods',
  unref: 'timer-methods',
};

/** A module of `guest/platform/`, without its ending. */
export type PlatformModule =
  | (typeof platformGlobals)[keyof typeof platformGlobals]
  | (typeof platformImports)[keyof typeof platformImports]
  | (typeof platformMembers)[keyof typeof platformMembers]['module']
  | 'timer-methods';

/** The module that a program's import of `name` gets; `undefined` where there is none. */
export function importedModule(name: string): PlatformModule | undefined {
  return lookUp(platformImports, name.replace(/^node:/, ''));
}

/** What a table of this file has under a name that a program chose. */
export function lookUp<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
