/** Plays steps in slices, so that the owner of a worker hears messages in between. */

/** Milliseconds of work between two pauses, in which the owner hears messages. */
const sliceMs = 30;

/** What the steps come to. `pause` is called every 30 ms of work, and rejects to abandon them. */
export async function playOut<T>(steps: Generator<void, T>, pause: () => Promise<void>): Promise<T> {
  let sliceEnd = performance.now() + sliceMs;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() < sliceEnd) continue;
    await pause();
    sliceEnd = performance.now() + sliceMs;
  }
}
