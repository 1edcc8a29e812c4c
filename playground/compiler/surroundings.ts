/** The files of types that every program is checked against, beside the libraries of the language. */

/** Paths within `playground/`. */
export const surroundings = [
  'server/contract.d.ts',
  'compiler/environment.d.ts',
  'compiler/types/engine.d.ts',
  'compiler/types/events.d.ts',
  'compiler/types/node-async-hooks.d.ts',
  'compiler/types/node-events.d.ts',
  'compiler/types/timers.d.ts',
  'compiler/types/url.d.ts',
  'compiler/types/web-more.d.ts',
] as const;
