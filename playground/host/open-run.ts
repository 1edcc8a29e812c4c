/** Sets up what one run is played with: a machine with the program's server, its heap, its limits, and its messages. */

import { createPositions } from '../compiler/positions.ts';
import { Heap } from './heap.ts';
import { GuestMessages } from './guest-messages.ts';
import type { Machine } from './machine.ts';
import { MemoryLimit } from './memory-limit.ts';
import { openMachine } from './open-machine.ts';
import { Present } from './present.ts';
import type { RunOptions } from './run-options.ts';
import { TickBudget } from './tick-budget.ts';

/** What one run is played with. */
export interface RunParts {
  readonly machine: Machine;
  readonly heap: Heap;
  readonly limit: MemoryLimit;
  readonly budget: TickBudget;
  readonly guestMessages: GuestMessages;
  readonly present: Present;
  /** How each transaction has ended, by its number (of `ending` in `fields.ts`); empty where owners are not kept. */
  readonly endings: () => Uint8Array;
}

/** Opens a machine, ready to load the program, and takes its heap as it is then for empty. */
export async function openRun(options: RunOptions): Promise<RunParts> {
  const { compiled, listener, mostTicks, workload } = options;
  const guestMessages = new GuestMessages(listener, createPositions(compiled.map));
  const present = new Present();
  const budget = new TickBudget(
    workload.transactions,
    () => present.current(),
    () => listener.onTick?.(),
    mostTicks,
  );
  guestMessages.onHalt = () => {
    budget.stop = 'wanted';
  };
  const { machine, views } = await openMachine(options, guestMessages, budget, present);
  const heap = new Heap(machine, views, compiled.sites);
  heap.calibrate();
  const limit = new MemoryLimit(workload.memoryLimit, machine, heap);
  present.begin(heap);
  budget.guard(limit);
  const endings = machine.view(views('endings'), Uint8Array);
  return { machine, heap, limit, budget, guestMessages, present, endings };
}
