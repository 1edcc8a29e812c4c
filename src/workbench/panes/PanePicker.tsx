/** On narrow screens, chooses between code and chart. Plain radio buttons, so that it works without a script. */

import type { JSX } from 'preact';

import type { Strings } from '#src/strings/strings.ts';

interface PanePickerProps {
  readonly id: string;
  readonly words: Strings['workbench'];
  /** The pane that a narrow screen shows first. */
  readonly first: 'code' | 'chart';
}

export function PanePicker({ id, words, first }: PanePickerProps): JSX.Element {
  return (
    <fieldset class="pane-picker tab-row">
      <legend class="sr-only">{words.panes.label}</legend>
      <label>
        <input type="radio" name={`${id}-pane`} value="chart" defaultChecked={first === 'chart'} />
        {words.panes.chart}
      </label>
      <label>
        <input type="radio" name={`${id}-pane`} value="code" defaultChecked={first === 'code'} />
        {words.panes.code}
      </label>
    </fieldset>
  );
}
