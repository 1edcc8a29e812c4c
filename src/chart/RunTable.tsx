/** The numbers of a chart as a table, for those who cannot or would rather not read it from lines. */

import type { JSX } from 'preact';

import { workbenchWords } from '#src/strings/workbench-words.ts';
import type { FigureTable } from './run-table.ts';

interface RunTableProps {
  /** `undefined` while nobody looks: the live chart makes its table when it is opened. */
  readonly table: FigureTable | undefined;
  readonly onToggle?: (open: boolean) => void;
}

/** The numbers of a chart, folded away. */
export function RunTable({ table, onToggle }: RunTableProps): JSX.Element {
  const words = workbenchWords();
  return (
    <details class="ll-run-table" onToggle={(event) => onToggle?.(event.currentTarget.open)}>
      <summary>{words.figure.table}</summary>
      <div class="ll-table" tabIndex={0} role="region" aria-label={words.figure.table}>
        <table>
          <thead>
            <tr>
              {(table?.head ?? []).map((cell) => (
                <th key={cell} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(table?.rows ?? []).map((row) => (
              <tr key={row[0]}>
                {row.map((cell, column) => (
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
