/** What a generated program is made of, as a small value: its source text and what is right about it both follow from this. */

/** Where a program keeps things. */
export type Holder =
  | 'map'
  | 'private map'
  | 'set of keys'
  | 'array'
  | 'static array'
  | 'linked list'
  | 'record'
  | 'symbol keys'
  | 'closures'
  | 'string'
  | 'typed array'
  | 'weak map';

/** What it keeps there. */
export type Item =
  | 'instance'
  | 'plain object'
  | 'array'
  | 'closure'
  | 'text'
  | 'text of any length'
  | 'bytes'
  | 'resource'
  | 'suspended generator'
  | 'pending promise'
  | 'suspended call';

/** Under which key, made anew for each transaction. */
export type Key = 'id' | 'name' | 'serial number';

/** When a kept thing is let go of. `most` counts things, `ms` is virtual. */
export type Release =
  | {
      readonly when:
        'disposal' | 'job after disposal' | 'next begin' | 'lease' | 'count of holders' | 'finalizer';
    }
  | { readonly when: 'timer from begin' | 'timer from disposal' | 'sweep' | 'throttle'; readonly ms: number }
  | {
      readonly when: 'cap' | 'full' | 'batch';
      /** 1 to 3,000. */
      readonly most: number;
    }
  | { readonly when: 'end of send' | 'finally' | 'commit' }
  | { readonly when: 'all but every nth'; readonly nth: number }
  | { readonly when: 'count of holders, shared ones twice' }
  | { readonly when: 'idle' }
  | { readonly when: 'debounce'; readonly ms: number }
  | { readonly when: 'never' };

/** Which transactions keep something. */
export type Occasion = 'every' | 'failed' | 'failed send';

/** Something kept for a transaction. */
export interface Keeper {
  readonly type: 'keeper';
  readonly holder: Holder;
  readonly item: Item;
  readonly key: Key;
  readonly occasion: Occasion;
  readonly release: Release;
}

/** Something that moves the heap without growing. */
export interface Noise {
  readonly type: 'noise';
  readonly what:
    | 'cache by table'
    | 'cache by table and host'
    | 'counter'
    | 'buckets'
    | 'pool'
    | 'pool with bound'
    | 'pool that failures do not refill'
    | 'last text by table'
    | 'emptied arrays'
    | 'recent failures'
    | 'workers released twice'
    | 'rejection handled late';
  /** How much of it: 1 to 40. */
  readonly size: number;
}

/** A timer of a transaction's own. */
export interface Beat {
  readonly type: 'beat';
  readonly ms: number;
  readonly cleared: 'disposal' | 'commit' | 'never';
}

/** A listener of a transaction's own on a bus that lives as long as the server. */
export interface Listener {
  readonly type: 'listener';
  readonly store: 'array' | 'set' | 'map of sets';
  readonly removed: 'disposal' | 'first event' | 'commit' | 'another function' | 'never';
}

/** Something kept for each second of virtual time, whatever the load. */
export interface Clockwork {
  readonly type: 'clockwork';
  readonly item: 'instance' | 'number';
  /** How many are kept; undefined for all. */
  readonly most: number | undefined;
}

export type Part = Keeper | Noise | Beat | Listener | Clockwork;

/** How lines reach the server's log. */
export type Logging =
  | 'channel of its own'
  | 'logger of its own'
  | 'id in the record'
  | 'id in the text'
  | 'counted registry'
  | 'pooled channels'
  | 'pooled loggers'
  | 'channel for each table'
  | 'registry that never forgets';

/** How the calls of a resource come back. */
export interface Timing {
  readonly how: 'at once' | 'resolved promise' | 'timer' | 'then';
  readonly which: 'all' | 'send' | 'disposal' | 'send and disposal';
  /** Whether the await comes before the call's line. */
  readonly awaitsFirst: boolean;
  /** Of the timer that is awaited, in virtual ms. */
  readonly ms: number;
}

/** A call of a resource that logs a line. */
export type Call = 'addCreateQuery' | 'addDataParts' | 'sendResources' | 'dispose';

/** A duty that a program leaves out, or does wrong. */
export type Fault =
  | { readonly what: 'line missing' | 'line twice'; readonly call: Call }
  | {
      readonly what:
        | 'line late'
        | 'id of another'
        | 'no id'
        | 'channel never closed'
        | 'channel closed on commit'
        | 'channel closed by a finalizer'
        | 'channel closed early'
        | 'channel closed twice'
        | 'neighbour’s channel closed'
        | 'pooled logger not reset'
        | 'workers never released'
        | 'workers released on commit'
        | 'workers released early'
        | 'first worker released twice, second never'
        | 'no worker sent to'
        | 'second worker not sent to'
        | 'first worker sent to twice'
        | 'no tables sent'
        | 'one table sent'
        | 'one table sent twice'
        | 'other tables sent'
        | 'failure swallowed'
        | 'send not awaited';
    };

/** A whole program. */
export interface Plan {
  readonly logging: Logging;
  readonly timing: Timing;
  readonly parts: readonly Part[];
  readonly fault: Fault | undefined;
}
