/** Source text of what a program keeps: its type, and how one is made of a key. */

import { block } from './holders.ts';
import type { Item } from './plan.ts';

/** `make` is an expression in which `key` (given as text) is a string, and `this` the resource. */
export interface ItemText {
  readonly top: readonly string[];
  readonly type: string;
  readonly make: (key: string) => string;
}

/** The item's text; `n` makes its names unique. */
export function itemText(item: Item, n: number): ItemText {
  switch (item) {
    case 'instance':
      return {
        top: block(`class Entry${n}`, [`constructor(readonly key: string, readonly at: number) {}`]),
        type: `Entry${n}`,
        make: (key) => `new Entry${n}(${key}, Date.now())`,
      };
    case 'resource':
      return {
        top: block(`class Entry${n}`, [`constructor(readonly owner: ServerResource) {}`]),
        type: `Entry${n}`,
        make: () => `new Entry${n}(this)`,
      };
    case 'plain object':
      return {
        top: [],
        type: '{ readonly key: string; readonly at: number }',
        make: (key) => `{ key: ${key}, at: Date.now() }`,
      };
    case 'array':
      return { top: [], type: 'unknown[]', make: (key) => `[${key}, Date.now()]` };
    case 'closure':
      return { top: [], type: '() => string', make: (key) => `((name: string) => () => name)(${key})` };
    case 'text':
      return { top: [], type: 'string', make: (key) => `\`kept for \${${key}}\`` };
    case 'text of any length':
      return {
        top: [],
        type: 'string',
        make: (key) => `'x'.repeat(1 + (Number(${key}.replaceAll(/\\D/g, '').slice(-6)) % 300))`,
      };
    case 'bytes':
      return { top: [], type: 'Uint8Array', make: () => 'new Uint8Array(48)' };
    case 'suspended generator':
      return {
        top: block(`function* paused${n}(text: string): Generator<string, void, void>`, [
          `yield text;`,
          `yield \`\${text} again\`;`,
        ]).concat(
          block(`function begun${n}(text: string): Generator<string, void, void>`, [
            `const steps = paused${n}(text);`,
            `steps.next();`,
            `return steps;`,
          ]),
        ),
        type: 'Generator<string, void, void>',
        make: (key) => `begun${n}(${key})`,
      };
    case 'pending promise':
      return { top: [], type: 'Promise<void>', make: () => 'new Promise<void>(() => {})' };
    case 'suspended call':
      return {
        top: block(`async function waits${n}(text: string): Promise<string>`, [
          `await new Promise<void>(() => {});`,
          `return text;`,
        ]),
        type: 'Promise<string>',
        make: (key) => `waits${n}(${key})`,
      };
  }
}
