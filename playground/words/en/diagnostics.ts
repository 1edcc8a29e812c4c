/** What the compiler found in a source, in English. */

import { count } from './wording.ts';
import type { Breakdown, DiagnosticDetail, Unchecked } from '../../compiler/diagnostic-detail.ts';
import type { Diagnostic } from '../../record.ts';

/** What was found, as sentences. */
export function diagnosticWords({ what }: Pick<Diagnostic, 'what'>): string {
  if ('name' in what || 'member' in what) return nameWords(what);
  if ('module' in what) return moduleWords(what);
  return otherWords(what);
}

/** Of a name in the program, of a member of something, or of a module. */
type OfName = Extract<DiagnosticDetail, { readonly name: string } | { readonly member: string }>;
type OfModule = Extract<DiagnosticDetail, { readonly module: string }>;

const absent = {
  Intl: 'Intl is not available: this machine has no locales. Write numbers and dates without them.',
  Atomics: 'Atomics is not available: nothing in this machine runs beside the program.',
  require: 'require is not available: a program is an ES module. Write `import … from` at its top.',
};

function nameWords(what: OfName): string {
  switch (what.type) {
    case 'absent':
      return absent[what.name];
    case 'read-only':
      return `Built-ins are read-only here, since the machine itself relies on them: ${what.member} cannot be set.`;
    case 'no export':
      return `The program must export a ${what.kind} ${what.name}: write \`export ${what.kind} ${what.name} …\`.`;
    case 'type only':
      return `The program must export a ${what.kind} ${what.name}; here it exports ${what.name} as a type only.`;
    case 'not exported':
      return `The program must export a ${what.kind} ${what.name}: write \`export\` before it.`;
    case 'default export':
      return `The program must export a ${what.kind} ${what.name}: leave out \`default\`; the server asks for it by name.`;
    case 'wrong export':
      return `${what.name} is \`${what.given}\`; the server needs \`${what.asked}\`.`;
    case 'no class':
      return `${what.name} must be a class: the server makes instances of it.`;
    case 'abstract class':
      return `${what.name} must not be abstract: the server makes instances of it.`;
    case 'wrong constructor':
      return `The constructor of ${what.name} takes \`${what.given}\`; the server calls it with \`${what.asked}\`.`;
    case 'no member':
      return `${what.name} has no ${what.member}, which the server calls: ${what.asked}.`;
    case 'hidden member':
      return `${what.member} must be public: the server calls it.`;
    case 'wrong member':
      return `${what.member} is \`${what.given}\`; the server calls it as \`${what.asked}\`.`;
  }
}

function moduleWords(what: OfModule): string {
  switch (what.type) {
    case 'no module': {
      const modules = what.modules.map((name) => `'${name}'`).join(', ');
      return `There is no module '${what.module}' here: a program can import types from '${what.types}', and ${modules}.`;
    }
    case 'only types':
      return `Only types can be imported from '${what.module}'; it has no values. Write \`import type { … }\`.`;
  }
}

function otherWords(what: Exclude<DiagnosticDetail, OfName | OfModule>): string {
  switch (what.type) {
    case 'typescript':
      return what.note === undefined
        ? what.text
        : `${what.text} Locales and their options are not available, since this machine has no Intl.`;
    case 'unchecked':
      return `The types were not checked: ${uncheckedWords(what.why)}.`;
    case 'more':
      return `There are ${what.count} more findings from here on. Fix the first ones and compile again.`;
    case 'dynamic import':
      return 'A program can import modules only at its top, not by `import(…)`.';
    case 'other file':
      return 'A program cannot refer to other files: there are none here.';
    case 'too long':
      return `The program has ${count(what.length)} characters; at most ${count(what.most)} are compiled. Shorten it.`;
    case 'unsendable':
      return `Here the source has ${what.code === 0 ? 'a null byte' : 'half of a surrogate pair'}. Write it as the escape \\u${what.code.toString(16).padStart(4, '0')}.`;
    case 'too deep':
      return 'The program is nested too deeply here to be compiled. Split the longest expression into several.';
    case 'breaks off':
      return `TypeScript cannot compile this and gives up (${breakdownWords(what.breakdown)}). Write it differently.`;
    case 'not compiled in time':
      return `The program could not be compiled within ${count(what.seconds)} seconds. Make it shorter or simpler.`;
  }
}

function uncheckedWords(why: Unchecked): string {
  switch (why.type) {
    case 'broke off':
      return `TypeScript gives up on this line (${breakdownWords(why.breakdown)})`;
    case 'late':
      return `that took more than ${count(why.seconds)} seconds`;
    case 'out of memory':
      return 'that took too much memory';
  }
}

function breakdownWords(breakdown: Breakdown): string {
  switch (breakdown.type) {
    case 'call stack':
      return 'its call stack is exhausted';
    case 'said':
      return breakdown.text;
    case 'silent':
      return 'without a message';
  }
}
