/** Finds the transactions that a log leaves out: a run shows the lines of its first and its last ones. */

export interface LogGap {
  /** Index of the first line after the gap. */
  readonly before: number;
  /** Numbers of the first and the last transaction left out. */
  readonly from: number;
  readonly to: number;
}

/** The widest gap between the transactions of successive lines, which interleave; `undefined` where none is missing. */
export function gapIn(transactions: readonly (number | undefined)[]): LogGap | undefined {
  let newest = 0;
  let widest: LogGap | undefined;
  transactions.forEach((transaction, before) => {
    if (transaction === undefined || transaction <= newest) return;
    const gap = { before, from: newest + 1, to: transaction - 1 };
    if (newest > 0 && gap.to - gap.from > (widest === undefined ? -1 : widest.to - widest.from)) widest = gap;
    newest = transaction;
  });
  return widest;
}
