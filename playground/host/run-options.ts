/** What a run is given, and whom it tells while it goes on. */

import type { CompiledProgram, ConsoleLine, LogLine, Sample, Workload } from '../record.ts';
import type { MachineAssets } from '../protocol.ts';

/** What a run tells while it goes on. */
export interface RunListener {
  readonly onSample?: (sample: Sample) => void;
  readonly onConsole?: (line: ConsoleLine | 'dropped') => void;
  readonly onLog?: (line: LogLine) => void;
  /** The machine is at work; comes often, from inside long computations too. */
  readonly onTick?: () => void;
}

export interface RunOptions {
  readonly assets: MachineAssets;
  readonly compiled: CompiledProgram;
  readonly workload: Workload;
  /** Virtual seconds after which a right program has let go of everything. */
  readonly settleSeconds: number;
  readonly listener: RunListener;
  /** Whether to try, at the end, what outlives a transaction that never ends; a steady run does so anyway. */
  readonly probes?: boolean;
  /** Whether it is known of each instance in whose transaction it was made, so that its heap can be told; of no other effect, but that the record’s survivors are of no use. */
  readonly keepsOwners?: boolean;
  /**
   * The program's code as it is run where it is noted who stores into containers and who removes: as compiled, or with its assignments
   * watched. The run takes more bytes and ticks, but does the same.
   */
  readonly watchedCode?: string;
  /** Interrupt ticks after which the run is ended; what a reader's own run may take if absent. */
  readonly mostTicks?: number;
}
