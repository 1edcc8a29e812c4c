/** Tab moves focus on until the reader clicks or types in the code; Esc, or leaving the editor, gives it back. */

import type { IDisposable, editor as Editor } from 'monaco-editor/editor';

export interface TabKey extends IDisposable {
  /** Says that the reader clicked in the code before the editor was there. */
  clicked(): void;
}

/** Watches an editor, and tells whenever the meaning of Tab changes. */
export function watchTabKey(
  editor: Editor.IStandaloneCodeEditor,
  onChange: (indents: boolean) => void,
): TabKey {
  let indents = false;
  const set = (next: boolean) => {
    if (next === indents) return;
    indents = next;
    editor.updateOptions({ tabFocusMode: !next });
    onChange(next);
  };
  const listeners = [
    editor.onMouseDown(() => set(true)),
    editor.onDidChangeModelContent(({ isFlush }) => {
      if (!isFlush && editor.hasTextFocus()) set(true);
    }),
    editor.onDidBlurEditorWidget(() => set(false)),
    editor.onKeyDown((event) => {
      if (event.code === 'Escape') set(false);
    }),
  ];
  return { clicked: () => set(true), dispose: () => listeners.forEach((listener) => listener.dispose()) };
}
