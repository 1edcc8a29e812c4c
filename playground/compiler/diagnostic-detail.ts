/** What the compiler finds in a source, as values. What is TypeScript's own is a text, and so are pieces of code. */

/** Why TypeScript breaks off. */
export type Breakdown =
  | { readonly type: 'call stack' }
  /** What it threw, in one short line without a full stop. */
  | { readonly type: 'said'; readonly text: string }
  | { readonly type: 'silent' };

/** Why the types of a program were not checked. */
export type Unchecked =
  | { readonly type: 'broke off'; readonly breakdown: Breakdown }
  | { readonly type: 'late'; readonly seconds: number }
  | { readonly type: 'out of memory' };

/** What a program must export. */
interface AskedExport {
  readonly kind: 'class' | 'const';
  readonly name: string;
}

/** Where a program falls short of the contract. Types and parameters are in TypeScript's words. */
type ContractDetail =
  /** An export is missing altogether, is a type only, has no `export` before it, or is the default. */
  | ({ readonly type: 'no export' | 'type only' | 'not exported' | 'default export' } & AskedExport)
  | { readonly type: 'wrong export'; readonly name: string; readonly given: string; readonly asked: string }
  | { readonly type: 'no class' | 'abstract class'; readonly name: string }
  | {
      readonly type: 'wrong constructor';
      readonly name: string;
      readonly given: string;
      readonly asked: string;
    }
  | { readonly type: 'no member'; readonly name: string; readonly member: string; readonly asked: string }
  | { readonly type: 'hidden member'; readonly member: string }
  | {
      readonly type: 'wrong member';
      readonly member: string;
      readonly given: string;
      readonly asked: string;
    };

/** What is wrong with what a program brings in. */
type ImportDetail =
  /** `types` is the module that has types only, `modules` are those that the machine has. */
  | {
      readonly type: 'no module';
      readonly module: string;
      readonly types: string;
      readonly modules: readonly string[];
    }
  | { readonly type: 'only types'; readonly module: string }
  | { readonly type: 'dynamic import' | 'other file' };

/** Why a source is not compiled. */
type RefusalDetail =
  | { readonly type: 'too long'; readonly length: number; readonly most: number }
  /** A null byte, or half of a surrogate pair: a character of that code. */
  | { readonly type: 'unsendable'; readonly code: number }
  | { readonly type: 'too deep' }
  | { readonly type: 'breaks off'; readonly breakdown: Breakdown }
  | { readonly type: 'not compiled in time'; readonly seconds: number };

export type DiagnosticDetail =
  /** TypeScript's own, its chain of reasons a line each. `note`: the call is about locales, which are not here. */
  | { readonly type: 'typescript'; readonly text: string; readonly note?: 'no locales' }
  /** A global of other machines. */
  | { readonly type: 'absent'; readonly name: 'Intl' | 'Atomics' | 'require' }
  /** An assignment to a member of a built-in. */
  | { readonly type: 'read-only'; readonly member: string }
  | { readonly type: 'unchecked'; readonly why: Unchecked }
  /** Findings from there on that are not told. */
  | { readonly type: 'more'; readonly count: number }
  | ContractDetail
  | ImportDetail
  | RefusalDetail;
