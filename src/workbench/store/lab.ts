/** The scenario's file in this page, with what the machine and the scenario say: fetched once, when the reader first acts. */

import { type ReadonlySignal, signal } from '@preact/signals';

import type { ScenarioTexts } from '#playground/scenarios/scenario.ts';
import { loadMachineWords } from '#src/strings/machine-words.ts';
import { scenarioTexts } from '#src/strings/scenario-texts.ts';
import { fetchLabFile, type LabFile } from './lab-file.ts';

export interface Lab {
  /** `undefined` until it has arrived. */
  readonly file: ReadonlySignal<LabFile | undefined>;
  /** There as soon as the file is. */
  readonly texts: ReadonlySignal<ScenarioTexts | undefined>;
  /** Whether the last fetch failed. */
  readonly missing: ReadonlySignal<boolean>;
  /** Fetches the file, or answers with the one that is there. A failed fetch may be tried again. */
  load(): Promise<LabFile>;
  /** Fetches what will soon be wanted; whether it came, `file` and `missing` tell. */
  loadAhead(): void;
}

/** `path` is the file's, under the site's root. */
export function createLab(scenario: string, path: string): Lab {
  const file = signal<LabFile | undefined>(undefined);
  const texts = signal<ScenarioTexts | undefined>(undefined);
  const missing = signal(false);
  let loading: Promise<LabFile> | undefined;
  const load = () => {
    loading ??= Promise.all([fetchLabFile(path, scenario), scenarioTexts(scenario), loadMachineWords()])
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
  return { file, texts, missing, load, loadAhead: () => void load().catch(() => undefined) };
}
