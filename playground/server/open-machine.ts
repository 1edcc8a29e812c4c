/** Opens a machine with the model server inside, ready to load one program. */

import { Machine } from '../vm/machine.ts';
import { guestModules } from '../vm/guest-modules.ts';
import type { Inbox } from './inbox.ts';
import type { RunOptions } from './run.ts';
import { secretOf } from './secret.ts';
import type { Watch } from './watch.ts';

/** Room above the program's limit: the model server, the census, and a margin to read a dead server by. */
const spareBytes = 16 * 2 ** 20;

const censusName = 'vm/guest/census.ts';

/** A machine and access to what it shares. */
export async function openMachine(
  { assets, compiled, workload, settleSeconds }: RunOptions,
  inbox: Inbox,
  watch: Watch,
  nowMs: () => number | undefined,
): Promise<{ readonly machine: Machine; readonly views: ReturnType<Machine['open']> }> {
  const setup = {
    ...workload,
    secret: secretOf(compiled.code, workload.seed),
    collectorMs: (workload.collectorSeconds ?? 0) * 1000,
    stragglers: workload.steady?.stragglers ?? 0,
    pace: workload.steady?.pace ?? 1,
    settleMs: settleSeconds * 1000,
    sites: compiled.sites.length,
  };
  const sources: Readonly<Record<string, string>> = {
    ...assets.guest,
    'leak-lab:setup': `export const setup = ${JSON.stringify(setup)};`,
    program: compiled.code,
  };
  const machine = await Machine.create(
    {
      assets,
      memoryLimit: workload.memoryLimit + spareBytes,
      resolve: createResolver(),
      load: (name) => sources[name] ?? refuse(name),
      onEmit: (kind, text) => {
        inbox.receive(kind, text);
      },
      onTick: () => watch.tick(),
      onRejection: (promise, error, stack) => {
        inbox.rejected(promise, error, stack);
      },
      onHandled: (promise) => {
        inbox.handled(promise);
      },
    },
    () => nowMs() ?? 0,
  );
  const [entry] = guestModules;
  return { machine, views: machine.open(entry, sources[entry] ?? refuse(entry)) };
}

/** Guest modules may import each other; the program only the census, and only where the compiler put it. */
function createResolver(): (importer: string, name: string) => string {
  let censusGiven = false;
  return (importer, name) => {
    if (importer === 'program') {
      if (name !== 'leak-lab:census' || censusGiven) return refuse(name);
      censusGiven = true;
      return censusName;
    }
    const end = name.replace(/^(\.\.?\/)+/, '/');
    return guestModules.find((path) => `/${path}`.endsWith(end)) ?? name;
  };
}

function refuse(name: string): never {
  throw new Error(`There is no module '${name}' here; a program can import only types, from 'server'.`);
}
