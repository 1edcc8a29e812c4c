/** Lights lines in the editor, as a phrase of the page's text asks. */

import type { LitLines } from '../store/lit-lines.ts';
import { monaco } from './monaco.ts';

/** Lights the given lines and puts out those lit before. */
export function createLitMarks(
  editor: monaco.editor.IStandaloneCodeEditor,
): (lines: LitLines | undefined) => void {
  const marks = editor.createDecorationsCollection();
  return (lines) => {
    if (lines === undefined) {
      marks.clear();
      return;
    }
    const range = new monaco.Range(lines.from, 1, lines.to, 1);
    marks.set([{ range, options: { isWholeLine: true, className: 'lit-line' } }]);
    editor.revealLinesInCenter(lines.from, lines.to);
  };
}
