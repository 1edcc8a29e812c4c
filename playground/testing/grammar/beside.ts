/** Source text of what stands beside the keeping: noise, timers, listeners, clockwork. */

import { block } from './holders.ts';
import type { Beat, Clockwork, Listener, Noise } from './plan.ts';
import type { Piece } from './piece.ts';

/** Something that moves the heap and does not grow; `n` makes its names unique. */
export function noisePiece({ what, size }: Noise, n: number): Piece {
  switch (what) {
    case 'cache by table':
      return {
        top: [`const cache${n} = new Map<string, string>();`],
        createQuery: [`if (!cache${n}.has(table)) cache${n}.set(table, query.repeat(${size}));`],
      };
    case 'cache by table and host':
      return {
        top: [`const cache${n} = new Map<string, { readonly hits: number }>();`],
        sent: [
          `for (const { host } of workers) {`,
          `for (const table of this.#tables.keys()) {`,
          `const name = \`\${host}/\${table}\`;`,
          `cache${n}.set(name, { hits: (cache${n}.get(name)?.hits ?? 0) + 1 });`,
          `}`,
          `}`,
        ],
      };
    case 'counter':
      return {
        top: [`const totals${n} = { begun: 0, parts: 0 };`],
        construct: [`totals${n}.begun++;`],
        dataParts: [`totals${n}.parts += parts.length;`],
      };
    case 'buckets':
      return {
        top: [`const buckets${n} = new Uint32Array(${size});`],
        dataParts: [`buckets${n}[parts.length % ${size}]! += 1;`],
      };
    case 'pool':
    case 'pool with bound':
    case 'pool that failures do not refill':
      return poolPiece(what, size, n);
    case 'last text by table':
      return {
        top: [`const last${n} = new Map<string, string>();`],
        createQuery: [`last${n}.set(table, 'x'.repeat(Number(transaction % 97n) * ${size}));`].map((line) =>
          line.replace('transaction', 'this.#transaction'),
        ),
      };
    case 'emptied arrays':
      return {
        top: [`const waiting${n}: object[][] = Array.from({ length: ${size} }, () => []);`],
        fields: [`readonly #place${n}: object[];`],
        construct: [
          `this.#place${n} = waiting${n}[Number((transaction >> 18n) % ${size}n)]!;`,
          `this.#place${n}.push(this);`,
        ],
        dispose: [`this.#place${n}.splice(this.#place${n}.indexOf(this), 1);`],
      };
    case 'recent failures':
      return {
        top: [`const failures${n}: string[] = [];`],
        sendFailed: [
          `failures${n}.push(\`\${this.#transaction}: \${String(error)}\`);`,
          `if (failures${n}.length > ${size}) failures${n}.shift();`,
        ],
      };
    case 'workers released twice':
      return { dispose: [`for (const worker of this.#requested) worker.release(this.#transaction);`] };
    case 'rejection handled late':
      return {
        top: block(`async function refuse${n}(text: string): Promise<void>`, [
          `await Promise.resolve();`,
          `throw new Error(text);`,
        ]),
        sent: [`void refuse${n}('not now').catch(() => undefined);`],
      };
  }
}

function poolPiece(what: Noise['what'], size: number, n: number): Piece {
  const giveBack = {
    pool: `idle${n}.push(this.#buffer${n});`,
    'pool with bound': `if (idle${n}.length < ${size}) idle${n}.push(this.#buffer${n});`,
  }[what as 'pool'] as string | undefined;
  return {
    top: [`const idle${n}: Uint8Array[] = [];`],
    fields: [`readonly #buffer${n}: Uint8Array;`],
    construct: [`this.#buffer${n} = idle${n}.pop() ?? new Uint8Array(256);`],
    dispose: [giveBack ?? `if (this.#committed) idle${n}.push(this.#buffer${n});`],
    asksForCommit: giveBack === undefined,
  };
}

/** A heartbeat. */
export function beatPiece({ ms, cleared }: Beat, n: number): Piece {
  const clear = `clearInterval(this.#beat${n});`;
  return {
    top: [`let beats${n} = 0;`],
    fields: [`readonly #beat${n}: number;`],
    construct: [`this.#beat${n} = setInterval(() => {`, `beats${n}++;`, `}, ${ms});`],
    dispose: { disposal: [clear], commit: [`if (this.#committed) ${clear}`], never: [] }[cleared],
    asksForCommit: cleared === 'commit',
  };
}

const stores = {
  array: (n: number) => ({
    state: [`const listeners${n}: (() => void)[] = [];`],
    add: [`listeners${n}.push(listener);`],
    remove: [`const at = listeners${n}.indexOf(listener);`, `if (at >= 0) listeners${n}.splice(at, 1);`],
    take: [`return listeners${n}.splice(0);`],
  }),
  set: (n: number) => ({
    state: [`const listeners${n} = new Set<() => void>();`],
    add: [`listeners${n}.add(listener);`],
    remove: [`listeners${n}.delete(listener);`],
    take: [`const all = [...listeners${n}];`, `listeners${n}.clear();`, `return all;`],
  }),
  'map of sets': (n: number) => ({
    state: [`const listeners${n} = new Map<string, Set<() => void>>();`],
    add: [
      `const known = listeners${n}.get('reload') ?? new Set<() => void>();`,
      `listeners${n}.set('reload', known.add(listener));`,
    ],
    remove: [
      `const known = listeners${n}.get('reload');`,
      `known?.delete(listener);`,
      `if (known?.size === 0) listeners${n}.delete('reload');`,
    ],
    take: [
      `const known = listeners${n}.get('reload') ?? new Set<() => void>();`,
      `listeners${n}.delete('reload');`,
      `return [...known];`,
    ],
  }),
} satisfies Record<Listener['store'], unknown>;

/** A listener on a bus. With `first event` the bus forgets those whom it has called, at each end of a transaction. */
export function listenerPiece({ store, removed }: Listener, n: number): Piece {
  const { state, add, remove, take } = stores[store](n);
  const isOnce = removed === 'first event';
  const off = `off${n}(this.#listener${n});`;
  return {
    top: [
      ...state,
      ...block(`function on${n}(listener: () => void): void`, add),
      ...(isOnce
        ? block(`function emit${n}(): void`, [`for (const listener of take${n}()) listener();`])
        : []),
      ...(isOnce ? block(`function take${n}(): readonly (() => void)[]`, take) : []),
      ...(isOnce || removed === 'never' ? [] : block(`function off${n}(listener: () => void): void`, remove)),
    ],
    fields: [`#reloads${n} = 0;`, `readonly #listener${n} = (): void => void this.#reloads${n}++;`],
    construct: [`on${n}(this.#listener${n});`],
    dispose: {
      disposal: [off],
      commit: [`if (this.#committed) ${off}`],
      'another function': [`off${n}(() => void this.#reloads${n}++);`],
      'first event': [`emit${n}();`],
      never: [],
    }[removed],
    asksForCommit: removed === 'commit',
  };
}

/** Something for each second. */
export function clockworkPiece({ item, most }: Clockwork, n: number): Piece {
  const isNumber = item === 'number';
  return {
    top: [
      ...(isNumber ? [] : block(`class Reading${n}`, [`readonly at = Date.now();`])),
      `const readings${n}: ${isNumber ? 'number' : `Reading${n}`}[] = [];`,
      `setInterval(() => {`,
      `readings${n}.push(${isNumber ? 'Date.now()' : `new Reading${n}()`});`,
      ...(most === undefined ? [] : [`if (readings${n}.length > ${most}) readings${n}.shift();`]),
      `}, 1000);`,
    ],
  };
}
