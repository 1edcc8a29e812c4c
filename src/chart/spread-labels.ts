/** Moves labels beside a plot apart, so that none covers another. */

/** The least between two labels, a share of the plot: 24 px of the lowest one, 16 rem, so that fingers tell them apart. */
const gap = 0.095;

/** Pushes labels up from the lowest until neighbours are `gap` apart, then the pile down if it left the plot. Highest first. */
export function spread<Label extends { readonly at: number }>(labels: readonly Label[]): readonly Label[] {
  let floor = 0;
  const raised = labels.toReversed().map((label) => {
    const at = Math.max(label.at, floor);
    floor = at + gap;
    return { ...label, at };
  });
  let ceiling = 1;
  return raised.reverse().map((label) => {
    const at = Math.min(label.at, ceiling);
    ceiling = at - gap;
    return { ...label, at };
  });
}
