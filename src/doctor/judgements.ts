/** Judges what the checks have seen. Pure functions: from headers, sizes and answers to a finding in words. */

import { doctorWords } from '#src/strings/doctor-words.ts';
import { countWords } from '#src/chart/quantity-words.ts';
import { type PolicyFault, policyFaults } from './server-policy.ts';
import type { ServerAsk } from './server-lines.ts';

export type Outcome = 'pass' | 'warn' | 'fail';

/** What a check comes to. */
export interface Finding {
  readonly outcome: Outcome;
  /** Whole sentences for the visitor. */
  readonly text: string;
  /** A whole sentence for those who run the server, the network or the browsers. */
  readonly ask?: string;
  /** The lines of configuration that belong to it. */
  readonly lines?: ServerAsk;
}

export function passed(text: string): Finding {
  return { outcome: 'pass', text };
}

/** A finding that a server's configuration can change. */
export function ofServer(outcome: Outcome, text: string, lines: ServerAsk): Finding {
  return { outcome, text, ask: doctorWords().asks[lines], lines };
}

/** What came for an address; `undefined` where nothing came. */
export interface Answered {
  readonly address: string;
  readonly status: number;
  /** Of the headers of this response, by their small names. */
  readonly headers: ReadonlyMap<string, string>;
  readonly bytes: Uint8Array;
}

/** The four bytes with which every WebAssembly module begins. */
const magic = [0, 0x61, 0x73, 0x6d];

/** The file of the machine, by what came for its address. */
export function judgeMachineFile(address: string, answer: Answered | undefined): Finding {
  const { machineFile: words, asks } = doctorWords();
  const failed = (text: string): Finding => ({ outcome: 'fail', text, ask: asks.proxy(address) });
  if (answer === undefined) return failed(words.notFetched);
  const type = typeOf(answer) ?? words.noType;
  if (answer.status !== 200) return failed(words.status(String(answer.status)));
  if (magic.some((byte, at) => answer.bytes[at] !== byte)) return failed(words.otherFile(type));
  const whole = answer.headers.get('content-type')?.trim() ?? type;
  // Browsers compile a file while it arrives only under this type alone (WebAssembly Web API, compileStreaming).
  return whole.toLowerCase() === 'application/wasm'
    ? passed(words.pass(type))
    : ofServer('warn', words.otherType(whole), 'machineType');
}

/** The type that a response says, without its parameters. */
export function typeOf({ headers }: Pick<Answered, 'headers'>): string | undefined {
  return headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() || undefined;
}

/** The policy that came as a header, or `null` where none did. `origin` is the site's. */
export function judgePolicy(header: string | null, origin: string): Finding {
  const { policy: words } = doctorWords();
  if (header === null) return passed(words.none);
  const faults = policyFaults(header, origin);
  if (faults.length === 0) return passed(words.pass);
  const said = [...new Set(faults.map(faultWords))].join('; ');
  return ofServer('fail', words.fail(said), 'policy');
}

function faultWords({ directive, missing }: PolicyFault): string {
  const { policy: words } = doctorWords();
  return missing.length === 0 ? words.refuses(directive) : words.lacks(directive, missing.join(' '));
}

/** Whether the least of all modules compiled: with the directive that forbade it, or with what the browser said. */
export function judgeWebAssembly(
  seen:
    | { readonly type: 'compiled' | 'absent' }
    | { readonly type: 'blocked'; readonly directive: string }
    | { readonly type: 'refused'; readonly message: string },
): Finding {
  const { webAssembly: words, asks } = doctorWords();
  switch (seen.type) {
    case 'compiled':
      return passed(words.pass);
    case 'absent':
      return { outcome: 'fail', text: words.absent, ask: asks.engine };
    case 'blocked':
      return ofServer('fail', words.blocked(seen.directive), 'policy');
    case 'refused':
      return { outcome: 'fail', text: words.refused(seen.message), ask: asks.engine };
  }
}

/** Whether the machine's worker answered; where it did not, by the policy, its script, and what the browser said. */
export function judgeWorker(
  seen:
    | { readonly type: 'answered' }
    | { readonly type: 'blocked'; readonly directive: string }
    | {
        readonly type: 'dead';
        readonly message: string;
        readonly address: string;
        readonly script: Answered | undefined;
      },
): Finding {
  const { worker: words, asks } = doctorWords();
  if (seen.type === 'answered') return passed(words.pass);
  if (seen.type === 'blocked') return ofServer('fail', words.blocked(seen.directive), 'policy');
  const { script, message, address } = seen;
  if (script?.status !== 200) return { outcome: 'fail', text: words.notFetched, ask: asks.proxy(address) };
  const type = typeOf(script) ?? '';
  if (!type.includes('javascript')) return ofServer('fail', words.otherType(type), 'scriptType');
  return { outcome: 'fail', text: words.refused(message || words.silent), ask: asks.workers };
}

/** What the browser keeps: why it keeps nothing, or how much room it has. Sizes are in bytes, where it tells them. */
export function judgeStorage(seen: {
  readonly reason: 'refused' | 'full' | 'too large' | undefined;
  readonly isPromised: boolean;
  readonly usage?: number | undefined;
  readonly quota?: number | undefined;
}): Finding {
  const { storage: words, asks } = doctorWords();
  if (seen.reason === 'refused') return { outcome: 'fail', text: words.refused, ask: asks.storage };
  if (seen.reason !== undefined) return { outcome: 'fail', text: words.full };
  if (seen.usage === undefined || seen.quota === undefined) return passed(words.unsized);
  const sizes = [sizeWords(seen.usage), sizeWords(seen.quota)] as const;
  return passed(seen.isPromised ? words.kept(...sizes) : words.mayGo(...sizes));
}

/** Bytes in kB or MB of 1,000, rounded. */
export function sizeWords(bytes: number): string {
  return bytes < 1_000_000 ? `${countWords(bytes / 1000)} kB` : `${countWords(bytes / 1_000_000)} MB`;
}

/** How the files travelled: bytes of each body as it was sent and as it is; both 0 where the browser does not tell. */
export function judgeCompression(
  files: readonly { readonly sent: number; readonly whole: number; readonly encoding: string | undefined }[],
): Finding {
  const { compression: words } = doctorWords();
  const sum = (of: 'sent' | 'whole'): number => files.reduce((total, file) => total + file[of], 0);
  if (sum('whole') === 0) return passed(words.unknown);
  const isPacked = files.every(({ sent, whole, encoding }) => encoding !== undefined || sent < whole);
  return isPacked
    ? passed(words.pass(sizeWords(sum('sent')), sizeWords(sum('whole'))))
    : ofServer('warn', words.warn(sizeWords(sum('whole'))), 'compression');
}

/** Seconds of a day. */
const day = 86_400;

/** Whether a file whose name changes with its content may be kept, by its `Cache-Control`. */
export function judgeCaching(header: string | undefined): Finding {
  const { caching: words } = doctorWords();
  const seconds = Number(/max-age=(\d+)/.exec(header ?? '')?.[1] ?? 0);
  const isKept = seconds >= day && !/no-store|no-cache/.test(header ?? '');
  return isKept ? passed(words.pass) : ofServer('warn', words.warn, 'caching');
}

/** Where the page stands, and which headers say who may frame it. */
export function judgeFrame(isFramed: boolean, headers: ReadonlyMap<string, string> | undefined): Finding {
  const { frame: words } = doctorWords();
  if (isFramed) return { outcome: 'warn', text: words.framed };
  const ancestors = /frame-ancestors[^;,]*/.exec(headers?.get('content-security-policy') ?? '')?.[0].trim();
  const options = headers?.get('x-frame-options');
  const guard = ancestors ?? (options === undefined ? undefined : `X-Frame-Options: ${options}`);
  return passed(guard === undefined ? words.alone : words.guarded(guard));
}

/** The service worker that answers for the page, by its script and its scope; `root` is the address of the site's root. */
export function judgeOffline(
  root: string,
  serviceWorker: { readonly script: string; readonly scope: string } | undefined,
): Finding {
  const { offline: words } = doctorWords();
  if (serviceWorker === undefined) return passed(words.none);
  const { script, scope } = serviceWorker;
  return scope.startsWith(root)
    ? passed(words.own(script))
    : { outcome: 'warn', text: words.foreign(script) };
}

/** What a page can hand over to its reader. */
export function judgeClipboard(seen: {
  readonly isSecure: boolean;
  readonly hasClipboard: boolean;
  readonly handsFiles: boolean;
}): Finding {
  const { clipboard: words, asks } = doctorWords();
  if (!seen.handsFiles) return { outcome: 'fail', text: words.noFiles, ask: asks.update };
  if (!seen.isSecure) return { outcome: 'warn', text: words.insecure, ask: asks.https };
  if (!seen.hasClipboard) return { outcome: 'warn', text: words.absent };
  return passed(words.pass);
}
