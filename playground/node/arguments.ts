/** Reads the command line into what is asked for, or says in a sentence why it cannot be followed. */

import { count } from '../words/en/wording.ts';
import { parseArgs } from 'node:util';
import { readAllAllowances } from '../words/allowance.ts';
import type { HeapAsked } from './lab-heap.ts';
import { en } from '../words/en/en.ts';
import type { Allowance, Workload } from '../record.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { findScenario, scenarioIds } from '../scenarios/scenarios.ts';
import { workloadFault } from '../workload.ts';

export const usage = `usage: npm run -s lab -- <scenario> [--program leaky|fixed|fixed-…|wrong-…|FILE.ts]
         [--transactions N] [--seed N] [--concurrency N] [--failure-rate P] [--shared-id-rate P] [--memory-limit MiB]
         [--samples N] [--collector SECONDS|off] [--steady STRAGGLERS|off] [--pace X]
         [--allow "N CLASS"]… [--no-checks] [--fail-on leak] [--timeout SECONDS] [--json]
         [--paths] [--cut PATH|FINGERPRINT] [--heapsnapshot FILE]
       npm run -s lab -- --list [--json]
       npm run -s lab -- --verify FILE|FOLDER… [--json]
exit:  0 the program ran · 1 it failed, with --fail-on leak it leaks or fails a check, or with --verify a record does not hold
       2 the command was not understood · 3 --verify could not start the machine`;

/** Something on the command line that cannot be followed. */
export class UsageError extends Error {}

/** What a command asks for. */
export type Command = { readonly type: 'list'; readonly json: boolean } | VerifyCommand | RunCommand;

/** Records of learners, to be verified. */
export interface VerifyCommand {
  readonly type: 'verify';
  /** Files, and folders whose files that end in `.json` are meant, as they were typed. */
  readonly places: readonly string[];
  readonly json: boolean;
}

export interface RunCommand {
  readonly type: 'run';
  readonly scenario: Scenario;
  /** One of the scenario's programs, or a path as it was typed. */
  readonly program: string;
  readonly workload: Workload;
  readonly allowances: readonly Allowance[];
  readonly checks: boolean;
  readonly failOnLeak: boolean;
  /** What is asked of the heap; absent where nothing is. */
  readonly heap?: HeapAsked;
  /** Wall-clock seconds that the whole command may take. */
  readonly timeoutSeconds: number;
  readonly json: boolean;
}

/** Seconds after which a command ends what it runs, unless told otherwise. */
const usualTimeout = 120;
const timeoutBound = { least: 0.1, most: 86_400 };

/** Throws a `UsageError` for what cannot be followed. */
export async function readCommand(args: readonly string[]): Promise<Command> {
  const { values, positionals } = parse(args);
  const json = values.json === true;
  if (values.list === true) return { type: 'list', json };
  if (values.verify === true) {
    if (positionals.length === 0) throw new UsageError('Name the records to verify: files or folders.');
    return { type: 'verify', places: positionals, json };
  }
  const [id, ...others] = positionals;
  if (id === undefined || others.length > 0) throw new UsageError('Name one scenario.');
  const scenario = await findScenario(id);
  if (scenario === undefined) {
    throw new UsageError(`There is no scenario '${id}'; there are: ${scenarioIds.join(', ')}.`);
  }
  return {
    type: 'run',
    scenario,
    program: values.program ?? 'leaky',
    workload: readWorkload(scenario.workload, values),
    allowances: allowancesIn(values.allow ?? []),
    checks: values['no-checks'] !== true,
    failOnLeak: failOnLeak(values['fail-on']),
    ...heapAsked(values),
    timeoutSeconds: readTimeout(values.timeout),
    json,
  };
}

type Values = ReturnType<typeof parse>['values'];

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        program: { type: 'string' },
        transactions: { type: 'string' },
        seed: { type: 'string' },
        concurrency: { type: 'string' },
        'failure-rate': { type: 'string' },
        'shared-id-rate': { type: 'string' },
        'memory-limit': { type: 'string' },
        samples: { type: 'string' },
        collector: { type: 'string' },
        steady: { type: 'string' },
        pace: { type: 'string' },
        allow: { type: 'string', multiple: true },
        'no-checks': { type: 'boolean' },
        'fail-on': { type: 'string' },
        paths: { type: 'boolean' },
        cut: { type: 'string' },
        heapsnapshot: { type: 'string' },
        timeout: { type: 'string' },
        json: { type: 'boolean' },
        list: { type: 'boolean' },
        verify: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function readWorkload(own: Workload, values: Values): Workload {
  const asked: Workload = {
    ...withoutSteady(own),
    transactions: number(values.transactions, own.transactions),
    seed: number(values.seed, own.seed),
    failureRate: number(values['failure-rate'], own.failureRate),
    sharedIdRate: number(values['shared-id-rate'], own.sharedIdRate),
    concurrency: number(values.concurrency, own.concurrency),
    memoryLimit: Math.round(number(values['memory-limit'], own.memoryLimit / 2 ** 20) * 2 ** 20),
    samples: number(values.samples, own.samples),
    collectorSeconds:
      values.collector === undefined
        ? own.collectorSeconds
        : values.collector === 'off'
          ? null
          : number(values.collector, NaN),
    ...readSteady(own, values),
  };
  const fault = workloadFault(asked);
  if (fault !== undefined) throw new UsageError(en.workloadFaultWords(fault));
  return asked;
}

function number(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  return text.trim() === '' ? NaN : Number(text);
}

function withoutSteady({ steady: _, ...workload }: Workload): Workload {
  return workload;
}

function readSteady({ steady: own }: Workload, { steady, pace }: Values): Pick<Workload, 'steady'> {
  const isSteady = steady === undefined ? own !== undefined : steady !== 'off';
  if (!isSteady && pace !== undefined) {
    throw new UsageError('A pace goes with a steady load: say --steady STRAGGLERS as well.');
  }
  if (!isSteady) return {};
  return {
    steady: { stragglers: number(steady, own?.stragglers ?? NaN), pace: number(pace, own?.pace ?? 1) },
  };
}

function allowancesIn(texts: readonly string[]): readonly Allowance[] {
  const { allowances, fault } = readAllAllowances(texts);
  if (fault !== undefined) throw new UsageError(`--allow: ${en.allowanceFaultWords(fault)}`);
  return allowances;
}

function failOnLeak(asked: string | undefined): boolean {
  if (asked === undefined || asked === 'leak') return asked === 'leak';
  throw new UsageError(`The command can fail on a leak, not on '${asked}': say --fail-on leak.`);
}

function heapAsked({ paths, cut, heapsnapshot: snapshot }: Values): Pick<RunCommand, 'heap'> {
  if (paths !== true && cut === undefined && snapshot === undefined) return {};
  return {
    heap: {
      paths: paths === true || cut !== undefined,
      ...(cut === undefined ? {} : { cut }),
      ...(snapshot === undefined ? {} : { snapshot }),
    },
  };
}

function readTimeout(text: string | undefined): number {
  const seconds = number(text, usualTimeout);
  const { least, most } = timeoutBound;
  if (seconds >= least && seconds <= most) return seconds;
  throw new UsageError(`The time-out must be a number of seconds from ${least} to ${count(most)}.`);
}
