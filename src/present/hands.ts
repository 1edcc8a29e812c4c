/** Hands of a room on one question: counted, discussed, counted again, and then told what is right. */

const stages = ['first', 'discuss', 'second', 'revealed'] as const;
export type Stage = (typeof stages)[number];

export interface Hands {
  readonly stage: Stage;
  /** Hands for each option before the discussion, and after it. */
  readonly first: readonly number[];
  readonly second: readonly number[];
}

/** No room has more. */
const most = 999;

/** A question of which nobody has been asked yet. */
export function noHands(options: number): Hands {
  const none = Array.from({ length: options }, () => 0);
  return { stage: 'first', first: none, second: none };
}

/** One hand more for an option, or one less; only while hands are counted. */
export function counted(hands: Hands, option: number, by: 1 | -1): Hands {
  const { stage } = hands;
  if (stage !== 'first' && stage !== 'second') return hands;
  const counts = hands[stage].map((count, place) =>
    place === option ? Math.min(most, Math.max(0, count + by)) : count,
  );
  return { ...hands, [stage]: counts };
}

/** The next stage; what is revealed stays revealed. */
export function advanced(hands: Hands): Hands {
  return { ...hands, stage: stages[stages.indexOf(hands.stage) + 1] ?? 'revealed' };
}

/** The option that most chose at the last count; `undefined` where nobody chose any. */
export function favourite({ first, second }: Hands): number | undefined {
  const counts = second.some((count) => count > 0) ? second : first;
  const highest = Math.max(0, ...counts);
  return highest === 0 ? undefined : counts.indexOf(highest);
}

/** The option that counts go to when a question comes up: the first, or once the answer is told what most chose. */
export function optionShown(hands: Hands): number {
  return hands.stage === 'revealed' ? (favourite(hands) ?? 0) : 0;
}

/** The hands that a stored value is, for so many options; none where it is broken or of another question. */
export function handsIn(raw: unknown, options: number): Hands {
  if (typeof raw !== 'object' || raw === null) return noHands(options);
  const { stage, first, second } = raw as Readonly<Record<string, unknown>>;
  const known = stages.find((each) => each === stage);
  if (known === undefined || !isCount(first, options) || !isCount(second, options)) return noHands(options);
  return { stage: known, first, second };
}

function isCount(raw: unknown, options: number): raw is readonly number[] {
  return (
    Array.isArray(raw) &&
    raw.length === options &&
    raw.every((count) => Number.isInteger(count) && Number(count) >= 0 && Number(count) <= most)
  );
}
