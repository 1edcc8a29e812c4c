/** The only way out of the machine: text, by kind. Taken from the global object before a program can see it. */

import type { Emit, Json } from './messages.ts';

const globals = globalThis as { leakLabEmit?: Emit };
const lent = globals.leakLabEmit;
if (lent === undefined) throw new Error('The machine was started without a host.');
delete globals.leakLabEmit;

/** Hands `text` to the host. It is copied out at once and takes no place in the machine's heap. */
export const emit: Emit = lent;

/** The engine's own, whatever a program makes of it. */
export const json = JSON.stringify as <T>(value: T) => Json<T>;
