/** Which line and column of the code lies under the pointer, so that a click puts the cursor where it was made. */

/** Line and column from 1, for a click in a scrolled box of code with the metrics of code.css. */
export function placeUnder(
  event: Pick<MouseEvent, 'clientX' | 'clientY'>,
  box: HTMLElement,
): { readonly line: number; readonly column: number } {
  const text = box.querySelector<HTMLElement>('pre:not([hidden])') ?? box;
  const style = getComputedStyle(text);
  const bounds = box.getBoundingClientRect();
  const height = Number.parseFloat(style.lineHeight) || 21;
  const width = characterWidth(text);
  const down = event.clientY - bounds.top + box.scrollTop - Number.parseFloat(style.paddingTop);
  const across = event.clientX - bounds.left + box.scrollLeft - gutterWidth(style, width);
  return {
    line: Math.max(1, Math.floor(down / height) + 1),
    column: Math.max(1, Math.round(across / width) + 1),
  };
}

function gutterWidth(style: CSSStyleDeclaration, character: number): number {
  const gutter = style.getPropertyValue('--code-gutter').trim();
  return gutter.endsWith('ch') ? Number.parseFloat(gutter) * character : Number.parseFloat(gutter) || 0;
}

function characterWidth(text: HTMLElement): number {
  const probe = document.createElement('span');
  probe.style.cssText = 'position:absolute;width:10ch;visibility:hidden';
  text.append(probe);
  const width = probe.getBoundingClientRect().width / 10;
  probe.remove();
  return width || 8;
}
