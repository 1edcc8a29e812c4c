/** The checks, in their order: what each tries in this browser. What they see is judged in `judgements.ts`. */

import { countWords } from '#src/chart/quantity-words.ts';
import { persistence } from '#src/kept/persistence.ts';
import { whyNothingIsKept } from '#src/kept/browser-storage.ts';
import { searchIndex } from '#src/shell/pagefind.ts';
import { doctorWords, type DoctorWords } from '#src/strings/doctor-words.ts';
import { machineAddresses } from '#src/workbench/store/machine.ts';
import { askServer, sentBytes } from './ask-server.ts';
import { featureCount, missingFeatures } from './features.ts';
import {
  type Answered,
  type Finding,
  judgeCaching,
  judgeClipboard,
  judgeCompression,
  judgeFrame,
  judgeMachineFile,
  judgeOffline,
  judgePolicy,
  judgeStorage,
  judgeWebAssembly,
  judgeWorker,
  ofServer,
  passed,
} from './judgements.ts';
import { runOnce } from './known-run.ts';
import { startWorker } from './start-worker.ts';
import { withViolations } from './violations.ts';

export type CheckName = keyof DoctorWords['titles'];

/** One check; it may take as long as it likes, since whoever calls it waits for so many seconds only. */
export interface Check {
  readonly name: CheckName;
  readonly seconds: number;
  readonly look: () => Promise<Finding> | Finding;
}

/** What the page knows of the site. */
export interface Site {
  /** Address of the site's root. */
  readonly root: string;
  /** Path, under it, of the scenario's file with the recorded run; and the scenario. */
  readonly lab: string;
  readonly scenario: string;
}

/** Seconds for most checks, and for the one that runs a program. */
const usual = 20;
const long = 90;

/** All checks for one visit. Files that several look at are fetched once. */
export function checksFor(site: Site): readonly Check[] {
  const { wasm, worker } = machineAddresses();
  const machineFile = once(() => askServer(wasm));
  const workerFile = once(() => askServer(worker));
  const page = once(() => askServer(location.href.replace(/#.*/, '')));
  const looks: Readonly<Record<CheckName, Check['look']>> = {
    features: lookAtFeatures,
    inline: lookAtInlineScripts,
    policy: async () => lookAtPolicy(await page()),
    machineFile: async () => judgeMachineFile(wasm, await machineFile()),
    webAssembly: lookAtWebAssembly,
    worker: () => lookAtWorker(worker, workerFile),
    run: () => runOnce(site.root, site.lab, site.scenario),
    storage: lookAtStorage,
    search: () => lookAtSearch(site.root),
    compression: async () => judgeCompression([await machineFile(), await workerFile()].flatMap(travelled)),
    caching: async () => judgeCaching((await machineFile())?.headers.get('cache-control')),
    clipboard: lookAtClipboard,
    frame: async () => judgeFrame(window.top !== window.self, (await page())?.headers),
    offline: () => lookAtServiceWorker(site.root),
  };
  const seconds = (name: CheckName): number => (name === 'run' ? long : usual);
  return (Object.keys(looks) as CheckName[]).map((name) => ({
    name,
    seconds: seconds(name),
    look: looks[name],
  }));
}

function once<T>(get: () => Promise<T>): () => Promise<T> {
  let got: Promise<T> | undefined;
  return () => (got ??= get());
}

function lookAtFeatures(): Finding {
  const { features: words, asks } = doctorWords();
  const missing = missingFeatures();
  if (missing.length === 0) return passed(words.pass(countWords(featureCount)));
  return { outcome: 'fail', text: words.fail(missing.join(', ')), ask: asks.update };
}

/** Starlight's script for the theme stands in every page. */
function lookAtInlineScripts(): Finding {
  const { inline: words } = doctorWords();
  return 'StarlightThemeProvider' in window ? passed(words.pass) : ofServer('fail', words.fail, 'policy');
}

function lookAtPolicy(page: Answered | undefined): Finding {
  if (page === undefined) return { outcome: 'warn', text: doctorWords().policy.unread };
  return judgePolicy(page.headers.get('content-security-policy') ?? null, location.origin);
}

/** The least of all modules. */
const emptyModule = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

async function lookAtWebAssembly(): Promise<Finding> {
  if (!('WebAssembly' in globalThis)) return judgeWebAssembly({ type: 'absent' });
  const { value: message, directive } = await withViolations(() =>
    WebAssembly.compile(emptyModule).then(() => undefined, String),
  );
  if (message === undefined) return judgeWebAssembly({ type: 'compiled' });
  return judgeWebAssembly(
    directive === undefined ? { type: 'refused', message } : { type: 'blocked', directive },
  );
}

async function lookAtWorker(address: string, file: () => Promise<Answered | undefined>): Promise<Finding> {
  const { value: message, directive } = await withViolations(() => startWorker(address));
  if (message === undefined) return judgeWorker({ type: 'answered' });
  if (directive !== undefined) return judgeWorker({ type: 'blocked', directive });
  return judgeWorker({ type: 'dead', message, address, script: await file() });
}

async function lookAtStorage(): Promise<Finding> {
  // Browsers have it on secure origins only.
  const { storage } = navigator as { readonly storage?: StorageManager };
  const estimate = await storage?.estimate().catch(() => undefined);
  const isPromised = (await persistence()) === 'kept';
  return judgeStorage({
    reason: whyNothingIsKept(),
    isPromised,
    usage: estimate?.usage,
    quota: estimate?.quota,
  });
}

/** A word that is on many pages, in each language. */
const searched = 'logger';

async function lookAtSearch(root: string): Promise<Finding> {
  const { search: words } = doctorWords();
  try {
    const found = await searchIndex(new URL(root).pathname).find(searched);
    await found[0]?.();
    return found.length > 0
      ? passed(words.pass(countWords(found.length)))
      : ofServer('fail', words.fail, 'searchFiles');
  } catch {
    return ofServer('fail', words.fail, 'searchFiles');
  }
}

function travelled(file: Answered | undefined): Parameters<typeof judgeCompression>[0] {
  if (file === undefined) return [];
  const encoding = file.headers.get('content-encoding');
  const sent = sentBytes(file.address) || file.bytes.length;
  return [{ sent, whole: file.bytes.length, encoding }];
}

function lookAtClipboard(): Finding {
  return judgeClipboard({
    isSecure: isSecureContext,
    hasClipboard: 'clipboard' in navigator,
    handsFiles: 'download' in HTMLAnchorElement.prototype && 'createObjectURL' in URL,
  });
}

async function lookAtServiceWorker(root: string): Promise<Finding> {
  const { serviceWorker: container } = navigator as { readonly serviceWorker?: ServiceWorkerContainer };
  if (container === undefined) return passed(doctorWords().offline.unknown);
  const registration = await container.getRegistration().catch(() => undefined);
  const script = registration?.active?.scriptURL;
  return judgeOffline(root, registration && script ? { script, scope: registration.scope } : undefined);
}
