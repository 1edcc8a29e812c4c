/** How the editor looks and behaves: like the code that it replaces, and polite to keyboard and wheel. */

import { isPresented } from '#src/present/is-presented.ts';
import type { editor as Editor } from 'monaco-editor/editor';

/** Line height and padding match code.css, so that no line moves when the editor takes over. */
export function editorOptions(label: string): Editor.IStandaloneEditorConstructionOptions {
  const scale = isPresented ? parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 : 1;
  return {
    ariaLabel: label,
    automaticLayout: true,
    fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--ll-font-code'),
    fontSize: 14 * scale,
    lineHeight: 21 * scale,
    padding: { top: 12, bottom: 12 },
    lineNumbersMinChars: 4,
    lineDecorationsWidth: 12,
    glyphMargin: false,
    folding: false,
    minimap: { enabled: false },
    overviewRulerLanes: 0,
    renderLineHighlight: 'none',
    scrollBeyondLastLine: false,
    scrollbar: { alwaysConsumeMouseWheel: false, verticalScrollbarSize: 12, horizontalScrollbarSize: 12 },
    // Monaco moves half as far as a page does for a turn of the wheel.
    mouseWheelScrollSensitivity: 2,
    fixedOverflowWidgets: true,
    tabFocusMode: true,
    guides: { indentation: false },
    unicodeHighlight: { ambiguousCharacters: false },
    wordBasedSuggestions: 'off',
    stickyScroll: { enabled: false },
    smoothScrolling: false,
    cursorSmoothCaretAnimation: 'off',
  };
}
