/** What the keys of a presentation do, those that a remote control sends among them. */

import type { Presentation } from './presentation.ts';

/** Does what a key asks for, unless it is meant for what has the focus. */
export function onKey(event: KeyboardEvent, show: Presentation): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (show.isOutlineOpen.value) return;
  const { target } = event;
  if (!(target instanceof HTMLElement)) return;
  if (isTypedInto(target)) {
    if (event.key === 'Escape') document.querySelector<HTMLElement>('.ll-presenter h1')?.focus();
    return;
  }
  if (isOwnKey(target, event.key)) return;
  const act = actionOf(event.key, show);
  if (act === undefined) return;
  event.preventDefault();
  act();
}

/** The focus is where letters and arrows mean something else. */
function isTypedInto(target: HTMLElement): boolean {
  return (
    target.isContentEditable ||
    target.matches('input, textarea, select') ||
    target.closest('.monaco-editor') !== null
  );
}

/** A button or a link takes Enter and Space, a tab the arrows. */
function isOwnKey(target: HTMLElement, key: string): boolean {
  // An option that was clicked, or given a hand, keeps the focus; Enter still leads on from there.
  if (key === 'Enter' && target.closest('.ll-asked ol') !== null) return false;
  if (key === 'Enter' || key === ' ')
    return target.closest('button, a[href], summary, .ll-code-page') !== null;
  return key.startsWith('Arrow') && target.closest('[role="tab"]') !== null;
}

function actionOf(key: string, show: Presentation): (() => void) | undefined {
  const at = show.at.value;
  switch (key) {
    case 'ArrowRight':
    case 'PageDown':
    case ' ':
      return () => show.go(at + 1);
    case 'ArrowLeft':
    case 'PageUp':
      return () => show.go(at - 1);
    case 'Home':
      return () => show.go(0);
    case 'End':
      return () => show.go(show.slides.length - 1);
    case 'Escape':
      return () => location.assign(show.pageAddress());
    default:
      return letterAction(key.toLowerCase(), show) ?? questionAction(key, show);
  }
}

function letterAction(key: string, show: Presentation): (() => void) | undefined {
  switch (key) {
    case 'o':
      return () => (show.isOutlineOpen.value = true);
    case 'r':
      return show.run;
    case 'q': {
      const next = show.slides.findIndex(({ kind }, place) => kind === 'question' && place > show.at.value);
      return next === -1 ? undefined : () => show.go(next);
    }
    default:
      return undefined;
  }
}

function questionAction(key: string, show: Presentation): (() => void) | undefined {
  const question = show.question.value;
  const last = (question?.options.length ?? 0) - 1;
  const { option } = show;
  const down = key === 'ArrowDown';
  if (question === undefined) return key === 'ArrowUp' || down ? lineAction(down ? 1 : -1, show) : undefined;
  if (down) return () => (option.value = Math.min(last, option.value + 1));
  if (key === 'ArrowUp') return () => (option.value = Math.max(0, option.value - 1));
  if (key === '+' || key === '=') return () => show.count(option.value, 1);
  if (key === '-' || key === '−') return () => show.count(option.value, -1);
  if (key !== 'Enter') return undefined;
  return show.hands.value.stage === 'revealed' ? show.run : show.advance;
}

/** On a slide of code, the lines that the text of the chapter points to, one after another. */
function lineAction(by: 1 | -1, show: Presentation): (() => void) | undefined {
  const { kind, scenario = '' } = show.slides[show.at.value] ?? {};
  if (kind !== 'code') return undefined;
  const phrases = [...document.querySelectorAll<HTMLElement>(`a.ll-lines[href][data-lines^="${scenario} "]`)];
  const shown = phrases.findIndex((phrase) => phrase.hasAttribute('data-presented'));
  const next = phrases[shown === -1 ? (by === 1 ? 0 : phrases.length - 1) : shown + by];
  if (next === undefined) return undefined;
  return () => {
    phrases[shown]?.removeAttribute('data-presented');
    next.toggleAttribute('data-presented', true);
    next.click();
  };
}
