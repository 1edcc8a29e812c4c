/**
 * What V8 keeps and the course's virtual machine does not: runs each kind in this process and prints how many bytes stay.
 *
 *   node --expose-gc v8-keeps-more.mjs
 *
 * Each `make` gives a step of its own. A step keeps no more than its comment says: what it keeps beside that, the engine does.
 */

import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

/** `here` is what the virtual machine keeps of each step, in bytes: a test of the course runs the same steps there. */
export const kinds = [
  {
    name: 'Closures of one scope',
    here: 0,
    /** Keeps one object, the latest. One closure captures the one before it, and is dropped. */
    make: () => {
      let latest;
      return (n) => {
        const before = latest;
        const dropped = () => before;
        latest = { number: n, body: new Array(100).fill(n), greet: () => 'hello' };
        return dropped;
      };
    },
  },
  {
    name: 'Registered symbols',
    here: 0,
    /** Keeps nothing. */
    make: () => (n) => Symbol.for(`request ${n}`).description,
  },
  {
    name: 'A part of a long text',
    here: 74,
    /** Keeps 25 characters of a thousand, in a list. */
    make: () => {
      const kept = [];
      return (n) => {
        const page = `request ${n};`.repeat(100);
        return kept.push(page.slice(10, 35));
      };
    },
  },
  {
    name: 'A text put together from pieces',
    here: 154,
    /** Keeps a text of some 150 characters, in a list. */
    make: () => {
      const kept = [];
      return (n) => {
        let line = '';
        for (let part = 0; part < 10; part++) line += ` part ${n + part},`;
        return kept.push(line);
      };
    },
  },
  {
    name: 'An error whose stack nobody reads',
    here: 434,
    /** Keeps an error, in a list. The request that made it has a body of a hundred numbers, and is dropped. */
    make: () => {
      const kept = [];
      class Request {
        constructor(n) {
          this.body = new Array(100).fill(n);
        }
        refuse() {
          return new Error('refused');
        }
      }
      return (n) => kept.push(new Request(n).refuse());
    },
  },
];

const warmUp = 1_000;
const steps = 16_000;

/** Bytes in use after full collections. */
async function bytesInUse() {
  for (let turn = 0; turn < 4; turn++) {
    globalThis.gc();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return process.memoryUsage().heapUsed;
}

/** Bytes that stay of each step. */
async function keptBy(make) {
  const step = make();
  let n = 0;
  while (n < warmUp) step(n++);
  const before = await bytesInUse();
  while (n < warmUp + steps) step(n++);
  const after = await bytesInUse();
  step(n);
  return Math.max(0, Math.round((after - before) / steps));
}

/** Bytes that stay of each step of the kind at `index`, in a heap of its own: what another kind left cannot be counted. */
function keptInOwnHeap(index) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: index });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

async function main() {
  if (globalThis.gc === undefined) {
    console.error('Without a full collection nothing can be counted. Run: node --expose-gc v8-keeps-more.mjs');
    process.exitCode = 2;
    return;
  }
  const rows = [];
  for (const [index, { name, here }] of kinds.entries()) rows.push({ name, v8: await keptInOwnHeap(index), here });
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify(rows));
    return;
  }
  console.log(`Bytes kept of each step, V8 ${process.versions.v8}, and the course's machine:\n`);
  for (const { name, v8, here } of rows) {
    console.log(`${name.padEnd(36)}${String(v8).padStart(8)}${String(here).padStart(8)}`);
  }
}

if (isMainThread) await main();
else parentPort.postMessage(await keptBy(kinds[workerData].make));
