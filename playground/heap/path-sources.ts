/** What paths are told with. */

import type { DominatorTree } from './dominators.ts';
import type { Thing } from './names.ts';
import type { Status } from './report.ts';
import type { Ground } from './walk.ts';

/** What the paths are told with: what the machine knows beside its heap. */
export interface PathSources extends Ground {
  readonly tree: DominatorTree;
  /** The census’s own list of instances, whose bytes are not the program’s. */
  readonly census: number | undefined;
  /** Bytes that each node retains. */
  readonly retained: Float64Array;
  /** Status of an instance of the program’s classes; undefined for any other node. */
  readonly statusOf: (node: number) => Status | undefined;
  /** Whether there is, or may be, ever more of a class. */
  readonly isGrowing: (name: string) => boolean;
  /** Line in the reader’s source of a thing, or of a binding of that name. */
  readonly lineOf: (thing: Thing, binding?: string) => number | undefined;
}
