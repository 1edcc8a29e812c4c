/** Messages between the page and the TypeScript worker when there is no Monaco between them. */

import type { Compilation } from '#playground/compiler/compile.ts';
import type { ExtraLibs } from './program-libs.ts';

export interface PlainStart {
  readonly type: 'plain';
  readonly compilerOptions: Readonly<Record<string, unknown>>;
  readonly extraLibs: ExtraLibs;
}

export interface PlainRequest {
  readonly request: number;
  readonly source: string;
}

export interface PlainAnswer {
  readonly request: number;
  readonly compilation: Compilation;
}
