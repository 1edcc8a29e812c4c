/** Whether the browser may delete what it keeps for us when it likes, and asking it not to. */

/** `kept` until the reader clears it; `may go` when the browser sees fit, or where it does not say. */
export type Persistence = 'kept' | 'may go';

/** Asks once; some browsers ask their user, some decide by themselves, and some have nothing to ask. */
export async function askToPersist(): Promise<Persistence> {
  return told((storage) => storage.persist());
}

/** What was decided before. */
export async function persistence(): Promise<Persistence> {
  return told((storage) => storage.persisted());
}

async function told(ask: (storage: StorageManager) => Promise<boolean>): Promise<Persistence> {
  try {
    // Browsers have it on secure origins only.
    const { storage } = navigator as { readonly storage?: StorageManager };
    return storage !== undefined && (await ask(storage)) ? 'kept' : 'may go';
  } catch {
    return 'may go';
  }
}
