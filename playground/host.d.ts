/** The few globals that a browser's worker and Node share and that the machine uses; the realm has no others. */

declare namespace WebAssembly {
  /** Compiled WebAssembly; only handed on. */
  interface Module {
    readonly __wasmModule?: never;
  }
  interface Memory {
    readonly buffer: ArrayBuffer;
  }
  interface Global {
    value: number;
  }
  type Table = object;
}
type BufferSource = ArrayBuffer | ArrayBufferView;

declare const performance: { now(): number };
declare function setTimeout(callback: () => void, milliseconds: number): number;
declare function clearTimeout(timer: number): void;
