/** The page's one editor. A playground borrows it; its models are swapped in, and edits are handed out. */

import type { Shown } from '../store/program-choice.ts';
import type { Problem } from '../store/diagnosis.ts';
import type { HighlightedLines } from '../store/highlighted-lines.ts';
import { setUpMonaco } from './monaco.ts';
import { pageCompiler } from '../compiler/page-compiler.ts';
import { closeSession, type EditorOwner, openSession, show } from './editor-session.ts';
import { createHighlightMarks } from './highlight-marks.ts';
import { mark } from './problem-marks.ts';
import { watchTabKey } from './tab-key.ts';

export interface BorrowedEditor {
  /** Shows a source under its tab's name. Mine keeps its history when the same source comes back. */
  show(shown: Shown, source: string): void;
  mark(problems: readonly Problem[]): void;
  /** Marks lines of the program in view and brings them into sight; without any, unmarks. */
  highlight(lines: HighlightedLines | undefined): void;
  jumpTo(line: number, column: number): void;
  /** Puts the cursor where the reader clicked to open the editor. */
  clickedAt(line: number, column: number): void;
  focus(): void;
  giveBack(): void;
  /** Calls back once, before the editor goes. */
  onGivenBack(callback: () => void): void;
}

let giveBackLast: (() => void) | undefined;

/** Borrows the editor for a playground; whoever had it before loses it. */
export function borrowEditor(owner: EditorOwner): BorrowedEditor {
  giveBackLast?.();
  setUpMonaco(owner.contract);
  const session = openSession(owner);
  const { editor } = session;
  const highlight = createHighlightMarks(editor);
  const tab = watchTabKey(editor, owner.onTabKey);
  // It reads the language's own declarations; better now than at the first edit.
  pageCompiler(owner.contract).warm();

  let lastCall: (() => void) | undefined;
  const giveBack = () => {
    giveBackLast = undefined;
    lastCall?.();
    tab.dispose();
    closeSession(session);
    owner.onTaken();
  };
  giveBackLast = giveBack;
  return {
    show: (shown, source) => show(session, shown, source),
    mark: (problems) => mark(editor, problems),
    highlight,
    clickedAt: (line, column) => {
      editor.setPosition({ lineNumber: line, column });
      editor.focus();
      tab.clicked();
    },
    jumpTo: (line, column) => {
      editor.revealLineInCenterIfOutsideViewport(line);
      editor.setPosition({ lineNumber: line, column });
      editor.focus();
    },
    focus: () => editor.focus(),
    giveBack,
    onGivenBack: (callback) => (lastCall = callback),
  };
}
