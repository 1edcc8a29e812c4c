/** The owner's side of the workers: starts them, watches them, ends them, and always has a fresh one at hand. */

import { WorkerHandle, stillborn, type WorkerPort } from './worker-handle.ts';
import { StartedRun, type Asked, type RunEvent } from './started-run.ts';
import type { GuestModules, InspectRequest, MachineAssets, RunRequest } from '../protocol.ts';

export type { RunEvent, WorkerPort };

export interface Run {
  /** Ends the run within 200 ms, whatever the program does; `stopped` follows. */
  stop(): void;
}

export interface Client {
  /** Starts a worker and prepares it, so that the next run begins at once. */
  warm(): Promise<void>;
  /** Runs one program; a run that is still going on is stopped first. */
  run(request: RunRequest, onEvent: (event: RunEvent) => void): Run;
  /** Looks into the heap of a run that was played; a run that is still going on is stopped first. */
  inspect(inspection: InspectRequest, onEvent: (event: RunEvent) => void): Run;
  /** Ends all workers. */
  dispose(): void;
}

/**
 * `spawn` makes a worker that runs `worker.ts`; `loadAssets` is called once, and again after it failed. So is
 * `loadPlatform`, for the first program that needs it; without it the assets hold the platform as well.
 */
export function createClient(
  spawn: () => WorkerPort,
  loadAssets: () => Promise<MachineAssets>,
  loadPlatform?: () => Promise<GuestModules>,
): Client {
  let assets: Promise<MachineAssets> | undefined;
  let platform: Promise<GuestModules> | undefined;
  let spare: WorkerHandle | undefined;
  let going: Run | undefined;
  let lastRunId = 0;
  let isDisposed = false;

  const spawned = (): WorkerPort => {
    try {
      return spawn();
    } catch (error) {
      return stillborn(error);
    }
  };
  const hire = (): WorkerHandle => {
    assets ??= loadAssets();
    assets.catch(() => (assets = undefined));
    return new WorkerHandle(spawned(), assets);
  };
  const platformFor = (needed: readonly unknown[] | undefined) => (): Promise<GuestModules> | undefined => {
    if (loadPlatform === undefined || needed === undefined) return undefined;
    platform ??= loadPlatform();
    platform.catch(() => (platform = undefined));
    return platform;
  };
  /** The spare, unless it has failed: what came in its way may be gone. */
  const takeSpare = (): WorkerHandle | undefined => {
    const handle = spare;
    spare = undefined;
    if (handle?.state !== 'failed') return handle;
    handle.terminate();
    return undefined;
  };

  const start = (
    ask: Asked,
    platformNeeded: () => Promise<GuestModules> | undefined,
    onEvent: (event: RunEvent) => void,
  ): Run => {
    going?.stop();
    const runId = ++lastRunId;
    const started = new StartedRun({
      runId,
      ask,
      spare: takeSpare(),
      hire,
      platform: platformNeeded,
      onEvent,
      onEnd: (handle, outcome) => {
        if (going === started) going = undefined;
        const isReusable = outcome === 'reusable' && handle.state !== 'failed';
        if (isReusable && spare === undefined && !isDisposed) spare = handle;
        else handle.terminate();
        // What could not be loaded a moment ago is tried again when it is asked for.
        if (!isDisposed && outcome !== 'unloadable') spare ??= hire();
      },
    });
    going = started;
    return started;
  };

  return {
    warm: () => (spare = takeSpare() ?? hire()).ready,
    run: (request, onEvent) =>
      start({ type: 'run', request }, platformFor(request.compiled.platform), onEvent),
    inspect: (inspection, onEvent) => start({ type: 'inspect', inspection }, platformFor([]), onEvent),
    dispose() {
      isDisposed = true;
      going?.stop();
      spare?.terminate();
      spare = undefined;
    },
  };
}
