/** The files of types that every program is checked against, beside the libraries of the language. */

/** Paths within `playground/`. */
export const surroundings = [
  'guest/contract/server.d.ts',
  'guest/contract/globals/environment.d.ts',
  'guest/contract/globals/engine.d.ts',
  'guest/contract/globals/events.d.ts',
  'guest/contract/globals/node-async-hooks.d.ts',
  'guest/contract/globals/node-events.d.ts',
  'guest/contract/globals/timers.d.ts',
  'guest/contract/globals/url.d.ts',
  'guest/contract/globals/web-more.d.ts',
] as const;
