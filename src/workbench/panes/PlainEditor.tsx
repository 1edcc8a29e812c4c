/** A plain text box for code: for touch screens and for readers who prefer it. Same run, same checks. */

import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useSignal, useSignalEffect } from '@preact/signals';

import { shownLabel } from '../store/code-label.ts';
import { type Editing, sourceInView } from '../store/editing.ts';
import type { PlaygroundStore } from '../store/playground-store.ts';
import type { Shown } from '../store/program-choice.ts';

interface PlainEditorProps {
  readonly store: PlaygroundStore;
  readonly editing: Editing;
}

export function PlainEditor({ store, editing }: PlainEditorProps): JSX.Element {
  const { shown } = store.choice;
  const box = useRef<HTMLTextAreaElement>(null);
  const inPage = useSignal<string | undefined>(undefined);
  const source = sourceInView(store) ?? inPage.value;
  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  useSignalEffect(() => {
    inPage.value = box.current ? textInPage(box.current, shown.value) : undefined;
  });
  useSignalEffect(() => {
    const place = editing.jump.value;
    if (place !== undefined && box.current) select(box.current, place.line, place.column);
  });
  useSignalEffect(() => {
    const highlighted = store.highlight.lines.value;
    if (highlighted !== undefined && box.current) selectLines(box.current, highlighted.from, highlighted.to);
  });
  return (
    <textarea
      class="ll-code-plain"
      ref={box}
      aria-label={shownLabel(store)}
      value={source ?? ''}
      readOnly={shown.value === 'contract' || source === undefined}
      onInput={(event) => store.edit(event.currentTarget.value)}
      spellcheck={false}
      autocomplete="off"
      autocapitalize="off"
      wrap="off"
    />
  );
}

/**
 * The given program as the page came with it, for as long as the scenario's file is not here: to the letter as it stands there, so
 * that nothing moves under a reader who types while the file arrives.
 */
function textInPage(box: HTMLElement, shown: Shown): string | undefined {
  const given = box.closest('.ll-code-box')?.querySelectorAll(`.ll-code-given[data-program=${shown}] code`);
  // Folded code stands in stretches, each an element of its own.
  const stretches = [...(given ?? [])].map(({ textContent }) => textContent);
  return stretches.length === 0 ? undefined : `${stretches.join('\n').trimEnd()}\n`;
}

/** Puts the cursor at a line and column, from 1, and scrolls there. */
function select(box: HTMLTextAreaElement, line: number, column: number): void {
  const offset = offsetOf(box.value, line) + column - 1;
  box.focus();
  box.setSelectionRange(offset, offset);
  scrollTo(box, line);
}

/** A plain text box has no other way to mark lines than to select them. */
function selectLines(box: HTMLTextAreaElement, from: number, to: number): void {
  box.setSelectionRange(offsetOf(box.value, from), offsetOf(box.value, to + 1) - 1);
  scrollTo(box, from);
}

/** Characters before a line, which counts from 1. */
function offsetOf(text: string, line: number): number {
  return text
    .split('\n')
    .slice(0, line - 1)
    .reduce((sum, each) => sum + each.length + 1, 0);
}

function scrollTo(box: HTMLTextAreaElement, line: number): void {
  const height = Number.parseFloat(getComputedStyle(box).lineHeight) || 21;
  box.scrollTop = Math.max(0, (line - 4) * height);
}
