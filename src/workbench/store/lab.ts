/** The scenario's file in this page, with what the machine and the scenario say: fetched once, when the reader first acts. */

import { computed, type ReadonlySignal, signal } from '@preact/signals';

import type { ScenarioTexts } from '#playground/scenarios/scenario.ts';
import type { KnownMistake } from '#src/components/challenge-state.ts';
import { loadMachineWords } from '#src/strings/machine-words.ts';
import { fetchBundle, type ScenarioBundle } from './scenario-bundle.ts';

export interface Lab {
  /** `undefined` until it has arrived. */
  readonly file: ReadonlySignal<ScenarioBundle | undefined>;
  /** There as soon as the file is. */
  readonly texts: ReadonlySignal<ScenarioTexts | undefined>;
  /** Its wrong fixes, each with why it fails; none until the file is there. */
  readonly mistakes: ReadonlySignal<readonly KnownMistake[]>;
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
  const texts = signal<ScenarioTexts | undefined>(undefined);
  const missing = signal(false);
  const mistakes = computed(() =>
    Object.entries(file.value?.wrong ?? {}).map(([name, wrong]) => ({
      ...wrong,
      why: texts.value?.wrong[name] ?? '',
    })),
  );
  let loading: Promise<ScenarioBundle> | undefined;
  const load = () => {
    loading ??= Promise.all([fetchBundle(path, scenario), fetchTexts(scenario), loadMachineWords()])
      .then(([fetched, said]) => {
        missing.value = false;
        texts.value = said;
        return (file.value = fetched);
      })
      .catch((error: unknown) => {
        missing.value = true;
        loading = undefined;
        throw error;
      });
    return loading;
  };
  return { file, texts, mistakes, missing, load, loadAhead: () => void load().catch(() => undefined) };
}

/** The list of all scenarios' texts is no part of the page either. */
async function fetchTexts(scenario: string): Promise<ScenarioTexts> {
  const { scenarioTexts } = await import('#src/strings/scenario-texts.ts');
  return scenarioTexts(scenario);
}
