/** The scenario's file in this page, with what the machine and the scenario say: fetched once, when the reader first acts. */

import { type ReadonlySignal, signal } from '@preact/signals';

import { loadMachineWords } from '#src/strings/machine-words.ts';
import { fetchBundle, type ScenarioBundle } from './scenario-bundle.ts';
import type { ScenarioWords } from './scenario-words.ts';

export interface Lab {
  /** `undefined` until it has arrived. */
  readonly file: ReadonlySignal<ScenarioBundle | undefined>;
  /** There as soon as the file is. */
  readonly words: ReadonlySignal<ScenarioWords | undefined>;
  /** Whether the last fetch failed. */
  readonly missing: ReadonlySignal<boolean>;
  /** Fetches the file, or answers with the one that is there. A failed fetch may be tried again. */
  load(): Promise<ScenarioBundle>;
  /** Fetches what will soon be wanted; whether it came, `file` and `missing` tell. */
  loadAhead(): void;
}

/** `path` is the file's, under the site's root. */
export function createLab(scenario: string, path: string): Lab {
  const file = signal<ScenarioBundle | undefined>(undefined);
  const words = signal<ScenarioWords | undefined>(undefined);
  const missing = signal(false);
  let loading: Promise<ScenarioBundle> | undefined;
  const load = () => {
    loading ??= Promise.all([fetchBundle(path, scenario), fetchWords(scenario), loadMachineWords()])
      .then(([fetched, wordsFor]) => {
        missing.value = false;
        words.value = wordsFor(fetched.wrong);
        return (file.value = fetched);
      })
      .catch((error: unknown) => {
        missing.value = true;
        loading = undefined;
        throw error;
      });
    return loading;
  };
  return { file, words, missing, load, loadAhead: () => void load().catch(() => undefined) };
}

async function fetchWords(scenario: string) {
  const { loadScenarioWords } = await import('./scenario-words.ts');
  return loadScenarioWords(scenario);
}
