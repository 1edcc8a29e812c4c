/** Adds to what the engine says of an error why it is so in this machine, where that is not so elsewhere. */

const noIntl = 'this machine knows no locales; write numbers and dates without them';
const readOnly = 'built-ins are read-only here, since the machine itself relies on them';
const frozen = 'built-ins, and what the program itself has frozen, are read-only here';

const reasons: readonly (readonly [RegExp, string | ((name: string) => string)])[] = [
  [/^ReferenceError: Intl is not defined/, noIntl],
  [/^TypeError: '(\S+)' is read-only/, (name) => (isBuiltIn(name) ? frozen : '')],
  [/^TypeError: Cannot assign to read only property '\S+'/, readOnly],
  [/^TypeError: (?:object is not extensible|could not delete property)/, frozen],
  [/^RangeError: Maximum call stack size exceeded/, 'does a function call itself without end?'],
  [/^ReferenceError: require is not defined/, 'a program is an ES module; write `import … from` at its top'],
];

/** The message, with its reason behind what the engine says. */
export function explain(message: string): string {
  for (const [pattern, reason] of reasons) {
    const found = pattern.exec(message);
    if (found === null) continue;
    const why = typeof reason === 'string' ? reason : reason(found[1] ?? '');
    if (why !== '') return `${found[0]}: ${why}${message.slice(found[0].length)}`;
  }
  return message;
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
