/** What `node:events` asks of emitters and of event targets alike. */

import { type Emitter, type Listener, type Name } from './event-emitter.ts';
import { limitOf, listenersOf } from './event-target.ts';

/** A copy of the list of listeners. */
export function getEventListeners(source: Emitter | object, name: Name): Listener[] {
  return 'listeners' in source ? source.listeners(name) : listenersOf(source, String(name));
}

/** The number above which a warning comes; 0 for never. */
export function maxListenersOf(source: Emitter | object): number {
  return 'getMaxListeners' in source ? source.getMaxListeners() : limitOf(source);
}
