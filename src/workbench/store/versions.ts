/** A reader's versions of one program: the present one, and those that it has taken the place of. */

export interface Versions {
  readonly mine: string | undefined;
  /** In the order in which they are brought back, each once; first the one that was left last. */
  readonly earlier: readonly string[];
}

export const noVersions: Versions = { mine: undefined, earlier: [] };

const mostEarlier = 12;
/** Characters of all earlier versions; the last three stay in any case. */
const mostCharacters = 200_000;

/** A new start: what was mine becomes the newest earlier version. Without a source, nothing is mine. */
export function startedAnew({ mine, earlier }: Versions, source: string | undefined): Versions {
  return { mine: source, earlier: keptOf([mine, ...earlier], source) };
}

/** The version that comes back next; `undefined` where there is none but mine. */
export function nextBack({ mine, earlier }: Versions): string | undefined {
  return earlier.find((version) => version !== mine);
}

/** That version becomes mine, and mine comes last: step by step, all come round again. */
export function broughtBack(before: Versions): Versions {
  const next = nextBack(before);
  return next === undefined
    ? before
    : { mine: next, earlier: keptOf([...before.earlier, before.mine], next) };
}

/** Takes in what another page has kept: its versions come first, in place of what came from there before. */
export function joinedBy({ mine, earlier }: Versions, other: Versions, before: string | undefined): Versions {
  const own = earlier.filter((version) => version !== before);
  return { mine, earlier: keptOf([other.mine, ...other.earlier, ...own], mine) };
}

function keptOf(versions: readonly (string | undefined)[], mine: string | undefined): readonly string[] {
  const distinct = [...new Set(versions)].filter(
    (each): each is string => each !== undefined && each !== mine,
  );
  let characters = 0;
  return distinct.slice(0, mostEarlier).filter((version, place) => {
    characters += version.length;
    return place < 3 || characters <= mostCharacters;
  });
}
