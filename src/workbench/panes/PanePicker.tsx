/** On narrow screens, chooses between code and chart. Plain radio buttons, so that it works without a script. */

import type { JSX } from 'preact';

import { workbenchWords } from '#src/strings/workbench-words.ts';

interface PanePickerProps {
  readonly id: string;
  /** The pane that a narrow screen shows first. */
  readonly first: 'code' | 'chart';
}

export function PanePicker({ id, first }: PanePickerProps): JSX.Element {
  const words = workbenchWords();
  return (
    <fieldset class="ll-pane-picker ll-tab-row">
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
