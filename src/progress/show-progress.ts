/** Marks the chapters in the sidebar and on the landing page whose challenge the reader has passed. */

import { progressOf, readEvents } from './progress.ts';

/** Shows progress now, and again whenever it changes. */
export function showProgress(): void {
  mark();
  addEventListener('progress', mark);
}

function mark(): void {
  const events = readEvents();
  if (events.length === 0) return;
  const words = document.querySelector<HTMLElement>('footer[data-passed]')?.dataset['passed'] ?? '';
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href*="/course/"]')) {
    const inList = link.closest('.sidebar-content, [data-chapters]') !== null;
    if (!inList || link.querySelector('.ll-passed') || !progressOf(events, link.pathname).passed) continue;
    const sign = document.createElement('span');
    sign.className = 'll-passed';
    sign.textContent = ' ✓';
    sign.title = words;
    sign.setAttribute('role', 'img');
    sign.setAttribute('aria-label', words);
    link.append(sign);
  }
}
