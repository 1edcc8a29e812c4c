/** Tells of what the engine says of an error why it is so in this machine, where that is not so elsewhere. */

import type { EngineReason, HostFailure } from './failure-detail.ts';
import type { ProgramFailure } from '../guest/failure-detail.ts';

const reasons: readonly (readonly [RegExp, EngineReason | ((name: string) => EngineReason | undefined)])[] = [
  [/^ReferenceError: Intl is not defined/, 'no locales'],
  [/^TypeError: '(\S+)' is read-only/, (name) => (isBuiltIn(name) ? 'frozen' : undefined)],
  [/^TypeError: Cannot assign to read only property '\S+'/, 'read-only'],
  [/^TypeError: (?:object is not extensible|could not delete property)/, 'frozen'],
  [/^RangeError: Maximum call stack size exceeded/, 'endless recursion'],
  [/^ReferenceError: require is not defined/, 'no require'],
];

/** The failure, with its reason where what was thrown is an error of the engine's that has one. */
export function explain(what: ProgramFailure): HostFailure {
  if (what.type !== 'thrown' && what.type !== 'rejected') return what;
  const { thrown } = what;
  if (thrown.type !== 'error') return what;
  const { text } = thrown;
  for (const [pattern, known] of reasons) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const reason = typeof known === 'string' ? known : known(found[1] ?? '');
    if (reason === undefined) continue;
    const explained = { reason, rest: text.slice(found[0].length) };
    return { ...what, thrown: { ...thrown, text: found[0] }, explained };
  }
  return what;
}

/** Whether some global, or what it constructs, has a member of that name. The host's stand for the machine's. */
function isBuiltIn(name: string): boolean {
  return Object.getOwnPropertyNames(globalThis).some((key) => {
    if (key === name) return true;
    const value: unknown = Object.getOwnPropertyDescriptor(globalThis, key)?.value;
    if (typeof value !== 'function' && (typeof value !== 'object' || value === null)) return false;
    if (value === globalThis) return false;
    const made: unknown = 'prototype' in value ? value.prototype : undefined;
    return (
      Object.hasOwn(value, name) || (typeof made === 'object' && made !== null && Object.hasOwn(made, name))
    );
  });
}
