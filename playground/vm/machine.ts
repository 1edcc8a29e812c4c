/** One QuickJS machine: loads modules, calls what they export, counts bytes, and ends what goes on for too long. */

import { EvalFlags, QuickJS, type HandleScope, type JSValueHandle } from 'quickjs-wasi';
import type { MachineAssets } from '../protocol.ts';
import { findHeapWord } from './heap-word.ts';

/** Why the machine stopped a program from outside; such a machine is of no more use. */
export type Halt =
  | { readonly kind: 'interrupted'; readonly stack: string }
  | { readonly kind: 'trap'; readonly message: string }
  | { readonly kind: 'error'; readonly message: string };

export interface MachineOptions {
  readonly assets: MachineAssets;
  /** Source of a module by its name; throws for one that there is not. `importer` is the module that asks. */
  readonly resolve: (importer: string, name: string) => string;
  readonly load: (name: string) => string;
  /** Bytes at which an allocation fails. */
  readonly memoryLimit: number;
  /** Receives what the machine emits. */
  readonly onEmit: (kind: string, text: string) => void;
  /** Called every 10,000 calls or loop turns; `true` ends the program, uncatchably. */
  readonly onTick: () => boolean;
  /** A promise (by its identity) was rejected and nobody listens yet. */
  readonly onRejection: (promise: number, error: string, stack: string) => void;
  /** Somebody listens to a rejected promise after all. */
  readonly onHandled: (promise: number) => void;
}

/** Thrown by every method once the program was ended from outside. */
export class HaltedError extends Error {
  readonly halt: Halt;

  constructor(halt: Halt) {
    super(halt.kind);
    this.halt = halt;
  }
}

/** Whether the program was told to end and has not ended yet. */
interface Interrupt {
  isPending: boolean;
}

/**
 * Every call into the library runs in a scope that lets go of its handles at the end, so that nothing of ours stays in
 * the program's heap; only the entries and the shared numbers are kept, from `open` on. Results of calls are numbers.
 */
export class Machine {
  readonly #vm: QuickJS;
  readonly #entries = new Map<string, JSValueHandle>();
  readonly #heapBytes: () => number;
  readonly #interrupt: Interrupt;

  private constructor(vm: QuickJS, interrupt: Interrupt) {
    this.#vm = vm;
    this.#interrupt = interrupt;
    this.#heapBytes = findHeapWord(vm);
    vm.gcThreshold = 2 ** 31 - 1;
  }

  /** Creates a machine whose modules can be loaded with `open`. `nowMs` is its virtual clock. */
  static async create(options: MachineOptions, nowMs: () => number): Promise<Machine> {
    const interrupt: Interrupt = { isPending: false };
    const vm = await QuickJS.create({
      wasm: options.assets.wasm,
      memoryLimit: options.memoryLimit,
      interruptHandler: () => {
        if (!options.onTick()) return false;
        interrupt.isPending = true;
        return true;
      },
      timezoneOffset: 0,
      moduleLoader: { normalize: options.resolve, load: options.load },
      onUnhandledRejection: (promise, reason, isHandled) => {
        if (isHandled) options.onHandled(promise.identity);
        else {
          const stack = reason.isError ? reason.getProp('stack').consume(textOf) : '';
          options.onRejection(promise.identity, textOf(reason), stack);
        }
      },
      wasi: (memory) => ({
        clock_time_get(_clock: number, _precision: bigint, result: number) {
          const ns = BigInt(Math.round(nowMs() * 1e6));
          new DataView(memory.buffer).setBigUint64(result, ns, true);
          return 0;
        },
        random_get(at: number, length: number) {
          new Uint8Array(memory.buffer, at, length).fill(7);
          return 0;
        },
        fd_write: () => 8,
      }),
    });
    const emit = vm.newFunction('emit', (kind, text) => {
      options.onEmit(kind.toString(), text.toString());
      return vm.undefined;
    });
    vm.global.setProp('leakLabEmit', emit);
    emit.dispose();
    return new Machine(vm, interrupt);
  }

  /** Evaluates the module `name` and keeps the functions of its export `entry` for `call`. Returns its views. */
  open(name: string, source: string): (field: string) => JSValueHandle {
    return this.#guard((scope) => {
      const evaluated = this.#vm.evalCode(source, name, EvalFlags.TYPE_MODULE);
      this.#vm.executePendingJobs();
      const exported = this.#vm.importHandle(this.#vm._getExports().qjs_promise_result(evaluated.ptr));
      if (evaluated.promiseState !== 1)
        throw new Error(`The machine's own module ${name} failed: ${textOf(exported)}`);
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
  call(name: string, argument?: number): number {
    const entry = this.#entries.get(name);
    if (entry === undefined) throw new Error(`The machine has no entry ${name}.`);
    const vm = this.#vm;
    return this.#guard(() => {
      const value = argument === undefined ? vm.undefined : vm.newNumber(argument);
      const result = vm.callFunction(entry, vm.undefined, value);
      return result.isNumber ? result.toNumber() : 0;
    });
  }

  /** Runs all promise jobs. */
  drain(): void {
    const { qjs_is_job_pending: isPending, qjs_execute_pending_job: execute } = this.#vm._getExports();
    this.#guard(() => {
      while (isPending()) {
        if (execute() < 0) throw new Error(this.#vm.getException().toString());
        this.#endIfInterrupted();
      }
    });
  }

  /** A full collection. What the census hears of it comes with the next `drain`. */
  collect(): void {
    this.#guard(() => this.#vm.runGC());
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

  #guard<T>(work: (scope: HandleScope) => T): T {
    try {
      const result = this.#vm.withScope(work);
      this.#endIfInterrupted();
      return result;
    } catch (error) {
      this.#interrupt.isPending = false;
      throw new HaltedError(haltOf(error));
    }
  }

  /** A promise takes an interrupt for a rejection of its own, and the program would go on. */
  #endIfInterrupted(): void {
    if (this.#interrupt.isPending) throw new Error('interrupted');
  }
}

function textOf(value: JSValueHandle): string {
  try {
    return value.toString();
  } catch {
    return 'a value that cannot be shown';
  }
}

function haltOf(error: unknown): Halt {
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  if (message.includes('interrupted')) return { kind: 'interrupted', stack };
  if (error instanceof Error && error.constructor.name === 'RuntimeError') return { kind: 'trap', message };
  if (error instanceof RangeError) return { kind: 'trap', message };
  return { kind: 'error', message };
}
