/** Runs of a playground: what is going on, what has arrived, and the last run of each program. */

import { batch, type ReadonlySignal, signal } from '@preact/signals';

import type { Client, RunEvent } from '#playground/worker/client.ts';
import type {
  Allowance,
  ConsoleLine,
  Failure,
  LogLine,
  RunResult,
  Sample,
  Workload,
} from '#playground/record.ts';
import type { RunRequest } from '#playground/protocol.ts';
import type { Role } from '#src/chart/drawn-run.ts';
import { createFrameBatch } from './frame-batch.ts';

export type Phase = 'idle' | 'compiling' | 'running' | 'finished' | 'failed' | 'stopped';

/** A run that the reader started, with all that it has sent so far. */
export interface StartedRun {
  readonly program: Role;
  readonly workload: Workload;
  readonly allowances: readonly Allowance[];
  /** What the machine was asked for: it can be asked again. */
  readonly request: RunRequest;
  /** Its text, as it was when the run began. */
  readonly source: string;
  /** Whether its code is not the reader's: that of a program that the site came with, whatever it is called here, or by link. */
  readonly given: boolean;
  /** Whether it is a program that came by a link, or an edit of it. */
  readonly byLink?: boolean;
  readonly samples: readonly Sample[];
  /** Share of the transactions begun, 0 to 1. */
  readonly done: number;
  readonly result?: RunResult;
  /** The trial of the checks that goes on, from 1. */
  readonly checking?: { readonly trial: number; readonly trials: number };
  /** Milliseconds until the verdict, without the checks. */
  readonly measuredMs?: number;
  /** Whether the machine is still on its way to the page. */
  readonly loading?: boolean;
  /** Set when the machine could not be had, broke, or hung, so that there is no result. */
  readonly lost?: Failure;
}

/** Where a run's program comes from. */
export type Origin = Pick<StartedRun, 'source' | 'given' | 'byLink'>;

/** The bounded tail of what a program wrote. */
export interface Written {
  readonly console: readonly ConsoleLine[];
  readonly dropped: number;
  readonly log: readonly LogLine[];
}

export interface Runs {
  readonly phase: ReadonlySignal<Phase>;
  /** Whether the last attempt failed before it could run. */
  readonly refused: ReadonlySignal<boolean>;
  /** The run going on, or the last one; `undefined` before the first. */
  readonly current: ReadonlySignal<StartedRun | undefined>;
  /** The last run of each program, the one going on included. */
  readonly byRole: ReadonlySignal<Readonly<Partial<Record<Role, StartedRun>>>>;
  /** Up to two results of mine before the present one, oldest first. */
  readonly earlierOfMine: ReadonlySignal<readonly StartedRun[]>;
  readonly written: ReadonlySignal<Written>;
  /** Begins a run on the page's machine. */
  start(client: Client, request: RunRequest & { readonly program: Role }, origin: Origin): void;
  stop(): void;
  /** Says what happens before a run, or that none can begin. Ends a run that goes on; what it has measured stays. */
  announce(phase: 'compiling' | 'failed' | 'stopped'): void;
}

const keptLines = 500;
const nothingWritten: Written = { console: [], dropped: 0, log: [] };

/** Ends the run of whichever playground of the page has one: there is one machine for all. */
let stopActive: (() => void) | undefined;

export function createRuns(): Runs {
  const phase = signal<Phase>('idle');
  const refused = signal(false);
  const current = signal<StartedRun | undefined>(undefined);
  const byRole = signal<Partial<Record<Role, StartedRun>>>({});
  const earlierOfMine = signal<readonly StartedRun[]>([]);
  const written = signal<Written>(nothingWritten);
  let newest = 0;

  const begin = (run: StartedRun) =>
    batch(() => {
      const before = byRole.value[run.program];
      if (run.program === 'mine' && before?.result !== undefined) {
        earlierOfMine.value = [...earlierOfMine.value, before].slice(-2);
      }
      written.value = nothingWritten;
      phase.value = 'running';
      refused.value = false;
      current.value = run;
    });

  const take = (events: readonly RunEvent[]) =>
    batch(() => {
      const before = current.value;
      if (before === undefined) return;
      const run = events.reduce(runAfter, before);
      current.value = run;
      if (run.samples.length > 0) byRole.value = { ...byRole.value, [run.program]: run };
      written.value = events.reduce(writtenAfter, written.value);
      phase.value = events.reduce(phaseAfter, phase.value);
    });

  const start: Runs['start'] = (client, request, origin) => {
    stopActive?.();
    const number = ++newest;
    const frames = createFrameBatch<RunEvent>((events) => {
      if (number === newest) take(events); // What an overtaken run still sends is late.
    });
    const { program, workload, allowances = [] } = request;
    begin({ program, workload, allowances, request, ...origin, samples: [], done: 0 });
    const handle = client.run(request, (event) => {
      frames.add(event);
      if (isLast(event)) frames.flush();
    });
    stopActive = () => handle.stop();
  };

  const stop = () => {
    if (phase.value === 'running') stopActive?.();
  };
  const announce: Runs['announce'] = (next) => {
    stop();
    newest += 1;
    batch(() => {
      refused.value = next === 'failed';
      phase.value = next;
    });
  };
  return { phase, refused, current, byRole, earlierOfMine, written, start, stop, announce };
}

function isLast(event: RunEvent): boolean {
  return !['loading', 'samples', 'console', 'log', 'checking'].includes(event.type);
}

function runAfter(run: StartedRun, event: RunEvent): StartedRun {
  switch (event.type) {
    case 'samples':
      return { ...run, samples: [...run.samples, ...event.samples], done: event.done };
    case 'measured':
      return { ...runAfter(run, { ...event, type: 'finished' }), measuredMs: event.result.elapsedMs };
    case 'finished':
      return { ...run, samples: event.result.samples, result: event.result, done: 1 };
    case 'checking':
      return { ...run, checking: { trial: event.trial, trials: event.trials } };
    case 'loading':
      return { ...run, loading: event.going };
    case 'lost':
      return { ...run, lost: event.failure };
    case 'console':
    case 'log':
    case 'inspected':
    case 'stopped':
      return run;
  }
}

function writtenAfter(written: Written, event: RunEvent): Written {
  switch (event.type) {
    case 'console': {
      const lines = [...written.console, ...event.lines];
      const overflow = Math.max(0, lines.length - keptLines);
      return {
        ...written,
        console: lines.slice(overflow),
        dropped: written.dropped + event.dropped + overflow,
      };
    }
    case 'log':
      return { ...written, log: [...written.log, ...event.lines].slice(-keptLines) };
    case 'loading':
    case 'samples':
    case 'measured':
    case 'checking':
    case 'finished':
    case 'inspected':
    case 'lost':
    case 'stopped':
      return written;
  }
}

function phaseAfter(phase: Phase, event: RunEvent): Phase {
  switch (event.type) {
    case 'finished':
      return event.result.failure === undefined ? 'finished' : 'failed';
    case 'lost':
      return 'failed';
    case 'stopped':
      return 'stopped';
    case 'loading':
    case 'samples':
    case 'measured':
    case 'checking':
    case 'console':
    case 'log':
    case 'inspected':
      return phase;
  }
}
