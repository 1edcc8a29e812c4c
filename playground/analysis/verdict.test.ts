/** Verdicts on programs of known growth, with the words that a reader gets. */

import { describe, expect, test } from 'vitest';
import type { Allowance, Finding, Sample } from '../record.ts';
import { planBatches } from './batches.ts';
import { findingOn, logger, modelledRun, verdictOn } from '../testing/synthetic-run.ts';
import { inWords, reasonOf } from '../testing/in-words.ts';
import { judge, unknownClasses } from './verdict.ts';

const transactions = 10_000;

describe('leaks', () => {
  test('one logger per transaction is exact, and its sentence counts a batch', () => {
    const verdict = verdictOn({ transactions, kept: (at) => at });
    expect(verdict.leakFree).toBe(false);
    expect(inWords(verdict.classes['Logger']!)).toEqual({
      kind: 'leak',
      perTransaction: 1,
      line: 4,
      reason: 'Every batch of 1,283 transactions left 1,283 Loggers more: 1.00 Logger per transaction.',
    });
  });

  test('one logger for each failed transaction is put down to the failures', () => {
    const failed = (at: number) => Math.floor(at / 11) + Math.floor(at / 97);
    const found = findingOn({ transactions, kept: failed, failed });
    expect(found.kind).toBe('leak');
    expect(reasonOf(found)).toContain('left 1 Logger per failed transaction, ');
  });

  test('a slow leak says how many transactions one object takes', () => {
    const found = findingOn({ transactions, kept: (at) => Math.floor(at / 7), forever: true });
    expect(found).toMatchObject({ kind: 'leak', perTransaction: 1 / 7 });
    expect(reasonOf(found)).toContain('1 Logger per 7 transactions');
  });

  test('a leak that a warming cache hides at first is found behind it', () => {
    const kept = (at: number) => at + Math.min(3000, Math.floor(2 * at ** 0.85));
    expect(findingOn({ transactions, kept })).toMatchObject({ kind: 'leak', perTransaction: 1 });
  });

  test('a leak that begins late is one', () => {
    const found = findingOn({ transactions, kept: (at) => Math.max(0, at - 4849) });
    expect(found).toMatchObject({ kind: 'leak', perTransaction: 1 });
  });

  test('a leak under time-outs that come and go is not hidden by them', () => {
    const run = modelledRun({ transactions, kept: (at) => at });
    const samples = run.samples.map((at, index) => ({
      ...at,
      live: { Logger: (at.live['Logger'] ?? 0) + (index % 5) * 900 },
    }));
    expect(judge({ ...run, samples }, [logger], 60).classes['Logger']).toMatchObject({
      kind: 'leak',
      perTransaction: 1,
    });
  });
});

describe('what is no leak', () => {
  test('a cache that fills during the run is bounded', () => {
    const verdict = verdictOn({ transactions, kept: (at) => Math.min(3000, at) });
    expect(verdict.leakFree).toBe(true);
    expect(verdict.classes['Logger']?.kind).toBe('bounded');
    expect(verdict.bytes.kind).toBe('bounded');
  });

  test('what time-outs let go is bounded by time, and its peak is told', () => {
    const found = findingOn({ transactions, kept: () => 0, peak: 6000 });
    expect(found.kind).toBe('bounded');
    expect(reasonOf(found)).toBe(
      'Up to 6,000 Loggers were alive at once, and all were gone within 60 s: bounded by time.',
    );
  });

  test('a class that is never made is flat', () => {
    const run = modelledRun({ transactions, kept: () => 0 });
    const verdict = judge(run, [{ name: 'Pool', line: 9, column: 1 }], 60);
    expect(inWords(verdict.classes['Pool']!)).toMatchObject({
      kind: 'flat',
      reason: 'No Pool was ever made by its constructor.',
    });
  });

  test('a buffer that is emptied every 71 transactions is none, though each checkpoint sees it fuller', () => {
    const buffered = (at: number) => at + Math.floor(at / 2);
    const emptied = transactions - (transactions % 71);
    const kept = (at: number) => buffered(at % 71);
    const alive = (at: number) => buffered(Math.max(0, at - emptied));
    const counts = modelledRun({ transactions, kept }).checkpoints.map(({ live }) => live['Logger'] ?? 0);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(findingOn({ transactions, kept, alive, samples: 10 }).kind).toBe('not enough data');
  });

  test('bytes that rise and fall are free of leaks, however little or much; a tenth of a byte per transaction is a leak', () => {
    expect(verdictOn({ transactions, kept: () => 1, bytes: (at) => 9000 + (at % 400) }).leakFree).toBe(true);
    expect(verdictOn({ transactions, kept: () => 1, bytes: (at) => 9000 + at / 10 }).bytes.kind).toBe('leak');
  });
});

describe('leaks that only the bytes show', () => {
  const bytesOf = (bytes: (at: number) => number, length = transactions) =>
    verdictOn({ transactions: length, kept: () => 1, bytes });
  const powerBelow = (at: number, factor: number) => factor ** Math.ceil(Math.log(at) / Math.log(factor));

  test('a Set of ids leaks although its table doubles only now and then', () => {
    for (let length = 3000; length < 60_000; length = Math.ceil(length * 1.13)) {
      const verdict = bytesOf((at) => 48 * at + 4 * powerBelow(at, 2), length);
      expect(verdict.bytes.kind).toBe('leak');
      expect(verdict.leakFree).toBe(false);
    }
  });

  test('an array of numbers that grows by half is never free of leaks', () => {
    for (let length = 3000; length < 60_000; length = Math.ceil(length * 1.13)) {
      expect(bytesOf((at) => Math.floor(8 * powerBelow(at, 1.5)), length).leakFree).toBe(false);
    }
  });

  test('bytes that leak beside others that are let go now and then are not passed, whatever the period', () => {
    for (let period = 100; period < 3000; period = Math.ceil(period * 1.13)) {
      const { kind, reason } = inWords(bytesOf((at) => 100 * at + 400 * (at % period)).bytes);
      expect(['leak', 'not enough data']).toContain(kind);
      expect(reason).not.toContain('nothing is let go');
    }
    expect(bytesOf((at) => 400 * (at % 700)).bytes.kind).toBe('bounded');
  });

  test('a growing string and growing closures leak', () => {
    expect(bytesOf((at) => 18 * at).bytes.perTransaction).toBeCloseTo(18, 0);
    expect(bytesOf((at) => 500 + 16 * Math.ceil((155.5 * at) / 16)).bytes.perTransaction).toBeCloseTo(
      155.5,
      0,
    );
  });
});

describe('what cannot be told', () => {
  test('too short a run says how many transactions it takes', () => {
    const found = findingOn({ transactions: 70, kept: (at) => at });
    expect(inWords(found)).toMatchObject({
      kind: 'not enough data',
      perTransaction: 0,
      reason: 'The run is too short to compare seven batches: run 78 transactions or more.',
    });
    expect(findingOn({ transactions: 78, kept: (at) => at }).kind).toBe('leak');
  });

  test('growth that stopped in the last batch is not judged yet', () => {
    const verdict = verdictOn({ transactions, kept: (at) => Math.min(at, 8800), forever: true });
    expect(reasonOf(verdict.classes['Logger'])).toBe(
      'It grew until transaction 8,800 and then stopped, too near the end to tell whether for good: run 22,000 transactions or more.',
    );
    expect(verdict.bytes.kind).toBe('not enough data');
    expect(reasonOf(verdict.bytes)).toMatch(/run [\d,]+ transactions or more/);
  });

  test('a leak beside a cache that still warms up asks for a run that can be had, and that one finds it', () => {
    const kept = (at: number): number => 4 * at + Math.floor(13_000 * (1 - Math.exp(-at / 4000)));
    const { decides = 0 } = findingOn({ transactions, kept, forever: true });
    expect(decides).toBeLessThan(100_000);
    expect(findingOn({ transactions: decides, kept, forever: true })).toMatchObject({
      kind: 'leak',
      perTransaction: 4,
    });
  });
});

describe('programs that fail', () => {
  const run = modelledRun({ transactions, kept: (at) => at });
  const short = { ...run, samples: run.samples.slice(0, 40), checkpoints: run.checkpoints.slice(0, 3) };

  test('a server that runs out of memory says by what it grew', () => {
    const failure = { kind: 'out-of-memory', what: { type: 'machine failed' }, transaction: 4035 } as const;
    const verdict = judge({ ...short, failure }, [logger, { name: 'Pool', line: 9, column: 1 }], 60);
    expect(verdict.leakFree).toBe(false);
    expect(verdict.classes['Logger']?.kind).toBe('crashed');
    expect(verdict.classes['Logger']?.perTransaction).toBeCloseTo(1, 2);
    expect(reasonOf(verdict.classes['Logger'])).toBe(
      'The server ran out of memory at transaction 4,035, growing by 1.00 Logger per transaction.',
    );
    expect(inWords(verdict.classes['Pool']!)).toMatchObject({ kind: 'crashed', perTransaction: 0 });
  });

  test('a program that throws is not judged, and is not free of leaks', () => {
    const failure = { kind: 'runtime', what: { type: 'machine failed' }, transaction: 12 } as const;
    const verdict = judge({ ...short, failure }, [logger], 60);
    expect(verdict.classes['Logger']?.kind).toBe('not enough data');
    expect(verdict.leakFree).toBe(false);
  });

  test('classes may be called as nothing else should be', () => {
    const names = ['__proto__', 'constructor', 'toString'];
    const sites = names.map((name, index) => ({ name, line: index + 1, column: 1 }));
    const verdict = judge(run, sites, 60);
    expect(Object.keys(verdict.classes)).toEqual(names);
    for (const name of names) {
      expect(Object.getOwnPropertyDescriptor(verdict.classes, name)?.value).toMatchObject({ kind: 'flat' });
    }
  });
});

describe('causes', () => {
  const sends = (at: number): number => Math.floor(at / 40) + Math.floor(at / 97);
  const failed = (at: number): number => sends(at) + Math.floor(at / 11);

  /** The finding of a run whose checkpoints know how many sends failed. */
  function found(kept: (at: number) => number): Finding | undefined {
    const run = modelledRun({ transactions, kept, failed, forever: true });
    const checkpoints = run.checkpoints.map((at) => ({ ...at, failedAtSend: sends(at.transactions) }));
    return judge({ ...run, checkpoints }, [logger], 60).classes['Logger'];
  }

  test('a leak on one failing step is told as such, not as one in so many transactions', () => {
    expect(reasonOf(found(sends))).toContain('left 1 Logger per failed send, ');
    expect(reasonOf(found(failed))).toContain('left 1 Logger per failed transaction, ');
  });

  test('one for each transaction and more for each failure are told apart', () => {
    expect(reasonOf(found((at) => at + 2 * failed(at)))).toContain(
      'left 1 Logger for each transaction, and 2 more per failed transaction, ',
    );
    expect(reasonOf(found((at) => at - failed(at)))).toContain('1 Logger per transaction that succeeded');
  });

  test('one a second is told by the second, though the driver lets minutes pass between batches', () => {
    const settles = planBatches({ transactions, concurrency: 16 }).checkpoints;
    const seconds = (at: number): number => at / 100 + 60 * settles.filter((moment) => moment <= at).length;
    const run = modelledRun({
      transactions,
      kept: (at) => Math.floor(seconds(at)),
      forever: true,
      slices: 200,
    });
    const checkpoints = run.checkpoints.map((at) => ({ ...at, virtualMs: 1000 * seconds(at.transactions) }));
    const { Logger } = judge({ ...run, checkpoints }, [logger], 60).classes;
    expect(reasonOf(Logger)).toBe('It grows with time, whatever the load: 1 Logger a second.');
    expect(Logger?.perTransaction).toBeCloseTo(0.01, 3);
  });

  test('growth that gets faster says so', () => {
    expect(
      reasonOf(findingOn({ transactions, kept: (at) => Math.floor((at / 100) ** 2), forever: true })),
    ).toContain('faster and faster');
  });
});

describe('allowances', () => {
  const allowed = (most: number): readonly Allowance[] => [{ className: 'Logger', most }];
  const run = modelledRun({ transactions, kept: (at) => Math.min(at, 9000), forever: true });

  test('a class that stays below what is allowed is bounded, and so are its bytes', () => {
    const verdict = judge(run, [logger], 60, allowed(10_000));
    expect(verdict.leakFree).toBe(true);
    expect(reasonOf(verdict.classes['Logger'])).toBe(
      'No more than 9,000 Loggers stayed at once, and 10,000 Loggers are allowed.',
    );
  });

  test('above what is allowed it is judged as ever, and the reason says by how much it is above', () => {
    const { Logger } = judge(run, [logger], 60, allowed(8000)).classes;
    expect(Logger?.kind).toBe('not enough data');
    expect(reasonOf(Logger)).toContain(
      '8,000 Loggers are allowed, and up to 9,000 stayed at once: 1,000 too many.',
    );
  });

  test('a leak beside an allowed cache is not allowed', () => {
    const strings = modelledRun({
      transactions,
      kept: (at) => Math.min(at, 3000),
      bytes: (at) => 100 * Math.min(at, 3000) + 30 * at,
      forever: true,
    });
    const verdict = judge(strings, [logger], 60, allowed(5000));
    expect(verdict.classes['Logger']?.kind).toBe('bounded');
    expect(verdict.bytes).toMatchObject({ kind: 'leak' });
    expect(verdict.bytes.perTransaction).toBeCloseTo(30, 0);
  });

  test('an allowance for a class that is not there is named', () => {
    expect(unknownClasses([...allowed(1), { className: 'Lgger', most: 1 }], [logger])).toEqual(['Lgger']);
  });
});

describe('a server that is never idle', () => {
  const steady = { stragglers: 2, pace: 1 };
  const busy = (kept: (at: number) => number): Finding | undefined => {
    const run = modelledRun({ transactions, kept, alive: () => 0 });
    return judge({ ...run, workload: { ...run.workload, steady } }, [logger], 0).classes['Logger'];
  };

  test('what is let go only when it falls idle leaks', () => {
    expect(busy((at) => at + 2)).toMatchObject({ kind: 'leak', perTransaction: 1 });
  });

  test('what time-outs let go is bounded', () => {
    expect(busy((at) => 100 + ((at * 7) % 11))?.kind).toBe('bounded');
    expect(busy(() => 2)?.kind).toBe('flat');
  });
});

describe('an early death', () => {
  const run = modelledRun({ transactions, kept: (at) => at });
  const failure = { kind: 'out-of-memory', what: { type: 'machine failed' }, transaction: 84 } as const;
  const dead = (live: number, bytes: number): Sample => ({
    transactions: 84,
    virtualMs: 840,
    inFlight: 16,
    bytes,
    live: { Logger: live },
    created: { Logger: live },
  });

  test('is blamed on what there is of each transaction, though nothing was read before it', () => {
    const verdict = judge({ ...run, checkpoints: [], samples: [dead(84, 8_400_000)], failure }, [logger], 60);
    expect(verdict.classes['Logger']).toMatchObject({ kind: 'crashed', perTransaction: 1 });
  });

  test('in one allocation is not put down to bytes that were never held', () => {
    const at = { ...failure, transaction: 0 };
    const first = { ...dead(0, 3448), transactions: 0 };
    const verdict = judge({ ...run, checkpoints: [], samples: [first], failure: at }, [logger], 60);
    expect(reasonOf(verdict.bytes)).toContain('so one step asked for more than the limit allows');
    expect(reasonOf(verdict.classes['Logger'])).toBe(
      'The server ran out of memory at transaction 0, too early to see what grows; no Logger was alive.',
    );
  });
});

describe('words', () => {
  test('what lived between two readings was made', () => {
    const run = modelledRun({ transactions, kept: () => 0, concurrency: 0 });
    expect(reasonOf(judge(run, [logger], 0).classes['Logger'])).toBe(
      '10,000 Loggers were made, and none was alive whenever the heap was read.',
    );
  });

  test('a rate that is not known exactly is not stated as if it were', () => {
    const found = findingOn({
      transactions: 40_000,
      kept: (at) => Math.floor(at / 1000),
      forever: true,
      slices: 200,
    });
    expect(reasonOf(found)).toMatch(
      /: (about 1 Logger per 1,000|1 Logger per 9\d\d to 1,0\d\d) transactions\.$/,
    );
  });

  test('names that have no plural in -s get none', () => {
    expect(findingFor('Loaded')).toContain('instances of Loaded');
    expect(findingFor('K0')).toContain('instances of K0');
  });

  function findingFor(name: string): string {
    const run = modelledRun({ transactions, kept: (at) => 2 * at });
    const live = ({ transactions: at }: { readonly transactions: number }): Record<string, number> => ({
      [name]: 2 * at,
    });
    const checkpoints = run.checkpoints.map((at) => ({ ...at, live: live(at) }));
    return reasonOf(judge({ ...run, checkpoints }, [{ ...logger, name }], 60).classes[name]);
  }
});
