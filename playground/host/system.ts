/** What the machine's WebAssembly asks of a system: its clock is virtual, its chance is none, and its output goes nowhere. */

/** Functions of WASI's that take the place of the library's own. `nowMs` is the virtual clock. */
export function virtualSystem(nowMs: () => number) {
  return (memory: WebAssembly.Memory) => ({
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
  });
}
