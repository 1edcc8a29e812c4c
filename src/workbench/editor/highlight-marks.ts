/** Highlights lines in the editor, as a phrase of the page's text asks. */

import type { HighlightedLines } from '../store/highlighted-lines.ts';
import { monaco } from './monaco.ts';

/** Highlights the given lines in place of those before. */
export function createHighlightMarks(
  editor: monaco.editor.IStandaloneCodeEditor,
): (lines: HighlightedLines | undefined) => void {
  const marks = editor.createDecorationsCollection();
  return (lines) => {
    if (lines === undefined) {
      marks.clear();
      return;
    }
    const range = new monaco.Range(lines.from, 1, lines.to, 1);
    marks.set([{ range, options: { isWholeLine: true, className: 'll-highlighted-line' } }]);
    editor.revealLinesInCenter(lines.from, lines.to);
  };
}
