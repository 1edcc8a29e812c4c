/** The scenario's files in this page, with what the machine and the scenario say: each fetched once, when the reader first needs it. */

import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';

import type { CompiledProgram } from '#playground/record.ts';
import { loadMachineWords } from '#src/strings/machine-words.ts';
import {
  fetchBundle,
  fetchCompiled,
  fetchProgram,
  type ProgramFile,
  type ScenarioBundle,
} from './scenario-bundle.ts';
import type { ScenarioWords } from './scenario-words.ts';

export interface Lab {
  /** `undefined` until it has arrived. */
  readonly file: ReadonlySignal<ScenarioBundle | undefined>;
  /** The fixed program's text: `undefined` until it has arrived, and for as long as it is locked. */
  readonly fixed: ReadonlySignal<ProgramFile | undefined>;
  /** Texts of the scenario's further programs that a reader has started from, by name. */
  readonly started: Map<string, string>;
  /** There as soon as the file is. */
  readonly words: ReadonlySignal<ScenarioWords | undefined>;
  /** Whether the last fetch failed. */
  readonly missing: ReadonlySignal<boolean>;
  /** Fetches the file, or answers with the one that is there. A failed fetch may be tried again. */
  load(): Promise<ScenarioBundle>;
  /** Fetches the fixed program's text, unless it is locked. */
  loadFixed(): Promise<ProgramFile | undefined>;
  /** Fetches the code of the fixed program: all that it takes to run it, locked or not. */
  loadCompiled(): Promise<CompiledProgram>;
  /** Fetches what will soon be wanted; whether it came, `file` and `missing` tell. */
  loadAhead(): void;
}

/** `path` is the file's, under the site's root; while `isLocked`, the fixed program's text is not fetched. */
export function createLab(scenario: string, path: string, isLocked: ReadonlySignal<boolean>): Lab {
  const file = signal<ScenarioBundle | undefined>(undefined);
  const words = signal<ScenarioWords | undefined>(undefined);
  const missing = signal(false);
  const fixed = signal<ProgramFile | undefined>(undefined);
  const load = once(missing, async () => {
    const parts = [fetchBundle(path, scenario), fetchWords(scenario), loadMachineWords()] as const;
    const [fetched, wordsFor] = await Promise.all(parts);
    words.value = wordsFor(fetched.wrong);
    return (file.value = fetched);
  });
  const loadText = once(missing, async () => {
    const { others } = await load();
    return (fixed.value = await fetchProgram(others['fixed'] ?? ''));
  });
  const loadCompiled = once(missing, async () => fetchCompiled((await load()).programs.fixed.compiled));
  const loadFixed = async () => (isLocked.peek() ? undefined : loadText());
  const loadAhead = () =>
    void load()
      .then(loadFixed)
      .catch(() => undefined);
  effect(() => {
    // What is unlocked in a page that is at work is wanted there at once.
    if (!isLocked.value && file.peek() !== undefined) loadAhead();
  });
  return { file, fixed, started: new Map(), words, missing, load, loadFixed, loadCompiled, loadAhead };
}

/** Loads once; a load that failed may be tried again. */
function once<T>(missing: Signal<boolean>, fetchIt: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= fetchIt().then(
      (loaded) => {
        missing.value = false;
        return loaded;
      },
      (error: unknown) => {
        missing.value = true;
        loading = undefined;
        throw error;
      },
    );
    return loading;
  };
}

async function fetchWords(scenario: string) {
  const { loadScenarioWords } = await import('./scenario-words.ts');
  return loadScenarioWords(scenario);
}
