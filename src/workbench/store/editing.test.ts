/** How an editor opens over the code, and what goes between it and the rest: with a real store, and a box in Monaco's place. */

import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';

import { readProgram } from '#playground/node/programs.ts';
import type { BorrowedEditor } from '../editor/code-editor.ts';
import type { EditorOwner } from '../editor/editor-session.ts';
import { closeMachine, openPlayground, scenario, server } from '../testing/playground.ts';
import { createEditing, type Editing, sourceInView } from './editing.ts';
import type { HighlightedLines } from './highlighted-lines.ts';
import type { PlaygroundStore } from './playground-store.ts';
import type { Shown } from './program-choice.ts';

afterAll(closeMachine);

/** What a reader sees of Monaco, which runs in a browser alone: a text under a tab's name, with marks. */
class Box implements BorrowedEditor {
  text = '';
  tab = '';
  /** How often a text was put in from outside. */
  shows = 0;
  marks: readonly string[] = [];
  highlighted: HighlightedLines | undefined;
  cursor = '';
  #lastCall: (() => void) | undefined;
  readonly owner: EditorOwner;

  constructor(owner: EditorOwner) {
    this.owner = owner;
  }

  type(text: string): void {
    this.text = text;
    this.tab = 'mine';
    this.owner.onEdit(text);
  }

  show(shown: string, source: string): void {
    this.shows += 1;
    [this.tab, this.text] = [shown, source];
  }

  mark(problems: readonly { readonly message: string }[]): void {
    this.marks = problems.map(({ message }) => message);
  }

  highlight(lines: HighlightedLines | undefined): void {
    this.highlighted = lines;
  }

  jumpTo(line: number, column: number): void {
    this.cursor = `${line}:${column}`;
  }

  clickedAt(line: number, column: number): void {
    this.cursor = `clicked ${line}:${column}`;
  }

  focus(): void {
    this.cursor = 'focus';
  }

  giveBack(): void {
    this.#lastCall?.();
    this.owner.onTaken();
  }

  onGivenBack(callback: () => void): void {
    this.#lastCall = callback;
  }
}

let boxes: Box[] = [];
let isTouch = false;
/** Where the focus is. */
let focus = {};

beforeEach(() => {
  boxes = [];
  isTouch = false;
  focus = {};
  vi.doMock('../editor/code-editor.ts', () => ({
    borrowEditor: (owner: EditorOwner) => {
      const box = new Box(owner);
      boxes.push(box);
      return box;
    },
  }));
});

interface Page {
  readonly store: PlaygroundStore;
  readonly editing: Editing;
  /** The last editor that was opened. */
  box(): Box;
}

function openPage(): Page {
  const store = openPlayground();
  vi.stubGlobal('matchMedia', () => ({ matches: isTouch }));
  vi.stubGlobal('document', {
    hidden: true,
    documentElement: { lang: 'en' },
    body: {},
    get activeElement() {
      return focus;
    },
  });
  const editing = createEditing(store);
  // All that is asked of it is what stands in the box of code around it.
  const host: Pick<HTMLElement, 'closest'> = { closest: () => null };
  editing.attach(host as HTMLElement);
  const box = () => boxes.at(-1) ?? new Box({} as EditorOwner);
  return { store, editing, box };
}

describe('an editor', () => {
  test('opens on the program in view, with its problems marked', async () => {
    const { store, editing, box } = openPage();
    const { programs } = await server.file;
    await editing.open();
    expect([editing.mode.value, box().tab, box().text]).toEqual(['monaco', 'leaky', programs.leaky.source]);
    expect(box().cursor).toBe('focus');
    store.edit("const wrong: number = 'text';");
    await vi.waitFor(() => expect(box().marks.join()).toContain('is not assignable'), { timeout: 60_000 });
    store.choice.show('contract');
    expect(box().marks).toEqual([]);
  });

  test('is told nothing of what was typed into it, and everything that is brought into view', async () => {
    const { store, editing, box } = openPage();
    const { others } = await server.file;
    await editing.open();
    const before = box().shows;
    for (const text of ['a', 'ab', 'abc']) box().type(text);
    expect([store.choice.mine.value, store.choice.shown.value]).toEqual(['abc', 'mine']);
    expect(box().shows).toBe(before);

    await store.lab.loadFixed();
    store.choice.show('fixed');
    expect([box().tab, box().text]).toEqual(['fixed', await readProgram(scenario, 'fixed')]);
    store.choice.show('contract');
    expect([box().tab, box().text]).toEqual(['contract', '// the contract']);
    store.choice.show('mine');
    expect([box().tab, box().text]).toEqual(['mine', 'abc']);
    const [name = ''] = Object.keys(others);
    await store.startFrom(name);
    expect([box().tab, box().text]).toEqual(['mine', await readProgram(scenario, name)]);
    store.choice.bringBack();
    expect(box().text).toBe('abc');
    store.choice.reset();
    expect([box().tab, box().text]).toEqual(['leaky', await readProgram(scenario, 'leaky')]);
    store.choice.bringBack();
    expect([box().tab, box().text]).toEqual(['mine', 'abc']);
  });

  test('that opens later shows what was typed in the plain text box', async () => {
    const { store, editing, box } = openPage();
    editing.usePlain(true);
    store.edit('typed in the box');
    expect(boxes).toEqual([]);
    editing.usePlain(false);
    await vi.waitFor(() => expect(editing.mode.value).toBe('monaco'));
    expect(box().text).toBe('typed in the box');
  });

  test('highlights the lines that the page points to, until the reader moves on', async () => {
    const { store, editing, box } = openPage();
    await editing.open();
    await store.lab.loadFixed();
    const phrase: Partial<HTMLElement> = {};
    const lines: HighlightedLines = { program: 'fixed', from: 3, to: 4, phrase: phrase as HTMLElement };
    store.highlight.show(lines);
    expect([box().tab, box().highlighted]).toEqual(['fixed', lines]);
    box().type('mine now');
    expect(box().highlighted).toBeUndefined();
  });

  test('shows the fixed program once its text has come, where it came into view before', async () => {
    const { store, editing, box } = openPage();
    const { fetch } = globalThis;
    const asked = Promise.withResolvers<undefined>();
    vi.stubGlobal('fetch', async (address: string) => {
      if (address.includes('program.fixed')) await asked.promise;
      return fetch(address);
    });
    await editing.open();
    store.choice.show('fixed');
    expect(box().tab).toBe('leaky');
    asked.resolve(undefined);
    await vi.waitFor(() => expect(box().tab).toBe('fixed'));
    expect(box().text).toBe(await readProgram(scenario, 'fixed'));
  });

  test('puts the cursor at a problem, or where the reader clicked', async () => {
    const { editing, box } = openPage();
    await editing.open({ line: 2, column: 3, clicked: true });
    expect(box().cursor).toBe('clicked 2:3');
    await editing.open({ line: 7, column: 1 });
    expect(box().cursor).toBe('7:1');
    expect(boxes).toHaveLength(1);
  });

  test('does not take the focus from a reader who has gone elsewhere meanwhile', async () => {
    const { editing, box } = openPage();
    const opened = editing.open();
    focus = {};
    await opened;
    expect([editing.mode.value, box().cursor]).toEqual(['monaco', '']);
  });

  test('that another playground takes hears no more, and leaves the page’s own text', async () => {
    const { store, editing, box } = openPage();
    await editing.open();
    const taken = box();
    taken.giveBack();
    expect(editing.mode.value).toBe('page');
    store.choice.show('fixed');
    expect(taken.tab).toBe('leaky');
  });

  test('says whether Tab indents, and runs on its own key', async () => {
    const { store, editing, box } = openPage();
    await editing.open();
    box().owner.onTabKey(true);
    expect(editing.tabIndents.value).toBe(true);
    box().owner.onRun();
    await vi.waitFor(() => expect(store.runs.phase.value).toBe('running'), { timeout: 60_000 });
    store.stop();
  });
});

describe('the plain text box', () => {
  test('opens on touch screens, and is told where to jump', async () => {
    isTouch = true;
    const { store, editing } = openPage();
    await editing.open({ line: 5, column: 2 });
    expect([editing.mode.value, editing.jump.value]).toEqual(['plain', { line: 5, column: 2 }]);
    expect(store.lab.file.value).toBeDefined();
    expect(boxes).toEqual([]);
  });

  test('opens where the editor cannot be had, and says so until it can', async () => {
    vi.doMock('../editor/code-editor.ts', () => {
      throw new Error('no network');
    });
    const { editing } = openPage();
    await editing.open();
    expect([editing.mode.value, editing.unavailable.value]).toEqual(['plain', true]);
  });

  test('stays where the reader chose it while the editor was on its way', async () => {
    const { editing } = openPage();
    const opened = editing.open();
    expect(editing.mode.value).toBe('loading');
    editing.usePlain(true);
    await opened;
    expect(editing.mode.value).toBe('plain');
    expect(boxes).toEqual([]);
  });
});

test('before the page’s box of code is there, nothing opens', async () => {
  const editing = createEditing(openPlayground());
  await editing.open();
  expect(editing.mode.value).toBe('page');
});

test('the text in view is mine, the given program or the contract, once it is here', async () => {
  const store = openPlayground();
  const textOf = (shown: Shown) => {
    store.choice.show(shown);
    return sourceInView(store);
  };
  store.edit('my own');
  expect((['mine', 'leaky', 'fixed', 'contract'] as const).map(textOf)).toEqual([
    'my own',
    undefined,
    undefined,
    undefined,
  ]);
  await store.lab.loadFixed();
  const [leaky, fixed] = await Promise.all([readProgram(scenario, 'leaky'), readProgram(scenario, 'fixed')]);
  const { contract } = await server.file;
  expect((['leaky', 'fixed', 'contract'] as const).map(textOf)).toEqual([leaky, fixed, contract]);
});
