/** Where a path is cut. */

/** Which references of a path are cut. */
export interface CutPlace {
  /** Those into this step; by default the faulty one. */
  readonly at?: number;
  /** Only the first of them, and not all that share the step. */
  readonly isOne?: boolean;
}
