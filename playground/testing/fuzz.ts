/**
 * Makes programs by seed, judges each, and prints those of which the judge says what is not true, as small as they go.
 * With `--sources N` it compiles N torn sources instead, and prints those that the compiler fails at.
 */

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import type { Judged } from './judged-program.ts';
import { createJudges, judgeSeeds, shrunk, sizes } from './judges.ts';
import { createTorn } from './torn-compiling.ts';

const { values } = parseArgs({
  options: {
    programs: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    short: { type: 'boolean', default: false },
    threads: { type: 'string', default: '2' },
    'no-shrink': { type: 'boolean', default: false },
    out: { type: 'string', default: 'fuzz' },
    sources: { type: 'string' },
  },
});
if (values.sources !== undefined) {
  await tearSources(Number(values.seed), Number(values.sources));
  process.exit();
}
const size = values.short ? sizes.short : sizes.long;
const seeds = Array.from({ length: Number(values.programs) }, (_, at) => Number(values.seed) + at);
const judges = createJudges(Number(values.threads), size);
const start = performance.now();
let [done, misjudged] = [0, 0];
await mkdir(values.out, { recursive: true });
await judgeSeeds(judges, size, seeds, async (seed, judged, judge) => {
  if (judged.fault !== undefined) {
    misjudged++;
    await report(seed, judged, values['no-shrink'] ? judged : await shrunk(seed, size, judged, judge));
  }
  done++;
  if (done % 50 === 0) console.log(`${done} judged, ${misjudged} of them wrongly; ${elapsed()}.`);
});
judges.dispose();
console.log(`${done} programs from seed ${seeds[0]}: ${misjudged} misjudged; ${elapsed()}.`);
process.exitCode = misjudged === 0 ? 0 : 1;

function elapsed(): string {
  return `${Math.round((performance.now() - start) / 1000)} s`;
}

async function report(seed: number, { plan: first }: Judged, judged: Judged): Promise<void> {
  const { plan, source, truth, fault, reasons } = judged;
  const path = join(values.out, `seed-${seed}.ts`);
  await writeFile(path, await format(source, { parser: 'typescript', singleQuote: true, printWidth: 110 }));
  const lines = [
    `\nSeed ${seed} ${fault}; in truth ${JSON.stringify(truth)}. ${path}`,
    `plan ${JSON.stringify(plan)}`,
    ...(first === plan ? [] : [`shrunk from ${JSON.stringify(first)}`]),
    ...reasons,
  ];
  console.log(lines.join('\n  '));
}

/** Compiles torn sources, types and all. Those on which TypeScript itself breaks off are no fault, and are counted. */
async function tearSources(first: number, count: number): Promise<void> {
  const begun = performance.now();
  const compile = createTorn(() => true);
  const broken = new Map<string, number>();
  let faults = 0;
  await mkdir(values.out, { recursive: true });
  for (let at = 1; at <= count; at += 1) {
    const seed = first + at - 1;
    const torn = compile(seed);
    if (torn.broken !== undefined) {
      if (!broken.has(torn.broken)) await writeFile(join(values.out, `torn-${seed}.ts`), torn.source);
      broken.set(torn.broken, (broken.get(torn.broken) ?? 0) + 1);
    }
    if (torn.fault !== undefined) {
      faults += 1;
      await writeFile(join(values.out, `torn-${seed}.ts`), torn.source);
      console.log(`Seed ${seed} ${torn.fault}`);
    }
    if (at % 1_000 === 0 || at === count) {
      const s = Math.round((performance.now() - begun) / 1000);
      console.log(`${at} compiled, ${faults} of them wrongly; ${s} s.`);
    }
  }
  for (const [message, times] of broken) console.log(`${times} times: ${message}`);
  process.exitCode = faults === 0 ? 0 : 1;
}
