/** Sets up what one run is played with: a machine with the program's server, its heap, its limits, and its messages. */

import { createPositions } from '../compiler/positions.ts';
import { Heap } from './heap.ts';
import { Inbox } from './inbox.ts';
import type { Machine } from './machine.ts';
import { MemoryLimit } from './memory-limit.ts';
import { openMachine } from './open-machine.ts';
import { Present } from './present.ts';
import type { RunOptions } from './run-options.ts';
import { Watch } from './watch.ts';

/** What one run is played with. */
export interface RunParts {
  readonly machine: Machine;
  readonly heap: Heap;
  readonly limit: MemoryLimit;
  readonly watch: Watch;
  readonly inbox: Inbox;
  readonly present: Present;
}

/** Opens a machine, ready to load the program, and takes its heap as it is then for empty. */
export async function openRun(options: RunOptions): Promise<RunParts> {
  const { compiled, listener, mostTicks, workload } = options;
  const inbox = new Inbox(listener, createPositions(compiled.map));
  const present = new Present();
  const watch = new Watch(
    workload.transactions,
    () => present.current(),
    () => listener.onTick?.(),
    mostTicks,
  );
  inbox.onHalt = () => {
    watch.stop = 'wanted';
  };
  const { machine, views } = await openMachine(options, inbox, watch, present);
  const heap = new Heap(machine, views, compiled.sites);
  heap.calibrate();
  const limit = new MemoryLimit(workload.memoryLimit, machine, heap);
  present.begin(heap);
  watch.guard(limit);
  return { machine, heap, limit, watch, inbox, present };
}
