/** A part of the page that is fetched when it is wanted. */

import { useEffect, useState } from 'preact/hooks';

/** The module once it is here; `failed` where it could not be had. Asked for anew whenever it is wanted again. */
export function useModule<M extends object>(
  load: () => Promise<M>,
  isWanted: boolean,
): M | 'failed' | undefined {
  const [module, setModule] = useState<M | 'failed'>();
  useEffect(() => {
    if (!isWanted || typeof module === 'object') return;
    load().then(setModule, (error: unknown) => {
      reportError(error);
      setModule('failed');
    });
  }, [isWanted]);
  return module;
}
