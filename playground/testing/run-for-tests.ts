/** Runs a source text in a real machine and gives the record: what tests of the machine have in common. */

import { createCompiler } from '../node/compiler.ts';
import { readAssets } from '../node/assets.ts';
import type { ConsoleLine, LogLine, RunRecord, Sample, Workload } from '../record.ts';
import { ProgramRun } from '../host/run.ts';
import { usualWorkload } from '../scenarios/usual-workload.ts';
import { en } from '../words/en/en.ts';

const compiler = createCompiler();
const assets = readAssets();

/** A short workload for a test that does not care. */
export const shortWorkload: Workload = {
  ...usualWorkload,
  transactions: 200,
  concurrency: 4,
  samples: 10,
};

export interface TestRun extends RunRecord {
  readonly console: readonly ConsoleLine[];
  readonly log: readonly LogLine[];
  readonly streamed: readonly Sample[];
}

/** Compiles and runs. Throws when the source does not compile. */
export async function runSource(
  source: string,
  workload: Partial<Workload> = {},
  settleSeconds = 60,
  probes = false,
): Promise<TestRun> {
  const { compiled, diagnostics } = compiler.compile(source);
  if (compiled === undefined) throw new Error(diagnostics.map((one) => en.diagnosticWords(one)).join('\n'));
  const console: ConsoleLine[] = [];
  const log: LogLine[] = [];
  const streamed: Sample[] = [];
  const run = await ProgramRun.create({
    assets: await assets,
    compiled,
    workload: { ...shortWorkload, ...workload },
    settleSeconds,
    probes,
    listener: {
      onConsole: (line) => {
        if (line !== 'dropped') console.push(line);
      },
      onLog: (line) => void log.push(line),
      onSample: (sample) => void streamed.push(sample),
    },
  });
  return { ...run.playOut(), console, log, streamed };
}

/** A program that logs rightly and whose constructor and disposal also do what is given. */
export function programWith({ top = '', construct = '', dispose = '' }): string {
  return `import type { Server } from 'server';
${top}
export class CnchServerResource {
  readonly #channel;
  constructor(server: Server, readonly id: bigint) {
    this.#channel = server.log.open(\`SessionResource(\${id})\`);
    ${construct}
  }
  #log(text: string) { this.#channel.write({ level: 'debug', text }); }
  addCreateQuery(table: string) { this.#log(\`addCreateQuery \${table}\`); }
  addDataParts(table: string) { this.#log(\`addDataParts \${table}\`); }
  sendResources() { this.#log('sendResources'); }
  [Symbol.dispose]() {
    this.#log('dispose');
    ${dispose}
    this.#channel.close();
  }
}
`;
}
