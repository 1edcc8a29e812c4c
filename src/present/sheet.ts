/** The style sheet of the presenter view. It is no import of a module, or the build would link it in every page. */

import address from './present.css?url';

/** Loads it; slides are sized once it is there, or has failed. */
export function sheetLoaded(): Promise<void> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = address;
  return new Promise((resolve) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => resolve());
    document.head.append(link);
  });
}
