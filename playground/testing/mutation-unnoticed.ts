/** Mutants that no check notices, each with the reason why that is right, or that it is a gap; the test holds the list exact. */

const reasons = {
  name: 'The resource owns a channel of its own under any name, and each line carries its transaction: the name says nothing that is needed.',
  oneFewer: 'The pool keeps seven idle loggers instead of eight.',
  oneMore: 'The pool keeps nine idle loggers instead of eight: any bound is one that the run does not move.',
  once: 'It guards against a second release. The driver disposes of each resource once.',
  oneSeries:
    'Without the id all transactions share one series, and the sum is the same: it is the fix that has no label.',
  setAnew: 'Whoever takes the logger next sets its transaction before the first line.',
  oneReadingMore: 'Each window holds one reading more.',
  onePairMore: 'Of 66 pairs 61 must rise instead of 60.',
  edge: 'A rise that lies exactly at the limit may be judged either way.',
  inFlightStands:
    'Whoever takes a worker out of service can ask the list of all that is in flight, which holds more than those that send.',
  alarm: 'The alarm rings for those who forget to close. No resource of this program forgets.',
} as const;

/** `scenario/program` → mutant → why it goes unnoticed. */
export const unnoticed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'logger-pool/fixed': {
    'shift idle.length < mostIdle': reasons.oneMore,
  },
  'logger-pool/fixed-fifo': {
    'shift idle.length > maxIdle': reasons.oneFewer,
  },
  'logger-pool/fixed-lease': {
    'shift idle.length < mostIdle': reasons.oneMore,
    'drop this.#logger = undefined;': reasons.once,
    'drop logger.transaction = undefined;': reasons.setAnew,
  },
  'owned-logger/fixed': {
    "widen 'ServerResource'": reasons.name,
  },
  'owned-logger/fixed-using': {
    "widen 'ServerResource'": reasons.name,
  },
  'reference-counts/fixed-lease': {
    'drop this.#entry = undefined;': reasons.once,
  },
  'metric-label/fixed-remove-series': {
    'drop the id of `transaction="${transaction}"`': reasons.oneSeries,
  },
  'capstone/fixed': {
    'drop sending.add(permit);': reasons.inFlightStands,
  },
  'capstone/fixed-owned': {
    'drop sending.add(this);': reasons.inFlightStands,
  },
  'capstone/fixed-counted': {
    'drop sending.add(permit);': reasons.inFlightStands,
  },
  'alert-on-slope/fixed': {
    'shift this.#readings < readingsPerWindow': reasons.oneReadingMore,
  },
  'alert-on-slope/fixed-doubling': {
    'shift first > leastRise / 8': reasons.edge,
    'shift second > leastGrowth * first': reasons.edge,
    'shift third > leastGrowth * second': reasons.edge,
    'shift third > leastRise': reasons.edge,
    'shift this.#readings < this.#window': reasons.oneReadingMore,
  },
  'alert-on-slope/fixed-mann-kendall': {
    'shift below.flat().length >= leastRising': reasons.onePairMore,
    'shift newer < older / 2': reasons.edge,
    'shift this.#readings < readingsPerWindow': reasons.oneReadingMore,
  },
  'finalizer-as-cure/fixed-alarm': {
    'drop forgotten.register(this, `SessionResource(${transaction})`, ': reasons.alarm,
    'drop the id of `SessionResource(${transaction})` (2)': reasons.alarm,
  },
};
