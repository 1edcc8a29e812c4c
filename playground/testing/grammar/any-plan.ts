/** Plans as fast-check makes them: about half of them right, the rest with one flaw or several. */

import fc, { type Arbitrary } from 'fast-check';
import type {
  Beat,
  Clockwork,
  Fault,
  Keeper,
  Listener,
  Logging,
  Noise,
  Part,
  Plan,
  Release,
  Timing,
} from './plan.ts';
import { isTellable } from './tellable.ts';

const holder = fc.constantFrom<Keeper['holder']>(
  'map',
  'private map',
  'set of keys',
  'array',
  'static array',
  'linked list',
  'record',
  'symbol keys',
  'closures',
  'string',
  'typed array',
  'weak map',
);
const item = fc.constantFrom<Keeper['item']>(
  'instance',
  'plain object',
  'array',
  'closure',
  'text',
  'text of any length',
  'bytes',
  'resource',
  'suspended generator',
  'pending promise',
  'suspended call',
);
const key = fc.constantFrom<Keeper['key']>('id', 'name', 'serial number');
const occasion = fc.constantFrom<Keeper['occasion']>('every', 'failed', 'failed send');

/** 1 to `most`, small ones more often than large ones. */
const cap = (most: number): Arbitrary<number> =>
  fc.integer({ min: 0, max: 1_000 }).map((at) => Math.max(1, Math.round(most ** (at / 1_000))));

const rightRelease = (most: number): Arbitrary<Release> =>
  fc.oneof(
    fc.record({
      when: fc.constantFrom(
        ...([
          'disposal',
          'job after disposal',
          'next begin',
          'lease',
          'count of holders',
          'finalizer',
        ] as const),
      ),
    }),
    fc.record({
      when: fc.constantFrom(...(['timer from begin', 'timer from disposal', 'sweep', 'throttle'] as const)),
      ms: fc.constantFrom(50, 400, 1_000, 3_000, 20_000),
    }),
    fc.record({ when: fc.constantFrom(...(['cap', 'full', 'batch'] as const)), most: cap(most) }),
  );

const leakyRelease: Arbitrary<Release> = fc.oneof(
  fc.record({
    when: fc.constantFrom(
      ...([
        'never',
        'end of send',
        'finally',
        'commit',
        'idle',
        'count of holders, shared ones twice',
      ] as const),
    ),
  }),
  fc.record({ when: fc.constant('debounce' as const), ms: fc.constantFrom(500, 2_000, 5_000) }),
  fc.record({ when: fc.constant('all but every nth' as const), nth: fc.constantFrom(2, 3, 7, 12, 40) }),
);

/** A list that is searched from its start is slow when much is in it; an object's properties when the oldest is sought. */
function isQuick({ holder: where, release }: Keeper): boolean {
  const isLong = 'most' in release ? release.most > 300 : 'ms' in release && release.ms > 3_000;
  const isSlow = !['map', 'private map', 'set of keys', 'weak map'].includes(where);
  return !(isLong && isSlow);
}

const rightKeeper = (most: number): Arbitrary<Keeper> =>
  fc
    .record({
      type: fc.constant('keeper' as const),
      holder,
      item,
      key,
      occasion: fc.constant('every' as const),
      release: rightRelease(most),
    })
    .filter(isQuick);

const leakyKeeper: Arbitrary<Keeper> = fc.oneof(
  fc.record({
    type: fc.constant('keeper' as const),
    holder: holder.filter((where) => where !== 'weak map'),
    item,
    key,
    occasion: fc.constant('every' as const),
    release: leakyRelease,
  }),
  fc.record({
    type: fc.constant('keeper' as const),
    holder: holder.filter((where) => where !== 'weak map'),
    item,
    key,
    occasion,
    release: fc.constant({ when: 'never' as const }),
  }),
);

const noise: Arbitrary<Noise> = fc
  .record({
    type: fc.constant('noise' as const),
    what: fc.constantFrom(
      ...([
        'cache by table',
        'cache by table and host',
        'counter',
        'buckets',
        'pool',
        'pool with bound',
        'pool that failures do not refill',
        'last text by table',
        'emptied arrays',
        'recent failures',
        'workers released twice',
        'rejection handled late',
      ] as const),
    ),
    size: fc.integer({ min: 1, max: 40 }),
  })
  .map((made) => (made.what === 'recent failures' ? { ...made, size: 1 + (made.size % 8) } : made));

const beat = (...cleared: Beat['cleared'][]): Arbitrary<Beat> =>
  fc.record({
    type: fc.constant('beat' as const),
    ms: fc.constantFrom(20_000, 5_000, 1_000),
    cleared: fc.constantFrom(...cleared),
  });

const listener = (...removed: Listener['removed'][]): Arbitrary<Listener> =>
  fc.record({
    type: fc.constant('listener' as const),
    store: fc.constantFrom(...(['array', 'set', 'map of sets'] as const)),
    removed: fc.constantFrom(...removed),
  });

const clockwork = (most: Arbitrary<number | undefined>): Arbitrary<Clockwork> =>
  fc.record({
    type: fc.constant('clockwork' as const),
    item: fc.constantFrom(...(['instance', 'number'] as const)),
    most,
  });

const rightPart = (most: number): Arbitrary<Part> =>
  fc.oneof(
    { weight: 5, arbitrary: noise },
    { weight: 6, arbitrary: rightKeeper(most) },
    { weight: 1, arbitrary: beat('disposal') },
    { weight: 2, arbitrary: listener('disposal', 'first event') },
    { weight: 1, arbitrary: clockwork(fc.integer({ min: 1, max: 30 })) },
  );

const leakyPart: Arbitrary<Part> = fc.oneof(
  { weight: 10, arbitrary: leakyKeeper },
  { weight: 1, arbitrary: beat('never', 'commit') },
  { weight: 2, arbitrary: listener('never', 'commit', 'another function') },
  { weight: 1, arbitrary: clockwork(fc.constant(undefined)) },
);

const timing: Arbitrary<Timing> = fc.record({
  how: fc.constantFrom(...(['at once', 'at once', 'resolved promise', 'timer', 'then'] as const)),
  which: fc.constantFrom(...(['all', 'send', 'disposal', 'send and disposal'] as const)),
  awaitsFirst: fc.boolean(),
  ms: fc.integer({ min: 1, max: 8 }),
});

const calls = fc.constantFrom(...(['addCreateQuery', 'addDataParts', 'sendResources', 'dispose'] as const));

const fault: Arbitrary<Fault> = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constantFrom('line missing' as const, 'line twice' as const),
      call: calls,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      what: fc.constantFrom(
        ...([
          'line late',
          'id of another',
          'no id',
          'channel never closed',
          'channel closed on commit',
          'channel closed by a finalizer',
          'channel closed early',
          'channel closed twice',
          'neighbour’s channel closed',
          'pooled logger not reset',
          'workers never released',
          'workers released on commit',
          'workers released early',
          'first worker released twice, second never',
          'no worker sent to',
          'second worker not sent to',
          'first worker sent to twice',
          'no tables sent',
          'one table sent',
          'one table sent twice',
          'other tables sent',
          'failure swallowed',
          'send not awaited',
        ] as const),
      ),
    }),
  },
);

const rightLogging = fc.constantFrom<Logging>(
  'channel of its own',
  'logger of its own',
  'id in the record',
  'id in the text',
  'counted registry',
  'pooled channels',
  'pooled loggers',
  'channel for each table',
);

const rightPlan = (most: number): Arbitrary<Plan> =>
  fc.record({
    logging: rightLogging,
    timing,
    parts: fc.array(rightPart(most), { maxLength: 4 }),
    fault: fc.constant(undefined),
  });

const leakyPlan = (right: Arbitrary<Plan>): Arbitrary<Plan> =>
  fc.oneof(
    {
      weight: 9,
      arbitrary: fc
        .tuple(right, leakyPart, fc.nat({ max: 4 }))
        .map(([plan, part, at]) => ({ ...plan, parts: plan.parts.toSpliced(at, 0, part) })),
    },
    {
      weight: 1,
      arbitrary: right.map((plan) => ({ ...plan, logging: 'registry that never forgets' as const })),
    },
  );

/** The plan with the fault, and without what would make up for it. */
function spoilt(plan: Plan, wrong: Fault): Plan {
  const parts = plan.parts.filter((part) => part.type !== 'noise' || part.what !== 'workers released twice');
  return { ...plan, parts, fault: wrong };
}

/**
 * Any program: a right one, or one with a leak, or one that fails in a duty. `most` is what a bounded one may keep at
 * once, 1 to 3,000 things: a run must be several times as long to tell it from a leak.
 */
export function anyPlan(most: number): Arbitrary<Plan> {
  const right = rightPlan(most);
  return fc
    .oneof(
      { weight: 9, arbitrary: right },
      { weight: 7, arbitrary: leakyPlan(right) },
      { weight: 4, arbitrary: fc.tuple(right, fault).map(([plan, wrong]) => spoilt(plan, wrong)) },
    )
    .filter(isTellable);
}
