/** Starts the TypeScript worker; in a file of its own, so that the bundler makes one worker of it. */

export function spawnProgramWorker(): Worker {
  return new Worker(new URL('./program-worker.ts', import.meta.url), { type: 'module', name: 'typescript' });
}
