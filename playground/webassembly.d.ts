/** The part of WebAssembly's types that the machine needs, where no other library declares them. */

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
  function compile(bytes: ArrayBuffer | ArrayBufferView): Promise<Module>;
}
type BufferSource = ArrayBuffer | ArrayBufferView;
