/** AbortController and AbortSignal as the DOM standard and Node have them. */

import { schedule } from '../clock.ts';
import { runSteps, takesSteps } from './abort-steps.ts';
import { domException, outOfRange, withCode, wrongType } from './errors.ts';
import { type Event, trustedEvent } from './event.ts';
import { dispatchTrusted, EventTarget, listenersOf, onCountChange, setLimit } from './event-target.ts';

const RealWeakRef = WeakRef;
const RealRegistry = FinalizationRegistry;

type Handler = (this: AbortSignal, event: Event) => unknown;

/** What a signal knows of others. References between signals are weak, but for the ones that listeners wait behind. */
interface Links {
  aborted: boolean;
  reason: unknown;
  /** Of a signal made by `any`: those that abort it. */
  readonly sources: Set<WeakRef<AbortSignal>> | undefined;
  /** Those of its sources that have a time-out: nobody else may hold them. */
  readonly timed: AbortSignal[];
  /** Those that this one aborts. */
  readonly dependents: Set<WeakRef<AbortSignal>>;
  /** The dependents that somebody listens to: "must not be garbage collected while … it has listeners" (DOM § 3.2.1). */
  readonly awaited: Set<AbortSignal>;
  /** Of a signal made by `timeout`: what its timer holds it by, while somebody listens. */
  readonly timer: { signal: AbortSignal | undefined } | undefined;
}

const permit = Symbol('AbortSignal');
let linksOf: (signal: AbortSignal) => Links;
const forgotten = new RealRegistry<{
  readonly dependents: Set<WeakRef<AbortSignal>>;
  readonly ref: WeakRef<AbortSignal>;
}>(({ dependents, ref }) => void dependents.delete(ref));
const untimed = new RealRegistry<() => void>((cancel) => cancel());

export class AbortSignal extends EventTarget {
  readonly #links: Links;
  #onabort: Handler | null = null;
  #handler: Handler | undefined;

  static {
    linksOf = (signal) => signal.#links;
  }

  constructor(given?: symbol, links: Partial<Links> = {}) {
    if (given !== permit) throw withCode(new TypeError('Illegal constructor'), 'ERR_ILLEGAL_CONSTRUCTOR');
    super();
    const made: Links = {
      aborted: false,
      reason: undefined,
      sources: undefined,
      timed: [],
      dependents: new Set(),
      awaited: new Set(),
      timer: undefined,
      ...links,
    };
    this.#links = made;
    setLimit(this, 0);
    takesSteps(this, () => made.aborted);
  }

  get aborted(): boolean {
    return this.#links.aborted;
  }

  get reason(): unknown {
    return this.#links.reason;
  }

  throwIfAborted(): void {
    if (this.#links.aborted) throw this.#links.reason;
  }

  get onabort(): Handler | null {
    return this.#onabort;
  }

  set onabort(handler: unknown) {
    this.#onabort = typeof handler === 'function' ? (handler as Handler) : null;
    if (this.#onabort === null) {
      if (this.#handler !== undefined) this.removeEventListener('abort', this.#handler);
      this.#handler = undefined;
    } else if (this.#handler === undefined) {
      this.#handler = (event) => this.#onabort?.call(this, event);
      this.addEventListener('abort', this.#handler);
    }
  }

  override get [Symbol.toStringTag](): string {
    return 'AbortSignal';
  }

  static abort(reason: unknown = aborted()): AbortSignal {
    return new AbortSignal(permit, { aborted: true, reason });
  }

  /** A signal that aborts by itself after `delay` virtual ms. */
  static timeout(delay: unknown): AbortSignal {
    if (typeof delay !== 'number') throw wrongType('delay', 'of type number', delay);
    if (!Number.isInteger(delay)) throw outOfRange('delay', 'an integer', delay);
    if (delay < 0 || delay > 2 ** 32 - 1) throw outOfRange('delay', '>= 0 && <= 4294967295', delay);
    const timer: NonNullable<Links['timer']> = { signal: undefined };
    const signal = new AbortSignal(permit, { timer });
    const ref = new RealWeakRef(signal);
    const cancel = schedule(() => {
      const timedOut = ref.deref();
      if (timedOut === undefined) return;
      untimed.unregister(ref);
      timer.signal = undefined;
      abort(timedOut, domException('The operation was aborted due to timeout', 'TimeoutError'));
    }, delay);
    untimed.register(signal, cancel, ref);
    return signal;
  }

  /** A signal that aborts as soon as one of `signals` does. Nobody holds another by it, but where somebody listens. */
  static any(signals: Iterable<unknown>): AbortSignal {
    const given = [...signals].map((signal, index) => {
      if (signal instanceof AbortSignal) return signal;
      const message = `signals[${index}] is not of type AbortSignal.`;
      throw withCode(new TypeError(message), 'ERR_INVALID_ARG_TYPE');
    });
    const over = given.find((signal) => signal.aborted);
    if (over !== undefined) return AbortSignal.abort(over.reason);
    const sources = new Set<WeakRef<AbortSignal>>();
    const result = new AbortSignal(permit, { sources });
    const roots = new Set(given.flatMap((signal) => [...rootsOf(signal)]));
    for (const source of roots) {
      const { dependents, timer } = linksOf(source);
      if (timer !== undefined) linksOf(result).timed.push(source);
      const ref = new RealWeakRef(result);
      sources.add(new RealWeakRef(source));
      dependents.add(ref);
      forgotten.register(result, { dependents, ref });
    }
    return result;
  }
}

/** The signals that abort this one: itself, or those that it was made of. */
function rootsOf(signal: AbortSignal): readonly AbortSignal[] {
  const { sources } = linksOf(signal);
  return sources === undefined ? [signal] : [...sources].flatMap((source) => source.deref() ?? []);
}

function aborted(): Error {
  return domException('This operation was aborted', 'AbortError');
}

function abort(signal: AbortSignal, reason: unknown): void {
  const links = linksOf(signal);
  if (links.aborted) return;
  const also = [...links.dependents].flatMap((ref) => ref.deref() ?? []);
  const all = [signal, ...also.filter((each) => !each.aborted)];
  for (const each of all) Object.assign(linksOf(each), { aborted: true, reason });
  // Whoever else would have aborted them need not hold them any longer.
  for (const each of all) for (const source of rootsOf(each)) linksOf(source).awaited.delete(each);
  links.timed.length = 0;
  links.dependents.clear();
  links.awaited.clear();
  for (const each of all) {
    runSteps(each);
    dispatchTrusted(each, trustedEvent('abort'));
  }
}

/** While somebody listens to a signal, whatever would abort it holds it. */
onCountChange((target, type, count) => {
  if (type !== 'abort' || !(target instanceof AbortSignal)) return;
  const { sources, timer, aborted: isOver } = linksOf(target);
  if (isOver) return;
  if (timer !== undefined) holdByTimer(target);
  if (sources === undefined) return;
  for (const source of rootsOf(target)) {
    const links = linksOf(source);
    if (count > 0) links.awaited.add(target);
    else links.awaited.delete(target);
    holdByTimer(source);
  }
});

function holdByTimer(signal: AbortSignal): void {
  const { timer, awaited } = linksOf(signal);
  if (timer === undefined) return;
  const isAwaited = awaited.size > 0 || listenersOf(signal, 'abort').length > 0;
  timer.signal = isAwaited ? signal : undefined;
}

export class AbortController {
  readonly #signal = new AbortSignal(permit);

  get signal(): AbortSignal {
    return this.#signal;
  }

  abort(reason: unknown = aborted()): void {
    abort(this.#signal, reason);
  }

  get [Symbol.toStringTag](): string {
    return 'AbortController';
  }
}

/** Puts both classes where a program looks for them. */
export function install(): readonly unknown[] {
  Object.assign(globalThis, { AbortController, AbortSignal });
  return [AbortController, AbortSignal];
}
