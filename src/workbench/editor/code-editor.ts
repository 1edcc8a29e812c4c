/** The page's one editor. A playground borrows it; its models are swapped in, and edits are handed out. */

import type { Shown } from '../program.ts';
import type { ProgramCompiler } from '../compilers.ts';
import type { Problem } from '../diagnosis.ts';
import { compileModel, monaco, setUpMonaco } from './monaco.ts';
import { editorOptions } from './editor-options.ts';
import { watchTabKey } from './tab-key.ts';

/** What a playground hands over and hears. */
export interface EditorOwner {
  readonly scenario: string;
  /** Filled by the editor, the size of the code that it replaces. */
  readonly host: HTMLElement;
  readonly label: string;
  readonly contract: string;
  onEdit(source: string): void;
  onRun(): void;
  /** Whether Tab now indents, because the reader has clicked or typed in the code. */
  onTabKey(indents: boolean): void;
  /** Another playground took the editor. */
  onTaken(): void;
}

export interface BorrowedEditor {
  /** Shows a source under its tab's name. Mine keeps its history when the same source comes back. */
  show(shown: Shown, source: string): void;
  mark(problems: readonly Problem[]): void;
  jumpTo(line: number, column: number): void;
  /** Puts the cursor where the reader clicked to open the editor. */
  clickedAt(line: number, column: number): void;
  focus(): void;
  readonly compile: ProgramCompiler;
  giveBack(): void;
  /** Calls back once, before the editor goes. */
  onGivenBack(callback: () => void): void;
}

let giveBackLast: (() => void) | undefined;

/** Borrows the editor for a playground; whoever had it before loses it. */
export function borrowEditor(owner: EditorOwner): BorrowedEditor {
  giveBackLast?.();
  setUpMonaco(owner.contract);
  const mine = monaco.editor.createModel('', 'typescript', addressOf(owner, 'mine'));
  const given = monaco.editor.createModel('', 'typescript', addressOf(owner, 'given'));
  const editor = monaco.editor.create(owner.host, { ...editorOptions(owner.label), model: given });
  const session: Session = { mine, given, editor, shown: 'leaky', source: '', silent: false };
  const tab = watchTabKey(editor, owner.onTabKey);
  editor.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter, owner.onRun);
  given.onDidChangeContent(({ changes }) => {
    if (!session.silent) queueMicrotask(() => becomeMine(session, changes));
  });
  mine.onDidChangeContent(() => {
    if (!session.silent) owner.onEdit(mine.getValue());
  });

  // The first compilation reads the language's own declarations; better now than at the first edit.
  compileModel(given).catch(reportError);

  let lastCall: (() => void) | undefined;
  const giveBack = () => {
    giveBackLast = undefined;
    lastCall?.();
    tab.dispose();
    editor.dispose();
    mine.dispose();
    given.dispose();
    owner.onTaken();
  };
  giveBackLast = giveBack;
  return {
    show: (shown, source) => show(session, shown, source),
    mark: (problems) => mark(editor, problems),
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
    compile: (source) => {
      if (mine.getValue() !== source) silently(session, () => mine.setValue(source));
      return compileModel(mine);
    },
    giveBack,
    onGivenBack: (callback) => (lastCall = callback),
  };
}

interface Session {
  readonly mine: monaco.editor.ITextModel;
  readonly given: monaco.editor.ITextModel;
  readonly editor: monaco.editor.IStandaloneCodeEditor;
  shown: Shown;
  /** Text of the given program, for when an edit must be taken back from it. */
  source: string;
  /** While set, changes are ours, not the reader's. */
  silent: boolean;
}

function addressOf({ scenario }: EditorOwner, name: string): monaco.Uri {
  return monaco.Uri.parse(`file:///${scenario}/${name}.ts`);
}

function silently(session: Session, change: () => void): void {
  session.silent = true;
  change();
  session.silent = false;
}

function show(session: Session, shown: Shown, source: string): void {
  const { editor, given, mine } = session;
  const model = shown === 'mine' ? mine : given;
  silently(session, () => {
    if (model.getValue() !== source) model.setValue(source);
  });
  const moved = session.shown !== shown || editor.getModel() !== model;
  session.shown = shown;
  if (shown !== 'mine') session.source = source;
  if (editor.getModel() !== model) editor.setModel(model);
  editor.updateOptions({ readOnly: shown === 'contract' });
  if (moved && shown !== 'mine') editor.setScrollTop(0);
}

/**
 * Turns an edit of a given program into the first edit of mine. The given program's text goes to mine first and
 * the edit is played on it again, so that undo leads back step by step, to an earlier version of mine too.
 */
function becomeMine(session: Session, changes: readonly monaco.editor.IModelContentChange[]): void {
  const { editor, given, mine } = session;
  const selections = editor.getSelections();
  const scroll = editor.getScrollTop();
  silently(session, () => {
    given.setValue(session.source);
    mine.pushStackElement();
    mine.pushEditOperations(null, [{ range: mine.getFullModelRange(), text: session.source }], () => null);
    mine.pushStackElement();
  });
  session.shown = 'mine';
  editor.setModel(mine);
  const edits = changes.map(({ range, text }) => ({ range, text }));
  mine.pushEditOperations(null, edits, () => null);
  if (selections !== null) editor.setSelections(selections);
  editor.setScrollTop(scroll);
}

function mark(editor: monaco.editor.IStandaloneCodeEditor, problems: readonly Problem[]): void {
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
