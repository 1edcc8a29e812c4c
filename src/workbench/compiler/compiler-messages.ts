/** Messages between the page and its TypeScript worker about compiling; Monaco's own go another way. */

import type { ExtraLibs } from './program-libs.ts';

/** The first message to a worker, which begins to compile over the port. */
export interface CompilerStart {
  readonly type: 'start-compiler';
  readonly port: MessagePort;
  readonly compilerOptions: Readonly<Record<string, unknown>>;
  readonly extraLibs: ExtraLibs;
  /** Sources whose types have no end: nothing may look at them. */
  readonly givenUp: readonly string[];
}

export interface CompileRequest {
  readonly request: number;
  readonly type: 'emit' | 'check';
  readonly source: string;
}

/** To a request by its number; the answer with number 0 says that the compiler is ready. */
export interface CompileAnswer {
  readonly request: number;
  /** What the compiler's method of that name gives. */
  readonly answer?: unknown;
  /** A mistake of ours, in its own words. */
  readonly error?: string;
}
