/** What a playground holds of its runs, its mistakes and its chart, while real machines run real programs. */

import { effect, signal } from '@preact/signals';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';

import { createCompiler } from '#playground/node/compiler.ts';
import { createNodeClient } from '#playground/node/client.ts';
import { readProgram } from '#playground/node/programs.ts';
import type { RunRequest } from '#playground/protocol.ts';
import { programWith, shortWorkload } from '#playground/testing/run-for-tests.ts';
import type { Role } from '#src/chart/drawn-run.ts';
import { createChartView } from './chart-view.ts';
import { createDiagnosis } from './diagnosis.ts';
import type { Lab } from './lab.ts';
import type { ScenarioBundle } from './scenario-bundle.ts';
import { createRuns, type Phase, type Runs } from './runs.ts';

const scenario = 'logger-per-transaction';
const compiler = createCompiler();
const client = createNodeClient();
afterAll(() => client.dispose());

// A hidden page has no frames, and takes each message as it comes.
beforeEach(() => void vi.stubGlobal('document', { hidden: true, documentElement: { lang: 'en' } }));

function request(program: Role, source: string, transactions = 200): RunRequest & { readonly program: Role } {
  const { compiled, diagnostics } = compiler.compile(source);
  if (compiled === undefined) throw new Error('It does not compile.');
  const workload = { ...shortWorkload, transactions, samples: Math.max(10, transactions / 1000) };
  return { scenario, program, compiled, diagnostics, workload, checks: false };
}

/** Resolves when the playground is in that state. */
function reached(runs: Runs, wanted: Phase): Promise<void> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      if (runs.phase.value === wanted) resolve();
    });
    void Promise.resolve().then(() => runs.phase.value === wanted && stop());
  });
}

function begin(runs: Runs, program: Role, source: string, transactions?: number): void {
  runs.start(client, request(program, source, transactions), { source, given: false });
}

async function play(runs: Runs, program: Role, source: string): Promise<void> {
  begin(runs, program, source);
  await reached(runs, 'finished');
}

/** The scenario's file as a page fetches it, with short runs in the place of those of the build. */
async function labWith(): Promise<Lab> {
  const runs = createRuns();
  const given = async (name: 'leaky' | 'fixed') => {
    const source = await readProgram(scenario, name);
    await play(runs, name, source);
    const { compiled, diagnostics } = request(name, source);
    return { source, compiled, diagnostics, recorded: runs.current.value!.result! };
  };
  const [leaky, fixed] = [await given('leaky'), await given('fixed')];
  const file: ScenarioBundle = {
    scenario,
    hash: '',
    workload: shortWorkload,
    programs: { leaky, fixed: { ...fixed, compiled: '' } },
    others: {},
    wrong: {},
    marks: [],
    contract: '',
  };
  return {
    file: signal(file),
    fixed: signal(undefined),
    started: new Map(),
    words: signal(undefined),
    missing: signal(false),
    load: () => Promise.resolve(file),
    loadFixed: () => Promise.resolve(undefined),
    loadCompiled: () => Promise.reject(new Error('No program of this lab is run.')),
    loadAhead: () => undefined,
  };
}

test('a run goes from running to finished, with its samples, its result and what it wrote', async () => {
  const runs = createRuns();
  expect(runs.phase.value).toBe('idle');
  const source = programWith({ construct: "if (id) console.log('made');" });
  begin(runs, 'mine', source);
  expect(runs.phase.value).toBe('running');
  await reached(runs, 'finished');
  expect(runs.current.value).toMatchObject({ program: 'mine', source, done: 1, given: false });
  expect(runs.current.value?.samples).toHaveLength(shortWorkload.samples);
  expect(runs.byRole.value.mine?.result?.verdict.leakFree).toBe(true);
  expect(runs.written.value.console).toHaveLength(200);
  expect(runs.written.value.log.length).toBeGreaterThan(0);
});

test('a run that is stopped keeps what it has measured', async () => {
  const runs = createRuns();
  begin(runs, 'mine', programWith({}), 1_000_000);
  await vi.waitFor(() => expect(runs.current.value?.samples.length).toBeGreaterThan(0), { timeout: 60_000 });
  runs.stop();
  await reached(runs, 'stopped');
  expect(runs.byRole.value.mine?.samples.length).toBeGreaterThan(0);
  expect(runs.byRole.value.mine?.result).toBeUndefined();
});

test('of one’s own runs the last two stay behind the present one', async () => {
  const runs = createRuns();
  for (let turn = 0; turn < 4; turn++)
    await play(runs, 'mine', programWith({ top: `const turn = ${turn};` }));
  expect(runs.earlierOfMine.value).toHaveLength(2);
});

test('another playground’s run ends this one, and what comes late of it is not taken', async () => {
  const [first, second] = [createRuns(), createRuns()];
  begin(first, 'mine', programWith({}), 1_000_000);
  await play(second, 'mine', programWith({}));
  await reached(first, 'stopped');
  first.announce('compiling');
  expect(first.phase.value).toBe('compiling');
  expect(second.phase.value).toBe('finished');
});

test('the error that ended a run stands among its program’s problems, and among no other’s', async () => {
  const runs = createRuns();
  const lab = await labWith();
  const chosen = signal<Role>('mine');
  const diagnosis = createDiagnosis({ chosen }, runs, lab);
  const source = programWith({ construct: "if (id) throw new Error('no');" });
  begin(runs, 'mine', source);
  await reached(runs, 'failed');
  const line = 1 + source.split('\n').findIndex((text) => text.includes("new Error('no')"));
  expect(diagnosis.problems.value).toMatchObject([{ severity: 'error', line }]);
  expect(diagnosis.problems.value[0]?.message).toContain('no');
  chosen.value = 'leaky';
  expect(diagnosis.problems.value).toEqual([]);
});

test('the chart shows what grows most, hides a line that is in the way, and shows whoever runs', async () => {
  const runs = createRuns();
  const lab = await labWith();
  const isLocked = signal(true);
  const chart = createChartView(lab, runs, signal(undefined), { isLocked });
  expect(chart.view.value).toEqual({ type: 'objects', className: 'Logger' });
  const rolesShown = () => chart.figure.value?.series.map(({ role }) => role);
  expect(rolesShown()).toEqual(expect.arrayContaining(['leaky', 'fixed']));
  const names = () => chart.figure.value?.labels.map(({ name }) => name);
  expect(names()).toEqual(expect.arrayContaining(['leaky', 'a fixed version']));
  expect(chart.figure.value?.sentence).toContain('a fixed version');
  isLocked.value = false;
  expect(names()).toEqual(expect.arrayContaining(['leaky', 'fixed']));
  chart.toggle('leaky');
  expect(rolesShown()).toEqual(['fixed']);
  await play(runs, 'leaky', await readProgram(scenario, 'leaky'));
  expect(rolesShown()).toContain('leaky');
  chart.choose({ type: 'bytes' });
  expect(chart.view.value).toEqual({ type: 'bytes' });
});
