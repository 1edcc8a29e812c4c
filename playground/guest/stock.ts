/** What every transaction draws from: tables with their parts, and the workers' hosts. Shared, frozen, never growing. */

import type { DataPart } from 'server';

export interface Table {
  readonly name: string;
  readonly query: string;
  readonly parts: readonly DataPart[];
}

const names = ['orders', 'lineitem', 'customer', 'supplier', 'item', 'partsupp', 'nation', 'region'];

/** Eight tables with one to four parts each. */
export const tables: readonly Table[] = Object.freeze(
  names.map((name, index) =>
    Object.freeze({
      name,
      query: `CREATE TABLE ${name} (id UInt64) ENGINE = CnchMergeTree ORDER BY id`,
      parts: Object.freeze(
        Array.from({ length: 1 + (index % 4) }, (_, part) =>
          Object.freeze({ name: `${name}_${part}_1_0`, rows: 8192 * (part + 1) }),
        ),
      ),
    }),
  ),
);

/** Hosts of the workers; a transaction uses two that follow one another, from a place of its own. */
export const hosts: readonly string[] = Object.freeze(['worker-1', 'worker-2', 'worker-3', 'worker-4']);

/** The place of the first of the two workers of a transaction, by the transaction's number. */
export const firstHostOf = (transaction: number): number => transaction % hosts.length;

/** Both workers of a transaction, as a set: bit n stands for host n. */
export function hostsOf(transaction: number): number {
  const first = firstHostOf(transaction);
  return (1 << first) | (1 << ((first + 1) % hosts.length));
}

/** The names of a set of hosts. */
export function hostNames(set: number): readonly string[] {
  return hosts.filter((_, place) => set & (1 << place));
}
