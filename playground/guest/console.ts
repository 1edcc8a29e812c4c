/** A program's console: each line goes to the host at once, up to a bound; the rest is only counted. */

import { describe } from './describe.ts';
import { emit } from './host.ts';

const mostLines = 1000;
const mostCharacters = 2000;
let lines = 0;

/** Puts `console` where a program looks for it. */
export function installConsole(): void {
  const levels = ['log', 'info', 'warn', 'error', 'debug'] as const;
  const print =
    (level: (typeof levels)[number]) =>
    (...values: unknown[]) => {
      lines++;
      if (lines > mostLines) {
        emit('console-dropped', '');
        return;
      }
      const text = values.slice(0, 20).map(describe).join(' ');
      emit(`console-${level}`, text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text);
    };
  Object.assign(globalThis, { console: Object.fromEntries(levels.map((level) => [level, print(level)])) });
}
