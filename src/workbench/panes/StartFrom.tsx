/** Starts my version from one of the scenario's further programs: another right one, or a wrong one to see it fail. */

import type { JSX } from 'preact';

import { workbenchWords } from '#src/strings/workbench-words.ts';
import { troubleWords } from '../store/loading-words.ts';
import type { PlaygroundStore } from '../store/playground-store.ts';

/** A group of programs to start from. Names are the program's own; labels are for readers. */
export interface StartGroup {
  readonly label: string;
  readonly programs: readonly { readonly name: string; readonly label: string }[];
}

interface StartFromProps {
  readonly store: PlaygroundStore;
  readonly groups: readonly StartGroup[];
}

/** A list of programs that puts a copy of the chosen one under “mine”. Shows nothing when there are none. */
export function StartFrom({ store, groups }: StartFromProps): JSX.Element | null {
  const { edit } = workbenchWords();
  const startFrom = (name: string) =>
    store.startFrom(name).catch(async (error: unknown) => {
      reportError(error);
      store.trouble.value = await troubleWords(error);
    });
  if (groups.length === 0) return null;
  return (
    <select
      class="ll-tool-button ll-start-from"
      aria-label={edit.startFrom}
      value=""
      onChange={({ currentTarget }) => {
        void startFrom(currentTarget.value);
        currentTarget.value = '';
      }}
    >
      <option value="">{edit.startFrom}</option>
      {groups.map(({ label, programs }) => (
        <optgroup key={label} label={label}>
          {programs.map((program) => (
            <option key={program.name} value={program.name}>
              {program.label}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}
