/** An editor with its two models, and how an edit of a given program becomes the first edit of mine. */

import type { Shown } from '../store/program-choice.ts';
import { editorOptions } from './editor-options.ts';
import { monaco } from './monaco.ts';

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

export interface Session {
  readonly mine: monaco.editor.ITextModel;
  readonly given: monaco.editor.ITextModel;
  readonly editor: monaco.editor.IStandaloneCodeEditor;
  shown: Shown;
  /** Text of the given program, for when an edit must be taken back from it. */
  source: string;
  /** While set, changes are ours, not the reader's. */
  silent: boolean;
}

/** Makes editor and models, and listens to the reader. */
export function openSession(owner: EditorOwner): Session {
  const mine = monaco.editor.createModel('', 'typescript', addressOf(owner, 'mine'));
  const given = monaco.editor.createModel('', 'typescript', addressOf(owner, 'given'));
  // Brackets stay ink, as in highlighted code.
  const bracketColorizationOptions = { enabled: false, independentColorPoolPerBracketType: false };
  for (const model of [mine, given]) model.updateOptions({ tabSize: 2, bracketColorizationOptions });
  const editor = monaco.editor.create(owner.host, { ...editorOptions(owner.label), model: given });
  const session: Session = { mine, given, editor, shown: 'leaky', source: '', silent: false };
  editor.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter, owner.onRun);
  given.onDidChangeContent(({ changes }) => {
    if (!session.silent) queueMicrotask(() => forkToMine(session, changes));
  });
  mine.onDidChangeContent(() => {
    if (!session.silent) owner.onEdit(mine.getValue());
  });
  return session;
}

export function closeSession({ editor, mine, given }: Session): void {
  editor.dispose();
  mine.dispose();
  given.dispose();
}

function addressOf({ scenario }: EditorOwner, name: string): monaco.Uri {
  return monaco.Uri.parse(`file:///${scenario}/${name}.ts`);
}

/** Makes a change that is ours, not the reader's. */
export function withoutEvents(session: Session, change: () => void): void {
  session.silent = true;
  change();
  session.silent = false;
}

/** Brings a source into view, in mine's model or in the one that all given programs share. */
export function show(session: Session, shown: Shown, source: string): void {
  const { editor, given, mine } = session;
  const model = shown === 'mine' ? mine : given;
  withoutEvents(session, () => {
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
function forkToMine(session: Session, changes: readonly monaco.editor.IModelContentChange[]): void {
  const { editor, given, mine } = session;
  const selections = editor.getSelections();
  const scroll = editor.getScrollTop();
  withoutEvents(session, () => {
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
