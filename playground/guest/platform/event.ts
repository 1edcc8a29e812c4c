/** Event and CustomEvent as the DOM standard and Node have them, without a tree: an event has one target. */

import { wrongType } from './errors.ts';

export interface EventOptions {
  readonly bubbles?: unknown;
  readonly cancelable?: unknown;
  readonly composed?: unknown;
}

/** What a dispatch sets on its event, out of reach of programs. */
export interface Dispatch {
  target: object | null;
  isUnderWay: boolean;
  isPassive: boolean;
  isTrusted: boolean;
  isStopped: boolean;
}

let dispatchOf: (event: Event) => Dispatch;

export class Event {
  static readonly NONE = 0;
  static readonly CAPTURING_PHASE = 1;
  static readonly AT_TARGET = 2;
  static readonly BUBBLING_PHASE = 3;
  declare readonly NONE: 0;
  declare readonly CAPTURING_PHASE: 1;
  declare readonly AT_TARGET: 2;
  declare readonly BUBBLING_PHASE: 3;
  #type: string;
  #bubbles: boolean;
  #cancelable: boolean;
  readonly #composed: boolean;
  readonly #timeStamp = performance.now();
  #propagates = true;
  #isPrevented = false;
  readonly #dispatch: Dispatch = {
    target: null,
    isUnderWay: false,
    isPassive: false,
    isTrusted: false,
    isStopped: false,
  };

  static {
    dispatchOf = (event) => event.#dispatch;
  }

  constructor(type: unknown, options?: EventOptions | null) {
    if (arguments.length === 0) throw missing('type');
    if (options !== undefined && options !== null && typeof options !== 'object') {
      throw wrongType('options', 'of type object', options);
    }
    this.#type = String(type);
    this.#bubbles = Boolean(options?.bubbles);
    this.#cancelable = Boolean(options?.cancelable);
    this.#composed = Boolean(options?.composed);
  }

  get type(): string {
    return this.#type;
  }
  get target(): object | null {
    return this.#dispatch.target;
  }
  get srcElement(): object | null {
    return this.#dispatch.target;
  }
  get currentTarget(): object | null {
    return this.#dispatch.isUnderWay ? this.#dispatch.target : null;
  }
  get eventPhase(): number {
    return this.#dispatch.isUnderWay ? Event.AT_TARGET : Event.NONE;
  }
  get bubbles(): boolean {
    return this.#bubbles;
  }
  get cancelable(): boolean {
    return this.#cancelable;
  }
  get composed(): boolean {
    return this.#composed;
  }
  get timeStamp(): number {
    return this.#timeStamp;
  }
  get isTrusted(): boolean {
    return this.#dispatch.isTrusted;
  }
  get defaultPrevented(): boolean {
    return this.#cancelable && this.#isPrevented;
  }
  get returnValue(): boolean {
    return !this.defaultPrevented;
  }
  set returnValue(value: boolean) {
    if (!value) this.preventDefault();
  }
  get cancelBubble(): boolean {
    return !this.#propagates;
  }
  set cancelBubble(value: boolean) {
    if (value) this.#propagates = false;
  }

  composedPath(): object[] {
    const { target, isUnderWay } = this.#dispatch;
    return isUnderWay && target !== null ? [target] : [];
  }

  preventDefault(): void {
    if (!this.#dispatch.isPassive) this.#isPrevented = true;
  }

  stopPropagation(): void {
    this.#propagates = false;
  }

  stopImmediatePropagation(): void {
    this.#propagates = false;
    this.#dispatch.isStopped = true;
  }

  initEvent(type: unknown, bubbles: unknown = false, cancelable: unknown = false): void {
    if (this.#dispatch.isUnderWay) return;
    this.#type = String(type);
    this.#bubbles = Boolean(bubbles);
    this.#cancelable = Boolean(cancelable);
  }

  get [Symbol.toStringTag](): string {
    return 'Event';
  }
}

for (const [phase, value] of [
  ['NONE', 0],
  ['CAPTURING_PHASE', 1],
  ['AT_TARGET', 2],
  ['BUBBLING_PHASE', 3],
] as const) {
  Object.defineProperty(Event, phase, { value, enumerable: true, writable: false, configurable: false });
  Object.defineProperty(Event.prototype, phase, { value, enumerable: true });
}

export class CustomEvent extends Event {
  readonly #detail: unknown;

  constructor(type: unknown, options?: (EventOptions & { readonly detail?: unknown }) | null) {
    if (arguments.length === 0) throw missing('type');
    super(type, options);
    this.#detail = options?.detail ?? null;
  }

  get detail(): unknown {
    return this.#detail;
  }

  override get [Symbol.toStringTag](): string {
    return 'CustomEvent';
  }
}

/** An event of the platform's own. */
export function trustedEvent(type: string): Event {
  const event = new Event(type);
  dispatchOf(event).isTrusted = true;
  return event;
}

/** The state of its dispatch. Throws for what is no event. */
export function stateOf(event: Event): Dispatch {
  return dispatchOf(event);
}

function missing(name: string): TypeError {
  return Object.assign(new TypeError(`The "${name}" argument must be specified`), {
    code: 'ERR_MISSING_ARGS',
  });
}
