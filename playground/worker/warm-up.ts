/** A small run that nobody sees: browsers compile WebAssembly in tiers, and the first run of a worker pays for it. */

import type { CompiledProgram } from '../record.ts';
import type { MachineAssets } from '../protocol.ts';
import { ProgramRun } from '../host/run.ts';
import { usualWorkload } from '../scenarios/usual-workload.ts';

/** The least that a program can be, with what most programs do: a Map, a string, a line in the log. */
const program: CompiledProgram = {
  code: `import { define, track } from 'leak-lab:census';
const kept = new Map();
export class CnchServerResource {
  static { define(this, 0); }
  constructor(server, id) { track(this, new.target, 0); this.id = id; this.log = server.log.open('warm ' + id); kept.set(id, this); }
  say(text) { this.log.write({ level: 'debug', text }); }
  addCreateQuery(table) { this.say('addCreateQuery ' + table); }
  addDataParts(table) { this.say('addDataParts ' + table); }
  sendResources() { this.say('sendResources'); }
  [Symbol.dispose]() { this.say('dispose'); this.log.close(); kept.delete(this.id); }
}`,
  map: '{"version":3,"sources":[],"names":[],"mappings":""}',
  sites: [{ name: 'CnchServerResource', line: 1, column: 1 }],
};

/** Plays it, step by step; the owner may leave it at any. */
export async function warmUp(assets: MachineAssets, shouldGoOn: () => Promise<boolean>): Promise<void> {
  const run = await ProgramRun.create({
    assets,
    compiled: program,
    workload: { ...usualWorkload, transactions: 500, seed: 1, samples: 5 },
    settleSeconds: 0,
    listener: {},
  });
  let step = 0;
  for (const _ of run.steps()) {
    if (++step % 20 === 0 && !(await shouldGoOn())) return;
  }
}
