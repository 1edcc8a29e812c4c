/** Which line and column of the code lies under the pointer, so that a click puts the cursor where it was made. */

import type { Place } from '../store/editing.ts';

/** The place of a click in a scrolled box of code with the metrics of code.css. */
export function positionAtPoint(event: Pick<MouseEvent, 'clientX' | 'clientY'>, box: HTMLElement): Place {
  const shown = [...box.querySelectorAll('pre')].filter(isShown);
  const text = shown.findLast((pre) => pre.getBoundingClientRect().top <= event.clientY) ?? shown[0];
  if (text === undefined) return { line: 1, column: 1, clicked: true };
  const style = getComputedStyle(text);
  const { left, top } = text.getBoundingClientRect();
  const down = event.clientY - top - Number.parseFloat(style.paddingTop);
  const across = event.clientX - left - Number.parseFloat(style.paddingLeft);
  const line = Math.floor(down / Number.parseFloat(style.lineHeight)) + Number(text.dataset['first'] ?? 1);
  const column = Math.round(across / characterWidth(text)) + 1;
  return { line: Math.max(1, line), column: Math.max(1, column), clicked: true };
}

/** A program with folds is several texts, of which some are folded. */
function isShown(text: HTMLElement): boolean {
  return text.offsetParent !== null && text.closest('details')?.open !== false;
}

function characterWidth(text: HTMLElement): number {
  const probe = document.createElement('span');
  probe.style.cssText = 'position:absolute;width:10ch;visibility:hidden';
  text.append(probe);
  const width = probe.getBoundingClientRect().width / 10;
  probe.remove();
  return width;
}
