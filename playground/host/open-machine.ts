/** Opens a machine with the model server inside, ready to load one program. */

import { Machine } from './machine.ts';
import { importedModule, type PlatformModule } from '../compiler/platform-modules.ts';
import type { GuestMessages } from './guest-messages.ts';
import type { Present } from './present.ts';
import type { RunOptions } from './run-options.ts';
import { secretOf } from './secret.ts';
import type { TickBudget } from './tick-budget.ts';

/** Room above the program's limit: the model server, the census, and a margin to read a dead server by. */
const spareBytes = 16 * 2 ** 20;

/** Modules of the guest, by their paths within `playground/`. */
const entry = 'guest/main.ts';
const census = 'guest/census.ts';
const asyncContext = 'guest/platform/async-context.ts';
const assignmentWatch = 'guest/platform/assignment-watch.ts';

/** What a program imports where its assignments are watched. */
export const watchModule = 'leak-lab:stores';

/** An export of that name, as the compiler writes it; what only looks like one does no harm. */
const exportsThen = /\bexport\b[^;=(]*\bthen\b/;

/** A machine and access to what it shares. */
export async function openMachine(
  { assets, compiled, workload, settleSeconds, keepsOwners = false, watchedCode }: RunOptions,
  guestMessages: GuestMessages,
  budget: TickBudget,
  present: Present,
): Promise<{ readonly machine: Machine; readonly views: ReturnType<Machine['open']> }> {
  const setup = {
    ...workload,
    secret: secretOf(compiled.code, workload.seed),
    collectorMs: (workload.collectorSeconds ?? 0) * 1000,
    stragglers: workload.steady?.stragglers ?? 0,
    pace: workload.steady?.pace ?? 1,
    settleMs: settleSeconds * 1000,
    sites: compiled.sites.length,
    keepsOwners,
    isThenable: exportsThen.test(compiled.code),
  };
  const sources: Readonly<Record<string, string>> = {
    ...assets.guest,
    'leak-lab:setup': `export const setup = ${JSON.stringify(setup)};`,
    'leak-lab:platform': platformSource([
      ...(compiled.platform ?? []),
      ...(watchedCode === undefined ? [] : (['store-watch'] as const)),
    ]),
    'leak-lab:thenable': "export * as program from 'program';",
    program: watchedCode ?? compiled.code,
  };
  const machine = await Machine.create({
    assets,
    memoryLimit: workload.memoryLimit + spareBytes,
    resolve: createResolver(compiled.platform ?? [], watchedCode !== undefined),
    load: (name) => sources[name] ?? refuse(name),
    onEmit: (kind, text) => {
      guestMessages.receive(kind, text);
    },
    onTick: () => budget.tick(),
    nowMs: () => present.readClock(),
    during: () => present.during(),
  });
  return { machine, views: machine.open(entry, sources[entry] ?? refuse(entry)) };
}

/** A module of the platform, or the one that watches what a program stores. */
type Module = PlatformModule | 'store-watch';

const fileOf = (module: Module): string => `guest/platform/${module}.ts`;

/** The module that loads what the program names. What it installs it returns, as it does what the program imports. */
function platformSource(modules: readonly Module[]): string {
  const imports = modules.map((module, at) => `import * as m${at} from '${fileOf(module)}';`);
  const provided = modules.map((_, at) => `...(m${at}.install?.() ?? Object.values(m${at}))`);
  return `${imports.join('\n')}\nexport const installPlatform = () => [${provided.join(', ')}];`;
}

/**
 * Guest modules may import each other; the program only the census, and only where the compiler put it, and those
 * modules of the platform that the compiler found in it.
 */
function createResolver(
  given: readonly PlatformModule[],
  isWatched: boolean,
): (importer: string, name: string) => string {
  let censusGiven = false;
  let contextGiven = false;
  return (importer, name) => {
    if (importer === 'program') {
      const asked = importedModule(name);
      if (asked !== undefined && given.includes(asked)) return fileOf(asked);
      if (name === 'leak-lab:async-context' && given.includes('async-hooks') && !contextGiven) {
        contextGiven = true;
        return asyncContext;
      }
      if (name === watchModule && isWatched) return assignmentWatch;
      if (name !== 'leak-lab:census' || censusGiven) return refuse(name);
      censusGiven = true;
      return census;
    }
    return name.startsWith('.') ? pathFrom(importer, name) : name;
  };
}

/** The path of a module that another names by its way to it. */
function pathFrom(importer: string, way: string): string {
  const path = importer.split('/').slice(0, -1);
  for (const step of way.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}

function refuse(name: string): never {
  throw new Error(`There is no module '${name}' here; a program can import only types, from 'server'.`);
}
