/** What holds what in a heap, in English. Names and keys are the program's own, made safe to be shown. */

import type { CutResult, HeapPath, PathStep, Root, Status, StoreSite } from '../../heap/report.ts';
import { byteWords } from '../byte-words.ts';
import { plainText } from '../plain-text.ts';
import { counted, noun, sentence, thousands } from './wording.ts';

type Step = Pick<PathStep, 'kind' | 'name'>;

/** What a path begins at. */
function rootWords(root: Root): string {
  switch (root) {
    case 'module':
      return 'module program';
    case 'global':
      return 'the global object';
    case 'timer':
      return 'a timer that has yet to fire';
    case 'job':
      return 'a promise job that has yet to run';
    case 'collector':
      return 'the collector, which has not run yet';
    case 'server':
      return 'the server itself';
    case 'call':
      return 'a call that was under way';
  }
}

const indexed = (name: string): string => `[${name}]`;

/** References that code has a way to write, and those that are told with a name. */
const stepForms: Readonly<Partial<Record<PathStep['kind'], (name: string) => string>>> = {
  binding: (name) => name,
  property: propertyWords,
  private: (name) => `.${name}`,
  symbol: indexed,
  element: indexed,
  entry: indexed,
  getter: (name) => `getter .${name}`,
  setter: (name) => `setter .${name}`,
  captured: (name) => `captured ${name}`,
  local: (name) => `local ${name}`,
};

/** A reference as code would write it, or in words where code has none. */
function stepWords({ kind, name }: Step): string {
  return stepForms[kind]?.(plainText(name)) ?? kind;
}

function propertyWords(name: string): string {
  if (name === '*') return '["*"]';
  return /^[\p{L}_$][\p{L}\p{N}_$*]*$/u.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

/** What a step arrives at: `Map`, `Logger × 10,000`, `function flush`. */
function thingWords({ thing, of, count }: Pick<PathStep, 'thing' | 'of' | 'count'>): string {
  const name = plainText(of);
  const words = {
    instance: name,
    object: name,
    class: name === '' ? 'class' : `class ${name}`,
    function: name === '' ? 'function' : `function ${name}`,
    suspended: name === '' ? 'suspended call' : `suspended call of ${name}`,
    string: 'string',
    'shared string': 'shared string',
    other: name,
  }[thing];
  return count === 1 ? words : `${words} × ${thousands(count)}`;
}

/** A whole path on one line: `loggers["SessionResource(*)"]`. */
function pathWords({ root, steps }: Pick<HeapPath, 'root' | 'steps'>): string {
  const parts: string[] = root === 'module' ? [] : [`(${rootWords(root)})`];
  for (const step of steps) {
    const words = `${stepWords(step)}${step.times > 1 ? ` × ${thousands(step.times)}` : ''}`;
    const last = parts.at(-1);
    if (last !== undefined && /^[.[]/.test(words)) parts[parts.length - 1] = last + words;
    else parts.push(words);
  }
  return parts.join(' → ');
}

/** Why a step is as it should be, or is not. */
function statusWords(status: Status): string {
  switch (status.type) {
    case 'expected':
      return {
        binding: 'expected: a module’s binding lives as long as the server',
        loaded: 'expected: it was made when the program loaded',
        one: 'expected: there is one, and what holds it is expected',
        level: 'expected: its class does not keep growing',
      }[status.why];
    case 'stuck':
      if (status.oldest === undefined) return 'stuck: it belongs to something that has ended';
      if (status.oldest === 0) return 'stuck: its transaction, the last of all, has ended';
      return `stuck: its transaction has ended, up to ${counted(status.oldest, 'transaction')} ago`;
    case 'waits':
      return 'waits: only the collector refers to it, and the collector has not run';
    case 'in flight':
      return 'in use: its transaction is in flight';
    case 'unknown':
      return 'unknown';
  }
}

/** Whether a step is right, in a word. */
function statusWord({ type }: Status): string {
  return { expected: 'expected', stuck: 'stuck', waits: 'waits', 'in flight': 'in use', unknown: 'unknown' }[
    type
  ];
}

/** Who stores, or who removes: `set line 23 × 10,000`. */
function storeWords({ method, line, count, byEnding }: StoreSite): string {
  const where = line === undefined ? '' : ` line ${thousands(line)}`;
  return `${method}${where} × ${thousands(count)}${byEnding === undefined ? '' : endingWords(count, byEnding)}`;
}

/** By how the transactions ended that called it. */
function endingWords(count: number, { committed, failed }: NonNullable<StoreSite['byEnding']>): string {
  if (committed === count) return ', all on commit';
  if (failed === count) return ', all on failure';
  return failed === 0 ? '' : ` (${thousands(failed)} in transactions that failed)`;
}

/** What would go if a path were cut. */
function freesWords({ class: name, frees }: Pick<HeapPath, 'class' | 'frees'>): string {
  if (frees === undefined) return '';
  if (frees.count === 0) return 'would free none of them: something else holds them as well';
  return `would free ${counted(frees.count, noun(plainText(name)))}, ${byteWords(frees.bytes)}`;
}

/** What went when a path was cut, and what came back. */
function cutWords(
  { class: name }: Pick<HeapPath, 'class'>,
  { count, bytes, then, still, fails }: CutResult,
): string {
  const what = noun(plainText(name));
  const freed = `${counted(count, what)} freed, ${byteWords(bytes)}.`;
  const held =
    still === undefined
      ? ''
      : ` ${count === 0 ? 'They' : 'The others'} are still held by ${pathWords(still)}.`;
  if (fails === true) return `${freed}${held} Without it the program fails.`;
  if (then === undefined) return freed + held;
  const left = then.left === undefined ? byteWords(then.bytes) : counted(then.left, what);
  return `${freed}${held} ${counted(then.transactions, 'more transaction')}: ${left}.`;
}

export const heapWords = {
  nameWords: plainText,
  rootWords,
  stepWords,
  thingWords,
  pathWords,
  statusWords,
  statusWord,
  storeWords,
  freesWords,
  freesSentence: (path: Pick<HeapPath, 'class' | 'frees'>): string => `${sentence(freesWords(path))}.`,
  cutWords,
  faultyWords: 'faulty reference',
};
