/** `npm run bench`: measures what the project promises about speed and weight, and prints each figure beside its aim. */

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import type { MachineFigures } from '#playground/testing/bench.ts';
import { ensureBrowser } from '../../scripts/browser.mjs';
import { build, isBuilt } from '../../scripts/build.mjs';
import { projectNode, root, tool, toolEnvironment } from '../../scripts/command.mjs';
import { freePort } from '../../scripts/port.mjs';
import { measurePage } from './page.ts';
import { measureTeam } from './team.ts';

/** The part of Lighthouse's report that is read. */
interface Report {
  readonly categories: Readonly<Record<string, { readonly title: string; readonly score: number }>>;
}

interface Row {
  readonly name: string;
  readonly value: string | number;
  readonly aim: string;
  readonly met: boolean;
}

/** Only this command needs it, so it is fetched here, into npm's own cache, and not by all who start the site. */
const lighthouse = '13.5.0';

const rows: Row[] = [];

/** Adds a row for a figure that must not be above `most`. */
function atMost(name: string, value: number, most: number, unit: string): void {
  const digits = most < 10 ? 2 : 0;
  rows.push({
    name,
    value: `${value.toFixed(digits)} ${unit}`,
    aim: `≤ ${most} ${unit}`,
    met: value <= most,
  });
}

function output([file = '', ...args]: readonly string[]): string {
  const { stdout, status, stderr } = spawnSync(file, args, {
    cwd: root,
    env: toolEnvironment(),
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (status !== 0 && stdout === '') throw new Error(stderr);
  return stdout;
}

function benchMachine(): void {
  const command = [projectNode(), '--no-warnings', 'playground/testing/bench.ts'];
  const figures = JSON.parse(output(command)) as MachineFigures;
  atMost('Node: fixed, 100 samples against none', figures.fixedRatio, 1.3, 'times');
  atMost('Node: leaky, 100 samples against none', figures.leakyRatio, 3, 'times');
  atMost('Node: fixed, cost per transaction at 100,000 against 10,000', figures.longRatio, 1.3, 'times');
  atMost('Node: fixed, 10,000 transactions, 100 samples', figures.fixedMs, 1000, 'ms');
  atMost('Node: leaky, 10,000 transactions, 100 samples', figures.leakyMs, 1000, 'ms');
  atMost('Node: heap with 10,000 survivors → paths and sizes', figures.report10Ms, 300, 'ms');
  atMost('Node: heap with 100,000 survivors → paths and sizes', figures.report100Ms, 2000, 'ms');
  atMost('Node: cut, collection, and what is left of 10,000', figures.cutMs, 100, 'ms');
  atMost('Node: 1,000 transactions more after a cut', figures.runOnMs, 300, 'ms');
}

async function benchPage(address: string): Promise<void> {
  const figures = await measurePage(await ensureBrowser(), address);
  atMost('page: Run, warm → first sample on the chart', figures.firstSampleMs, 150, 'ms');
  atMost('page: Run, warm → verdict on 10,000 transactions (fixed)', figures.fixedMs, 1000, 'ms');
  atMost('page: Run, warm → verdict on 10,000 transactions (leaky)', figures.leakyMs, 1000, 'ms');
  atMost('page: first Run of a cold page → verdict', figures.coldMs, 2000, 'ms');
  atMost('page: longest task during a run', figures.longestTaskMs, 50, 'ms');
  atMost('page: stop → stopped, in an endless native loop', figures.stopMs, 200, 'ms');
  atMost('page: edit → first sample of the new run', figures.editMs, 100, 'ms');
  atMost('page: click on the code → Monaco readable', figures.monacoMs, 800, 'ms');
  // Lighthouse counts less than a thousandth as none.
  atMost('page: cumulative layout shift × 1000', figures.layoutShift * 1000, 1, '');
  rows.push({
    name: 'page: requests to other origins',
    value: figures.foreignRequests,
    aim: '0',
    met: figures.foreignRequests === 0,
  });
}

async function benchTeam(address: string): Promise<void> {
  const figures = await measureTeam(await ensureBrowser(), address);
  const what = `team view: ${figures.programs} programs of sixty records`;
  atMost('team view: sixty records chosen → in the table', figures.readMs, 5000, 'ms');
  atMost(`${what}, Verify all → verified`, figures.verifyMs / 1000, 180, 's');
  atMost(`${what}, longest task of the page`, figures.longestTaskMs, 50, 'ms');
}

function benchWeights(): void {
  const sizes = JSON.parse(output(tool('size-limit', ['--json']))) as {
    name: string;
    size: number;
    sizeLimit: number;
  }[];
  for (const { name, size, sizeLimit } of sizes)
    atMost(`weight, gz: ${name}`, size / 1000, sizeLimit / 1000, 'kB');
}

async function benchLighthouse(address: string): Promise<void> {
  const report = path.join(mkdtempSync(path.join(tmpdir(), 'lighthouse-')), 'report.json');
  const flags = `--chrome-flags=--headless=new ${process.getuid?.() === 0 ? '--no-sandbox' : ''}`;
  const quiet = ['--quiet', '--output=json', `--output-path=${report}`];
  const env = { ...toolEnvironment(), CHROME_PATH: await ensureBrowser() };
  spawnSync(
    'npm',
    ['exec', '--yes', `--package=lighthouse@${lighthouse}`, '--', 'lighthouse', address, ...quiet, flags],
    { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' },
  );
  if (!existsSync(report))
    throw new Error('Lighthouse wrote no report; npm fetches it, so a network is needed.');
  const { categories } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  for (const { title, score } of Object.values(categories)) {
    rows.push({
      name: `Lighthouse mobile: ${title}`,
      value: Math.round(score * 100),
      aim: '100',
      met: score === 1,
    });
  }
}

const chapter = 'course/03-a-logger-per-transaction/';

async function main(): Promise<void> {
  if (!isBuilt() && !(await build()).passed) throw new Error('The site does not build.');
  const port = await freePort(4400);
  const address = `http://127.0.0.1:${port}/${chapter}`;
  const serve = ['preview', '--ignore-lock', '--host', '127.0.0.1', '--port', String(port)];
  const [file = '', ...args] = tool('astro', serve);
  const server = spawn(file, args, { cwd: root, env: toolEnvironment(), stdio: 'ignore' });
  try {
    await reachable(address);
    benchMachine();
    await benchPage(address);
    await benchTeam(`http://127.0.0.1:${port}/team/`);
    benchWeights();
    await benchLighthouse(address);
  } finally {
    server.kill();
  }
  const [cpu] = cpus();
  console.log(`${cpus().length} × ${cpu?.model ?? 'unknown processor'}, Node ${process.version}\n`);
  const width = Math.max(...rows.map(({ name }) => name.length));
  for (const { name, value, aim, met } of rows) {
    console.log(`${met ? ' ' : '!'} ${name.padEnd(width)}  ${String(value).padStart(12)}   ${aim}`);
  }
}

async function reachable(address: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${address} does not answer.`);
}

await main();
