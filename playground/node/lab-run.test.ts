/** A run of the command line that somebody or the clock ends: what was measured until then is told. */

import { describe, expect, test } from 'vitest';
import type { LabResult } from './report.ts';
import { createCompiler } from './compiler.ts';
import { createNodeClient } from './client.ts';
import { playToResult, type Ending, type Whereabouts } from './lab-run.ts';
import { wordedResult } from './lab-json.ts';
import type { RunRequest } from '../protocol.ts';
import { programWith, shortWorkload } from '../testing/run-for-tests.ts';

const compiler = createCompiler();

function request(source: string, transactions: number): RunRequest {
  const { compiled } = compiler.compile(source);
  if (compiled === undefined) throw new Error('does not compile');
  const workload = { ...shortWorkload, transactions };
  const scenario = 'logger-per-transaction';
  return { scenario, program: 'mine', compiled, diagnostics: [], workload, checks: true };
}

/** Plays, and ends the run once it is where `when` says. */
async function endedWhen(
  asked: RunRequest,
  ending: Ending,
  when: (at: Whereabouts) => boolean,
): Promise<LabResult> {
  const controller = new AbortController();
  const client = createNodeClient();
  try {
    return await playToResult({
      client,
      request: asked,
      signal: controller.signal,
      onProgress: (at) => {
        if (when(at)) controller.abort(ending);
      },
    });
  } finally {
    client.dispose();
  }
}

const timeout: Ending = { type: 'timeout', seconds: 9 };
const interrupted: Ending = { type: 'interrupted' };
const begun = (at: Whereabouts): boolean => at.type === 'main' && at.transactions > 0;
const inTrials = (at: Whereabouts): boolean => at.type === 'trial';
/** Goes on for ever in one transaction after half of the run, where no tick is counted. */
const hanging = programWith({
  top: 'class Kept {} const kept: Kept[] = []; let made = 0;',
  construct: 'kept.push(new Kept()); if (++made > 150) new Array(2 ** 32 - 1).reverse();',
});
const keeping = programWith({
  top: 'class Kept {} const kept: Kept[] = [];',
  construct: 'kept.push(new Kept()); console.log(kept.length);',
});

describe('a run that is ended before its end', () => {
  test('is unresponsive when the clock ends it, and gives its samples', async () => {
    const result = await endedWhen(request(hanging, 200), timeout, begun);
    expect(result.failure?.kind).toBe('unresponsive');
    expect(wordedResult(result).failure?.message).toMatch(
      /last sample was at \d+ of 200 transactions\. .* may take 9 s/,
    );
    expect(result.samples.length).toBeGreaterThan(0);
    expect(result.verdict.classes['Kept']?.kind).toBe('not enough data');
    expect(result.interrupted).toBeUndefined();
  });

  test('keeps the verdict of the main run when the clock ends its checks', async () => {
    const result = await endedWhen(request(keeping, 800), timeout, inTrials);
    expect(result.failure?.kind).toBe('unresponsive');
    expect(wordedResult(result).failure?.message).toMatch(
      /^The checks did not end in time: trial 1 of \d+ was still running/,
    );
    expect(result.verdict.classes['Kept']).toMatchObject({ kind: 'leak', perTransaction: 1 });
    expect(result.checks).toEqual([]);
  });

  test('did not fail when somebody interrupts it: what is known is told', async () => {
    const early = await endedWhen(request(hanging, 200), interrupted, begun);
    expect(early).toMatchObject({ interrupted: true });
    expect(early.failure).toBeUndefined();
    expect(early.samples.length).toBeGreaterThan(0);
    const late = await endedWhen(request(keeping, 800), interrupted, inTrials);
    expect(late).toMatchObject({ interrupted: true });
    expect(late.verdict.classes['Kept']).toMatchObject({ kind: 'leak' });
  });

  test('brings what the program wrote to its console in the main run', async () => {
    const result = await endedWhen(request(keeping, 800), timeout, () => false);
    expect(result.failure).toBeUndefined();
    expect(result.console[0]).toEqual({ level: 'log', text: '1' });
    expect(result.console.length + result.consoleDropped).toBeGreaterThanOrEqual(800);
    expect(result.interrupted).toBeUndefined();
  });
});
