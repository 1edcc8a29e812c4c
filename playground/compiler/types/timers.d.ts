/** Timers under the names that @types/node gives them, and the turn of Node's loop that comes before any. */

declare namespace NodeJS {
  type Timeout = Timer;
  type Timer = globalThis.Timer;
  type Immediate = Timer;
}
