/** What the engine exports beside the library's own: enough to read a machine's heap from outside, and to change it. */

/** What of a machine's exports is needed to read its heap. */
export interface MemoryExports {
  readonly memory: WebAssembly.Memory;
  readonly qjs_get_runtime_ptr: () => number;
  readonly qjs_get_context_ptr: () => number;
  readonly js_malloc_usable_size_rt: (runtime: number, block: number) => number;
}

/** What of them is needed to cut a reference as well. */
export interface HeapExports extends MemoryExports {
  readonly wasm_malloc: (bytes: number) => number;
  readonly wasm_free: (block: number) => void;
  readonly JS_FreeValueRT: (runtime: number, value: bigint) => void;
  readonly JS_DupValueRT: (runtime: number, value: bigint) => bigint;
  readonly JS_SetLength: (realm: number, value: bigint, length: bigint) => number;
  readonly JS_Call: (realm: number, method: bigint, of: bigint, count: number, values: number) => bigint;
}
