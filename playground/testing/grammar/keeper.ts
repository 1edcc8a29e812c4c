/** Source text of something that a program keeps for its transactions, and of when it lets go of it. */

import { block, holderText, keepsKeysOnly, type HolderText, type Needed } from './holders.ts';
import { itemText } from './items.ts';
import type { Keeper } from './plan.ts';
import type { Piece } from './piece.ts';

/** What a way to release adds to a program that keeps `key` by `keep`. */
interface ReleaseText extends Piece {
  readonly needed: readonly Needed[];
  /** In place of the holder's own `keep`. */
  readonly keep?: string;
}

/** The keeper's text; `n` makes its names unique. */
export function keeperPiece(keeper: Keeper, n: number): Piece {
  const item = itemText(keeper.item, n);
  const release = releaseText(keeper, n);
  const holder = holderText(keeper.holder, n, item.type, new Set(release.needed));
  const isKeysOnly = keepsKeysOnly(keeper.holder);
  const { fields, construct } = keyText(keeper, n);
  const keep = keepText(keeper, n, holder, item.make);
  const begins = keeper.occasion === 'every';
  return {
    top: [...(isKeysOnly ? [] : item.top), ...holder.top, ...(release.top ?? [])],
    fields: [...fields, ...(release.fields ?? [])],
    construct: [...construct, ...(begins ? keep : []), ...(release.construct ?? [])],
    sent: release.sent ?? [],
    sendFailed: keeper.occasion === 'failed send' ? keep : [],
    sendFinally: release.sendFinally ?? [],
    dispose: [
      ...(keeper.occasion === 'failed' ? [`if (!this.#committed) {`, ...keep, `}`] : []),
      ...(release.dispose ?? []),
    ],
    asksForCommit: keeper.occasion === 'failed' || release.asksForCommit === true,
  };
}

/** The key, made when a transaction begins. */
function keyText({ holder, key }: Keeper, n: number): Required<Pick<Piece, 'fields' | 'construct'>> {
  const name = holder === 'typed array' && key === 'name' ? 'id' : key;
  const made = {
    id: '`${transaction}`',
    name: '`SessionResource(${transaction})`',
    'serial number': `\`\${++serial}\``,
  }[name];
  return { fields: [`readonly #key${n}: string;`], construct: [`this.#key${n} = ${made};`] };
}

/** Keeping, with what the release asks for at that moment. */
function keepText(
  { holder, release }: Keeper,
  n: number,
  text: HolderText,
  make: (key: string) => string,
): readonly string[] {
  const key = `this.#key${n}`;
  const keep = text.keep(key, make(key));
  if (holder === 'weak map') return [keep];
  if (release.when === 'cap') return [keep, `while (count${n}() > ${release.most}) dropOldest${n}();`];
  if (release.when === 'full') return [keep, `if (count${n}() > ${release.most}) dropAll${n}();`];
  if (!release.when.startsWith('count of holders')) return [keep];
  const again = release.when === 'count of holders' ? 1 : 2;
  return [
    `const holders${n} = held${n}.get(${key});`,
    `held${n}.set(${key}, holders${n} === undefined ? 1 : holders${n} + ${again});`,
    `if (holders${n} === undefined) ${keep}`,
  ];
}

/** Keys of transactions that have ended, until somebody drops what is kept under them. */
const endedText = (n: number): readonly string[] => [
  `const ended${n}: string[] = [];`,
  ...block(`function dropEnded${n}(): void`, [`for (const key of ended${n}.splice(0)) drop${n}(key);`]),
];

const countText = (n: number): readonly string[] => [
  `const held${n} = new Map<string, number>();`,
  ...block(`function release${n}(key: string): void`, [
    `const holders = held${n}.get(key) ?? 0;`,
    `if (holders > 1) {`,
    `held${n}.set(key, holders - 1);`,
    `return;`,
    `}`,
    `held${n}.delete(key);`,
    `drop${n}(key);`,
  ]),
];

/** What lets go, and when. */
function releaseText({ holder, release }: Keeper, n: number): ReleaseText {
  if (holder === 'weak map') return { needed: [] };
  const key = `this.#key${n}`;
  const drop = `drop${n}(${key});`;
  const needed = ['drop'] as const;
  const end = `ended${n}.push(${key});`;
  switch (release.when) {
    case 'never':
      return { needed: [] };
    case 'disposal':
      return { needed, dispose: [drop] };
    case 'job after disposal':
      return {
        needed,
        dispose: [`void Promise.resolve().then(() => {`, `drop${n}(${key});`, `});`],
      };
    case 'next begin':
      return { needed, top: endedText(n), construct: [`dropEnded${n}();`], dispose: [end] };
    case 'lease':
      return leaseText(n, key);
    case 'count of holders':
    case 'count of holders, shared ones twice':
      return { needed, top: countText(n), dispose: [`release${n}(${key});`] };
    case 'timer from begin':
      return { needed, construct: timerText(n, release.ms) };
    case 'timer from disposal':
      return { needed, dispose: timerText(n, release.ms) };
    case 'sweep':
      return {
        needed,
        top: [...endedText(n), `setInterval(dropEnded${n}, ${release.ms});`],
        dispose: [end],
      };
    case 'throttle':
      return {
        needed,
        top: [...endedText(n), `let due${n}: number | undefined;`],
        dispose: [
          end,
          `due${n} ??= setTimeout(() => {`,
          `due${n} = undefined;`,
          `dropEnded${n}();`,
          `}, ${release.ms});`,
        ],
      };
    case 'debounce':
      return {
        needed,
        top: [...endedText(n), `let due${n}: number | undefined;`],
        dispose: [end, `clearTimeout(due${n});`, `due${n} = setTimeout(dropEnded${n}, ${release.ms});`],
      };
    case 'batch':
      return {
        needed,
        top: endedText(n),
        dispose: [end, `if (ended${n}.length >= ${release.most}) dropEnded${n}();`],
      };
    case 'cap':
      return { needed: ['count', 'dropOldest'] };
    case 'full':
      return { needed: ['count', 'dropAll'] };
    case 'end of send':
      return { needed, sent: [drop] };
    case 'finally':
      return { needed, sendFinally: [drop] };
    case 'commit':
      return { needed, dispose: [`if (this.#committed) ${drop}`], asksForCommit: true };
    case 'all but every nth':
      return {
        needed,
        top: [`let ends${n} = 0;`],
        dispose: [`if (++ends${n} % ${release.nth} !== 0) ${drop}`],
      };
    case 'idle':
      return {
        needed: ['dropAll'],
        top: [`let active${n} = 0;`],
        construct: [`active${n}++;`],
        dispose: [`if (--active${n} === 0) dropAll${n}();`],
      };
    case 'finalizer':
      return {
        needed,
        top: [`const gone${n} = new FinalizationRegistry<string>(drop${n});`],
        construct: [`gone${n}.register(this, ${key});`],
      };
  }
}

/** A function that gives back what was lent, once. */
function leaseText(n: number, key: string): ReleaseText {
  return {
    needed: ['drop'],
    top: block(`function lease${n}(key: string): () => void`, [
      `let isOver = false;`,
      `return () => {`,
      `if (isOver) return;`,
      `isOver = true;`,
      `drop${n}(key);`,
      `};`,
    ]),
    fields: [`readonly #release${n}: () => void;`],
    construct: [`this.#release${n} = lease${n}(${key});`],
    dispose: [`this.#release${n}();`],
  };
}

const timerText = (n: number, ms: number): readonly string[] => [
  `setTimeout(drop${n}, ${ms}, this.#key${n});`,
];
