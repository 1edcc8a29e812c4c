/** One QuickJS machine: loads modules, calls what they export, counts bytes, and ends what goes on for too long. */

import { EvalFlags, QuickJS, type HandleScope, type JSValueHandle } from 'quickjs-wasi';
import type { HeapExports } from './heap-exports.ts';
import type { Call, Entries } from '../guest/messages.ts';
import type { MachineAssets } from '../protocol.ts';
import { findHeapWord } from './malloc-counter.ts';
import { Rejections } from './rejections.ts';
import { virtualSystem } from './system.ts';

/**
 * Why a machine is of no more use: it was told to end the program, its own stack was exhausted (a trap), or what is ours
 * in it failed. Known by what the machine did, and never by a text that a program may have made.
 */
export interface Halt {
  readonly kind: 'interrupted' | 'trap' | 'error';
  /** Where it was, in the machine's words; empty if unknown. */
  readonly stack: string;
}

/**
 * Bytes of the machine's own stack after which a call fails with a RangeError, some 800 plain calls deep. As much as half a
 * megabyte of the host's stack holds, which is what Chromium gives a worker: there the same calls take twice as much.
 */
const stackBytes = 192 * 1024;

export interface MachineOptions {
  readonly assets: MachineAssets;
  /** Source of a module by its name; throws for one that there is not. `importer` is the module that asks. */
  readonly resolve: (importer: string, name: string) => string;
  readonly load: (name: string) => string;
  /** Bytes at which an allocation fails. */
  readonly memoryLimit: number;
  /** Receives what the machine emits. */
  readonly onEmit: (kind: string, text: string) => void;
  /** Called every 10,000 calls or loop turns, and every 250 rejected promises; `true` ends the program, uncatchably. */
  readonly onTick: () => boolean;
  /** Number of what goes on in the machine, told with a promise that was rejected meanwhile. */
  readonly during: () => number;
  /** The machine's virtual clock. */
  readonly nowMs: () => number;
}

/** Thrown by every method once the program was ended from outside. */
export class HaltedError extends Error {
  readonly halt: Halt;

  constructor(halt: Halt) {
    super(halt.kind);
    this.halt = halt;
  }
}

/** Of an end that the program was told to come to. */
interface Interrupt {
  /** Whether it has still to come, and whether the program has been told. */
  isPending: boolean;
  isTold: boolean;
  /** Where the program was then. */
  stack: string;
  /** Whether the machine is being asked that, and how often it has been. */
  isAsking: boolean;
  asked: number;
}

/** What a stack has of a program. Between two jobs it has nothing: then the end comes a few ticks later. */
const programFrame = 'program:';
const mostAsked = 8;

/**
 * Every call into the library runs in a scope that lets go of its handles at the end, so that nothing of ours stays in
 * the program's heap; only the entries and the shared numbers are kept, from `open` on. Results of calls are numbers.
 */
export class Machine {
  readonly #vm: QuickJS;
  readonly #entries = new Map<string, JSValueHandle>();
  readonly #heapBytes: () => number;
  readonly #onTick: () => boolean;
  readonly #interrupt: Interrupt = {
    isPending: false,
    isTold: false,
    stack: '',
    isAsking: false,
    asked: 0,
  };
  readonly #rejections: Rejections;

  private constructor(vm: QuickJS, { onTick, during, memoryLimit }: MachineOptions) {
    this.#vm = vm;
    this.#onTick = onTick;
    this.#heapBytes = findHeapWord(vm);
    this.#rejections = new Rejections(vm, during, () => this.heapBytes > memoryLimit / 2);
    vm.gcThreshold = 2 ** 31 - 1;
  }

  /** Creates a machine whose modules can be loaded with `open`. */
  static async create(options: MachineOptions): Promise<Machine> {
    // The library wants its callbacks before there is a machine; it calls them only once that has code to run.
    const vm = await QuickJS.create({
      wasm: options.assets.wasm,
      memoryLimit: options.memoryLimit,
      maxStackSize: stackBytes,
      interruptHandler: () => machine.#mustEnd(),
      timezoneOffset: 0,
      moduleLoader: { normalize: options.resolve, load: options.load },
      onUnhandledRejection: (promise, _, isHandled) => {
        machine.#hearOfRejection(promise, isHandled);
      },
      wasi: virtualSystem(options.nowMs),
    });
    const emit = vm.newFunction('emit', (kind, text) => {
      options.onEmit(kind.toString(), text.toString());
      return vm.undefined;
    });
    vm.global.setProp('leakLabEmit', emit);
    emit.dispose();
    const machine = new Machine(vm, options);
    return machine;
  }

  /** Evaluates the module `name` and keeps the functions of its export `entry` for `call`. Returns its views. */
  open(name: string, source: string): (field: string) => JSValueHandle {
    return this.#guard((scope) => {
      const evaluated = this.#vm.evalCode(source, name, EvalFlags.TYPE_MODULE);
      this.#vm.executePendingJobs();
      const exported = this.#vm.importHandle(this.#vm._getExports().qjs_promise_result(evaluated.ptr));
      if (evaluated.promiseState !== 1)
        throw new Error(`The machine's own module ${name} failed: ${exported.toString()}`);
      const entry = exported.getProp('entry');
      for (const key of entry.keys()) this.#entries.set(key, scope.escape(entry.getProp(key)));
      const shared = scope.escape(exported.getProp('shared'));
      return (field) => shared.getProp(field);
    });
  }

  /** Bytes that the machine has allocated, exactly; costs nothing. */
  get heapBytes(): number {
    return this.#heapBytes();
  }

  /** Calls an entry with at most one number and returns the number it gives (0 for none). */
  call(name: Call, argument?: number): number {
    return this.#guard(() =>
      this.#callEntry(name, argument === undefined ? [] : [this.#vm.newNumber(argument)]),
    );
  }

  /** Runs all promise jobs. What one of them throws, and nobody can catch, goes to the entry `threw`. */
  drain(): void {
    const { qjs_is_job_pending: isPending, qjs_execute_pending_job: execute } = this.#vm._getExports();
    this.#guard(() => {
      while (isPending()) {
        if (execute() < 0) this.#tellThrown();
        // A promise takes an interrupt for a rejection of its own, and the program would go on.
        if (this.#interrupt.isTold) this.#endIfInterrupted();
      }
    });
  }

  /** Gives the first promise that was rejected since, and to which nobody listens by now, to the entry `rejected`. */
  tellRejection(): void {
    const rejection = this.#rejections.takeFirst();
    if (rejection === undefined) return;
    this.#guard(() => {
      const reason = this.#rejections.reasonOf(rejection);
      this.#callEntry('rejected', [reason, this.#vm.newNumber(rejection.during)]);
    });
  }

  /** A full collection. What the census hears of it comes with the next `drain`. */
  collect(): void {
    this.#guard(() => this.#vm.runGC());
  }

  /** A full collection and all that follows from it; between two calls only, since promise jobs are run too. */
  collectFully(): void {
    this.collect();
    this.drain();
  }

  /** What of the library's exports reads and changes the heap from outside. */
  get memory(): HeapExports {
    // The library's types leave out what it exports of the engine's own.
    return this.#vm._getExports() as unknown as HeapExports;
  }

  /** All that the machine is at this moment, between two calls. */
  save(): Uint8Array {
    return new Uint8Array(this.memory.memory.buffer).slice();
  }

  /** Takes the machine back to a moment at which it was saved. */
  restore(saved: Uint8Array): void {
    const bytes = new Uint8Array(this.memory.memory.buffer);
    bytes.set(saved);
    bytes.fill(0, saved.length);
  }

  /** A typed array of the machine's, read in place: take it anew after every call, since memory may have moved. */
  view<T>(array: JSValueHandle, type: new (buffer: ArrayBuffer, at: number, length: number) => T): () => T {
    const exports = this.#vm._getExports();
    const at = array.getProp('buffer').consume((buffer) => {
      const lengthAt = exports.wasm_malloc(4);
      const pointer = exports.qjs_get_array_buffer(buffer.ptr, lengthAt);
      exports.wasm_free(lengthAt);
      return pointer;
    });
    const length = array.length;
    let { buffer } = exports.memory;
    let view = new type(buffer, at, length);
    return () => {
      if (buffer !== exports.memory.buffer) {
        ({ buffer } = exports.memory);
        view = new type(buffer, at, length);
      }
      return view;
    };
  }

  /** At a tick: whether the program is to end here, of which its stack is kept. */
  #mustEnd(): boolean {
    const interrupt = this.#interrupt;
    if (interrupt.isAsking || (!interrupt.isPending && !this.#onTick())) return false;
    interrupt.isPending = true;
    interrupt.isAsking = true;
    interrupt.stack = this.#where();
    interrupt.isAsking = false;
    interrupt.isTold = interrupt.stack.includes(programFrame) || ++interrupt.asked > mostAsked;
    return interrupt.isTold;
  }

  #hearOfRejection(promise: JSValueHandle, isHandled: boolean): void {
    if (isHandled) this.#rejections.forget(promise);
    else if (this.#rejections.keep(promise) && this.#onTick()) this.#interrupt.isPending = true;
  }

  /** An exception of an entry's own, which no program's is, ends in `threw` as well; then the machine is of no more use. */
  #callEntry(name: keyof Entries, values: readonly JSValueHandle[]): number {
    const entry = this.#entries.get(name);
    if (entry === undefined) throw new Error(`The machine has no entry ${name}.`);
    const result = this.#callRaw(entry, values);
    if (this.#vm._getExports().qjs_is_exception(result.ptr) !== 0) {
      if (name !== 'threw') this.#tellThrown();
      throw new Error(`The machine's own ${name} failed.`);
    }
    return result.isNumber ? result.toNumber() : 0;
  }

  /** The library's own call reads all of an exception, which may run code of the program's and copy any length of text. */
  #callRaw(entry: JSValueHandle, values: readonly JSValueHandle[]): JSValueHandle {
    const vm = this.#vm;
    const exports = vm._getExports();
    const at = exports.wasm_malloc(4 * (values.length + 1));
    new Uint32Array(exports.memory.buffer, at).set(values.map(({ ptr }) => ptr));
    const result = exports.qjs_call(entry.ptr, vm.undefined.ptr, values.length, at);
    exports.wasm_free(at);
    const handle = vm.importHandle(result);
    exports.qjs_free_value(result);
    return handle;
  }

  /** Whatever was thrown when the program was told to end is that end. */
  #tellThrown(): void {
    const thrown = this.#vm.getException();
    if (this.#interrupt.isPending) {
      if (thrown.isError) this.#interrupt.stack = `${this.#where(thrown)}\n${this.#interrupt.stack}`;
      this.#endIfInterrupted();
    }
    this.#callEntry('threw', [thrown]);
  }

  /** Where an error was made, or else where the machine is now, even one whose stack was exhausted. */
  #where(...error: readonly JSValueHandle[]): string {
    try {
      const entry = this.#entries.get('where');
      return entry === undefined ? '' : this.#callRaw(entry, error).consume(textOf);
    } catch {
      return '';
    }
  }

  #guard<T>(work: (scope: HandleScope) => T): T {
    try {
      const result = this.#vm.withScope(work);
      this.#endIfInterrupted();
      return result;
    } catch (error) {
      const isEnd = this.#interrupt.isPending;
      Object.assign(this.#interrupt, { isPending: false, isTold: false, asked: 0 });
      this.#rejections.forgetAll();
      if (isEnd) throw new HaltedError({ kind: 'interrupted', stack: this.#interrupt.stack });
      if (!isTrap(error)) throw new HaltedError({ kind: 'error', stack: '' });
      // The frames that it was in still lie on its stack, and its guard must not refuse one more.
      this.#vm._getExports().qjs_set_max_stack_size(0);
      throw new HaltedError({ kind: 'trap', stack: this.#where() });
    }
  }

  #endIfInterrupted(): void {
    if (this.#interrupt.isPending) throw new Error('The program was told to end.');
  }
}

function textOf(value: JSValueHandle): string {
  return value.isString ? value.toString() : '';
}

/** The host's own errors of an exhausted stack or a broken rule of WebAssembly: no program's error is either. */
function isTrap(error: unknown): boolean {
  return error instanceof RangeError || (error instanceof Error && error.constructor.name === 'RuntimeError');
}
