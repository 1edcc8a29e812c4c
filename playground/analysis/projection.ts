/** Projects a leak onto a real server. A projection is no measurement: show it apart, and call it one. */

/**
 * Bytes of the blocks that one leaked `Poco::Logger` takes in a ByConity server, in size classes of jemalloc, for the 35 characters of
 * `SessionResource(<18 digits>)`: the name twice, in the logger and as the map's key. Derived from the class layout, not measured there.
 */
export const loggerBlocks = { logger: 64, name: 48, node: 64, key: 48 } as const;

/** Their sum. */
export const loggerBytes = Object.values(loggerBlocks).reduce<number>((sum, bytes) => sum + bytes, 0);

/** The same with libstdc++ and glibc's allocator: measured on a small C++ model of the registry, over 100,000 loggers. */
export const loggerBytesGlibc = 256;

/** The same for long table names, from the 73.23 MiB in 1,024,000 blocks that ClickHouse pull request 58830 reports. */
export const loggerBytesLongName = 300;

/** Bytes of a `VirtualLogger` (ByConity commit 200f91a6aa), freed with its owner: measured on the same C++ model. */
export const virtualLoggerBytes = 64;

const secondsPerDay = 86_400;

export interface ServerLoad {
  readonly bytesPerTransaction: number;
  readonly transactionsPerSecond: number;
  readonly memoryLimitBytes: number;
}

export interface Projection {
  readonly bytesPerDay: number;
  /** Days until the leak alone fills the memory; `Infinity` when nothing grows. */
  readonly daysToLimit: number;
}

/** What a leak costs a server under a steady load. */
export function projectServer(load: ServerLoad): Projection {
  const bytesPerDay = Math.max(0, load.bytesPerTransaction * load.transactionsPerSecond * secondsPerDay);
  return { bytesPerDay, daysToLimit: bytesPerDay === 0 ? Infinity : load.memoryLimitBytes / bytesPerDay };
}

/**
 * Bytes of one leaked logger whose name has so many characters: 128 and twice the name's buffer, rounded up to a size class of
 * jemalloc (multiples of 16 up to 128, then four classes for each doubling). Names of up to 22 characters need no buffer in libc++.
 */
export function bytesPerLogger(nameLength: number): number {
  if (nameLength <= 22) return 128;
  const needed = nameLength + 1;
  const spacing = needed <= 128 ? 16 : 2 ** (Math.ceil(Math.log2(needed)) - 3);
  return 128 + 2 * Math.ceil(needed / spacing) * spacing;
}
