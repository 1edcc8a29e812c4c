/** A program's heap, looked at: the run is played again, to the byte as it was, and its machine is read, cut, and run on. */

import * as field from '../guest/fields.ts';
import { HaltedError } from '../host/machine.ts';
import { playOut } from '../host/play-out.ts';
import { ProgramRun } from '../host/run.ts';
import type { RunOptions } from '../host/run-options.ts';
import type { Verdict } from '../record.ts';
import { cutReferences, removeReferences } from './cut.ts';
import { edge } from './edges.ts';
import { readGraph, type HeapGraph } from './graph.ts';
import { linesOf, type LineOf } from './lines.ts';
import type { CuttablePath } from './paths.ts';
import { Reading, type ReadingOptions } from './reading.ts';
import type { CutPlace } from './cut-place.ts';
import type { CutResult, HeapPath, HeapReport, Status } from './report.ts';
import { ownAddresses, globalNames, type Tracked } from './roots.ts';
import { storesOf, watchedKeys } from './stores.ts';

/** Transactions beyond which it is not noted of each instance who made it, but only in which 200th of the run. */
const mostOwners = 200_000;

/** How many times the memory of a run one that is watched may take: what is noted lies in the same memory. */
const watchedMemory = 8;

export interface InspectionOptions extends Omit<RunOptions, 'keepsOwners' | 'probes' | 'watchedCode'> {
  /** What the run came to: it says which classes leak. */
  readonly verdict: Verdict;
  readonly pause: Pause;
}

/** Called every 30 ms of work; rejects to abandon the inspection. */
type Pause = () => Promise<void>;

/** What there was before the program came. */
type Before = Pick<ReadingOptions, 'globals' | 'own'>;

/** A machine that has played its run. */
export class Inspection {
  readonly #options: InspectionOptions;
  #run: ProgramRun;
  readonly #before: Before;
  readonly #lineOf: LineOf;
  readonly #isDead: boolean;
  #reading: Reading | undefined;
  /** Set once a program has failed on its way from a cut: the machine is of no more use. */
  #isSpent = false;

  private constructor(options: InspectionOptions, { run, before, isDead }: Played) {
    this.#options = options;
    this.#run = run;
    this.#before = before;
    this.#lineOf = linesOf(options.compiled);
    this.#isDead = isDead;
  }

  /** Plays the run again, as it was. */
  static async create(options: InspectionOptions): Promise<Inspection> {
    return new Inspection(options, await played(options));
  }

  /** The classes that are alive, and what holds them. */
  report(): HeapReport {
    const { graph, classes } = this.#read();
    return {
      ended: this.#ended,
      isDead: this.#isDead,
      bytes: this.#run.parts.heap.bytes,
      nodes: graph.count,
      references: graph.edgeTo.length,
      unknown: graph.unknown,
      classes,
    };
  }

  /**
   * The same report with who stores and who removes, which takes one more run: everything that changes a container is noted in it.
   * A run in which the program failed is not watched.
   */
  async reportWithStores(pause: Pause): Promise<HeapReport> {
    const report = this.report();
    if (
      this.#isDead ||
      report.classes.every(({ paths }) => paths.every(({ faulty }) => faulty === undefined))
    )
      return report;
    const { workload } = this.#options;
    const memoryLimit = watchedMemory * workload.memoryLimit;
    const watched = await played({
      ...this.#options,
      pause,
      workload: { ...workload, memoryLimit },
      watchedCode: await this.#watchedCode(report),
    });
    if (watched.isDead) return report;
    const reading = this.#readingOf(watched);
    const endings = watched.run.parts.endings();
    const withStores = (path: HeapPath): HeapPath => {
      const found = reading.path(path.fingerprint);
      if (found === undefined || path.faulty === undefined) return path;
      const stores = storesOf(reading, found, endings, this.#options.compiled.map);
      return stores === undefined ? path : { ...path, stores };
    };
    return {
      ...report,
      classes: report.classes.map((each) => ({ ...each, paths: each.paths.map(withStores) })),
    };
  }

  /** The parser comes only where something is held by what programs assign to. */
  async #watchedCode(report: HeapReport): Promise<string> {
    const { code } = this.#options.compiled;
    const keys = watchedKeys(report);
    if (keys.names.size === 0 && !keys.computed) return code;
    const { watchAssignments } = await import('./watch-assignments.ts');
    return watchAssignments(code, keys);
  }

  /** The heap in V8's format. */
  snapshot(): string {
    return this.#read().snapshot();
  }

  /**
   * What goes when the references at one place of a path are cut, the faulty one by default, and what comes back in so many more transactions.
   * The machine is as before afterwards. Undefined for a fingerprint that no path has, and for a machine that is dead.
   */
  async cut(
    fingerprint: string,
    runOn: number,
    pause: Pause,
    place: CutPlace = {},
  ): Promise<CutResult | undefined> {
    if (this.#isSpent) await this.#playAgain(pause);
    const found = this.#read().path(fingerprint, place);
    if (found === undefined || this.#isDead) return undefined;
    const { machine } = this.#run.parts;
    const saved = machine.save();
    const result = { ...this.#cutAll(found), place };
    this.#restore(saved);
    if (runOn === 0) return result;
    const then = await this.#runOn(runOn, found, pause);
    if (!this.#isSpent) this.#restore(saved);
    return { ...result, ...(then === undefined ? { fails: true } : { then }) };
  }

  #cutAll({ path, edges, members }: CuttablePath): Omit<CutResult, 'place'> {
    const { machine, heap } = this.#run.parts;
    const { graph } = this.#read();
    const before = heap.sample();
    cutReferences(
      machine.memory,
      edges.map((at) => graph.edgeSlot[at]!),
    );
    machine.collectFully();
    const after = heap.sample();
    const reading = this.#readAnew();
    const isHere = (node: number): boolean => reading.graph.at(graph.address[node]!) !== undefined;
    const freed = Object.keys(before.live).map(
      (name) => [name, before.live[name]! - after.live[name]!] as const,
    );
    const still = reading.firstPathTo(path.class);
    return {
      fingerprint: path.fingerprint,
      references: edges.length,
      count: members.filter((node) => !isHere(node)).length,
      freed: Object.fromEntries(freed.filter(([, count]) => count !== 0)),
      bytes: before.bytes - after.bytes,
      ...(still === undefined ? {} : { still }),
    };
  }

  /**
   * Serves so many transactions more without these references, and says what these left behind; undefined where the program fails on
   * the way. However it ends, the machine is somewhere else afterwards.
   */
  async #runOn(
    transactions: number,
    { path, edges }: CuttablePath,
    pause: Pause,
  ): Promise<CutResult['then']> {
    const { rounds, machine, heap } = this.#run.parts;
    const { graph } = this.#read();
    const isTimer = (at: number): boolean => path.root === 'timer' && isCallback(graph, at);
    this.#isSpent = true;
    removeReferences(machine.memory, graph, edges, isTimer);
    machine.collectFully();
    const before = heap.sample();
    try {
      const isServed = await playOut(rounds.until('serveRound', heap.get(field.begun) + transactions), pause);
      if (!isServed || !(await playOut(rounds.until('settleRound'), pause))) return undefined;
      machine.collectFully();
    } catch (error) {
      if (error instanceof HaltedError) return undefined;
      throw error;
    }
    this.#isSpent = false;
    const after = heap.sample();
    const was = before.live[path.class];
    return {
      transactions,
      bytes: after.bytes - before.bytes,
      ...(was === undefined ? {} : { left: after.live[path.class]! - was }),
    };
  }

  async #playAgain(pause: Pause): Promise<void> {
    const { run } = await played({ ...this.#options, pause });
    this.#run = run;
    this.#reading = undefined;
    this.#isSpent = false;
  }

  #restore(saved: Uint8Array): void {
    this.#run.parts.machine.restore(saved);
    this.#reading?.graph.memory.renew();
  }

  get #ended(): number {
    return this.#run.parts.heap.get(field.ended);
  }

  #read(): Reading {
    this.#reading ??= this.#readAnew();
    return this.#reading;
  }

  #readAnew(): Reading {
    return this.#readingOf({ run: this.#run, before: this.#before });
  }

  /** Of a machine, with what was there in that very machine before the program came. */
  #readingOf({ run, before }: Pick<Played, 'run' | 'before'>): Reading {
    const { verdict, compiled } = this.#options;
    return new Reading({
      graph: readGraph(run.parts.machine.memory),
      sites: compiled.sites,
      ...before,
      verdict,
      lineOf: this.#lineOf,
      ended: this.#ended,
      isDead: this.#isDead,
      statusOf: (tracked) => this.#statusOf(tracked, verdict),
    });
  }

  /** What an instance belongs to: nobody, a transaction in flight, or one that has ended. */
  #statusOf({ site, made }: Tracked, verdict: Verdict): Status {
    const { workload, compiled } = this.#options;
    const isExact = workload.transactions <= mostOwners;
    if (isExact && made === 0) return { type: 'expected', why: 'loaded' };
    if (isExact && this.#run.parts.endings()[made] === 0) return { type: 'in flight' };
    const kind = verdict.classes[compiled.sites[site]?.name ?? '']?.kind;
    if (kind === 'flat' || kind === 'bounded') return { type: 'expected', why: 'level' };
    const transaction = isExact ? made : Math.ceil(((made + 1) * workload.transactions) / field.slices);
    return { type: 'stuck', oldest: Math.max(0, this.#ended - transaction) };
  }
}

/** Whether an edge is what a timer of the server’s calls. */
function isCallback({ edgeKind, edgeName, memory }: HeapGraph, at: number): boolean {
  return edgeKind[at] === edge.property && memory.atom(edgeName[at]!) === 'callback';
}

interface Played {
  readonly run: ProgramRun;
  readonly before: Before;
  readonly isDead: boolean;
}

async function played(options: InspectionOptions & Pick<RunOptions, 'watchedCode'>): Promise<Played> {
  const keepsOwners = options.workload.transactions <= mostOwners;
  const run = await ProgramRun.create({ ...options, keepsOwners, probes: false });
  const empty = readGraph(run.parts.machine.memory);
  const before = { globals: globalNames(empty), own: ownAddresses(empty) };
  const record = await playOut(run.steps(), options.pause);
  return { run, before, isDead: record.failure !== undefined };
}
