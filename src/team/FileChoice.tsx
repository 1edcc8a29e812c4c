/** Where a lead chooses the files of a team, or a whole folder. */

import type { JSX } from 'preact';

import { teamWords } from '#src/strings/team-words.ts';

export function FileChoice({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }): JSX.Element {
  const words = teamWords().view;
  const take = (input: HTMLInputElement): void => {
    onFiles([...(input.files ?? [])].filter(({ name }) => name.endsWith('.json')));
    input.value = '';
  };
  return (
    <div class="ll-team-drop">
      <p>
        <strong>{words.drop}</strong>
      </p>
      <p>
        <label>
          {words.chooseFiles}{' '}
          <input
            type="file"
            multiple
            accept=".json,application/json"
            onChange={({ currentTarget }) => take(currentTarget)}
          />
        </label>
      </p>
      <p>
        <label>
          {words.chooseFolder}{' '}
          <input
            type="file"
            ref={(input) => void input?.toggleAttribute('webkitdirectory', true)}
            onChange={({ currentTarget }) => take(currentTarget)}
          />
        </label>
      </p>
      <p>{words.privacy}</p>
    </div>
  );
}
