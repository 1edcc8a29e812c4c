/** Marks problems in the editor, each on the word or the line that it is about. */

import type { Problem } from '../store/diagnosis.ts';
import { monaco } from './monaco.ts';

/** Replaces the marks of the model in view; problems without a line have none. */
export function mark(editor: monaco.editor.IStandaloneCodeEditor, problems: readonly Problem[]): void {
  const model = editor.getModel();
  if (model === null) return;
  const markers = problems.flatMap(({ line, column = 1, message, severity }) =>
    line === undefined || line > model.getLineCount()
      ? []
      : [{ ...spanAt(model, line, column), message, severity }],
  );
  const { Error: error, Warning: warning } = monaco.MarkerSeverity;
  const asMonaco = markers.map((each) => ({
    ...each,
    severity: each.severity === 'error' ? error : warning,
  }));
  monaco.editor.setModelMarkers(model, 'leak-lab', asMonaco);
}

/** The word at a place, or the rest of the line where there is none. */
function spanAt(model: monaco.editor.ITextModel, line: number, column: number): monaco.IRange {
  const word = model.getWordAtPosition({ lineNumber: line, column });
  const start = column === 1 ? model.getLineFirstNonWhitespaceColumn(line) || 1 : column;
  const end = column === 1 || word === null ? model.getLineMaxColumn(line) : word.endColumn;
  return {
    startLineNumber: line,
    startColumn: start,
    endLineNumber: line,
    endColumn: Math.max(end, start + 1),
  };
}
