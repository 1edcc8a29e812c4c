/**
 * Steps that a signal takes when it aborts, before it tells its listeners. The signal holds them weakly: each lives as
 * long as what it is for (the DOM standard has its abort algorithms outlive nothing else).
 */

const RealWeakRef = WeakRef;
const RealRegistry = FinalizationRegistry;

export interface Step {
  readonly run: () => void;
}

interface Steps {
  /** Whether the signal has aborted. */
  readonly isOver: () => boolean;
  readonly refs: Set<WeakRef<Step>>;
}

const stepsOf = new WeakMap<object, Steps>();
const gone = new RealRegistry<{ readonly refs: Set<WeakRef<Step>>; readonly ref: WeakRef<Step> }>(
  ({ refs, ref }) => void refs.delete(ref),
);

/** Makes a signal one that steps can be added to. */
export function takesSteps(signal: object, isOver: () => boolean): void {
  stepsOf.set(signal, { isOver, refs: new Set() });
}

/** Adds a step and returns what takes it off; `undefined` when the signal has aborted. Throws for what is no signal. */
export function addStep(signal: object, step: Step): (() => void) | undefined {
  const steps = stepsOf.get(signal);
  if (steps === undefined)
    throw new TypeError('The "options.signal" property must be an instance of AbortSignal.');
  if (steps.isOver()) return undefined;
  const { refs } = steps;
  const ref = new RealWeakRef(step);
  refs.add(ref);
  gone.register(step, { refs, ref }, ref);
  return () => {
    refs.delete(ref);
    gone.unregister(ref);
  };
}

/** Runs all steps of a signal, each for the last time. */
export function runSteps(signal: object): void {
  const refs = stepsOf.get(signal)?.refs;
  if (refs === undefined) return;
  const steps = [...refs];
  refs.clear();
  for (const ref of steps) ref.deref()?.run();
}
