/** The reader's own programs in this browser's storage. Where storage is refused, they last as long as the page. */

export interface KeptProgram {
  readonly source: string;
  /** The version before it, when a new start replaced one. */
  readonly earlier?: string | undefined;
  /** Whether it was the one in view. */
  readonly shown: boolean;
}

const key = (scenario: string) => `leak-lab:mine:${scenario}`;

export function keptProgram(scenario: string): KeptProgram | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key(scenario)) ?? 'null');
    return isKept(kept) ? kept : undefined;
  } catch {
    return undefined; // Storage may be refused, or hold what an older version of the site wrote.
  }
}

export function keepProgram(scenario: string, program: KeptProgram | undefined): void {
  try {
    if (program === undefined) localStorage.removeItem(key(scenario));
    else localStorage.setItem(key(scenario), JSON.stringify(program));
  } catch {
    // Full or refused storage costs the reload, not the program.
  }
}

function isKept(value: unknown): value is KeptProgram {
  return typeof value === 'object' && value !== null && 'source' in value && typeof value.source === 'string';
}
