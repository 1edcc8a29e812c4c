/** Which line and column of the code lies under the pointer, so that a click puts the cursor where it was made. */

import type { Place } from '../store/editing.ts';

/** The place of a click in a scrolled box of code with the metrics of code.css. */
export function positionAtPoint(event: Pick<MouseEvent, 'clientX' | 'clientY'>, box: HTMLElement): Place {
  const shown = [...box.querySelectorAll('pre')].find((pre) => pre.offsetParent !== null);
  if (shown === undefined) return { line: 1, column: 1, clicked: true };
  const style = getComputedStyle(shown);
  const { left, top } = shown.getBoundingClientRect();
  const down = event.clientY - top - Number.parseFloat(style.paddingTop);
  const across = event.clientX - left - Number.parseFloat(style.paddingLeft);
  const line = Math.floor(down / Number.parseFloat(style.lineHeight)) + 1;
  const column = Math.round(across / characterWidth(shown)) + 1;
  return { line: Math.max(1, line), column: Math.max(1, column), clicked: true };
}

function characterWidth(text: HTMLElement): number {
  const probe = document.createElement('span');
  probe.style.cssText = 'position:absolute;width:10ch;visibility:hidden';
  text.append(probe);
  const width = probe.getBoundingClientRect().width / 10;
  probe.remove();
  return width;
}
