/** Events and signals that a program finds around it, as browsers and Node have them. */

interface EventInit {
  bubbles?: boolean;
  cancelable?: boolean;
  composed?: boolean;
}

interface Event {
  readonly type: string;
  readonly target: EventTarget | null;
  readonly srcElement: EventTarget | null;
  readonly currentTarget: EventTarget | null;
  readonly eventPhase: number;
  readonly bubbles: boolean;
  readonly cancelable: boolean;
  readonly composed: boolean;
  readonly defaultPrevented: boolean;
  readonly isTrusted: boolean;
  /** Virtual milliseconds since the run began. */
  readonly timeStamp: number;
  returnValue: boolean;
  cancelBubble: boolean;
  readonly NONE: 0;
  readonly CAPTURING_PHASE: 1;
  readonly AT_TARGET: 2;
  readonly BUBBLING_PHASE: 3;
  composedPath(): EventTarget[];
  preventDefault(): void;
  stopPropagation(): void;
  stopImmediatePropagation(): void;
  initEvent(type: string, bubbles?: boolean, cancelable?: boolean): void;
  readonly [Symbol.toStringTag]: string;
}

declare var Event: {
  readonly prototype: Event;
  new (type: string, options?: EventInit): Event;
  readonly NONE: 0;
  readonly CAPTURING_PHASE: 1;
  readonly AT_TARGET: 2;
  readonly BUBBLING_PHASE: 3;
};

interface CustomEventInit<T = unknown> extends EventInit {
  detail?: T;
}

interface CustomEvent<T = unknown> extends Event {
  readonly detail: T;
}

declare var CustomEvent: Pick<typeof Event, 'NONE' | 'CAPTURING_PHASE' | 'AT_TARGET' | 'BUBBLING_PHASE'> & {
  readonly prototype: CustomEvent;
  new <T>(type: string, options?: CustomEventInit<T>): CustomEvent<T>;
};

interface EventListener {
  (event: Event): void;
}
interface EventListenerObject {
  handleEvent(event: Event): void;
}
type EventListenerOrEventListenerObject = EventListener | EventListenerObject;

interface EventListenerOptions {
  capture?: boolean;
}
interface AddEventListenerOptions extends EventListenerOptions {
  once?: boolean;
  passive?: boolean;
  /** The listener goes when this signal aborts. */
  signal?: AbortSignal;
}

/** What a listener throws ends the run: nobody could catch it. */
interface EventTarget {
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: AddEventListenerOptions | boolean,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: EventListenerOptions | boolean,
  ): void;
  dispatchEvent(event: Event): boolean;
  readonly [Symbol.toStringTag]: string;
}

declare var EventTarget: {
  readonly prototype: EventTarget;
  new (): EventTarget;
};

interface AbortSignal extends EventTarget {
  readonly aborted: boolean;
  readonly reason: any;
  onabort: ((this: AbortSignal, event: Event) => any) | null;
  throwIfAborted(): void;
}

declare var AbortSignal: {
  readonly prototype: AbortSignal;
  abort(reason?: any): AbortSignal;
  /** Aborts by itself after so many virtual milliseconds, with a `TimeoutError`. */
  timeout(milliseconds: number): AbortSignal;
  /** Aborts as soon as one of them does. Holds none of them, and is held by none unless somebody listens. */
  any(signals: Iterable<AbortSignal>): AbortSignal;
};

interface AbortController {
  readonly signal: AbortSignal;
  abort(reason?: any): void;
  readonly [Symbol.toStringTag]: string;
}

declare var AbortController: {
  readonly prototype: AbortController;
  new (): AbortController;
};
