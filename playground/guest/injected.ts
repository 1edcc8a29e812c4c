/** The failures that the driver injects: a program can neither forge nor lend them, and may pass them on in errors of its own. */

import { InjectedFailure } from './transaction.ts';

/** By the id of the transaction for which each was made. */
const injected = new WeakMap<object, bigint>();

/** Errors that are looked through, at most, for one injected failure. */
const mostErrors = 20;

/** Where an error keeps those it was made of: `cause`, AggregateError's `errors`, SuppressedError's `error` and `suppressed`. */
const inner = ['cause', 'errors', 'error', 'suppressed'] as const;

/** A failure for the transaction with this id. */
export function inject(id: bigint, message: string): InjectedFailure {
  const failure = new InjectedFailure(message);
  injected.set(failure, id);
  return failure;
}

/** The id of the transaction for which this failure, or one that it was made of, was injected; undefined for any other. */
export function injectedFor(error: unknown): bigint | undefined {
  const errors = objectsAmong([error]);
  for (let at = 0; at < errors.length && at < mostErrors; at++) {
    const each = errors[at]!;
    const id = injected.get(each);
    if (id !== undefined) return id;
    errors.push(...objectsAmong(madeOf(each)));
  }
  return undefined;
}

function objectsAmong(values: readonly unknown[]): object[] {
  return values.filter((value) => typeof value === 'object' && value !== null);
}

/** What an error was made of, without a call to any getter of the program's. */
function madeOf(error: object): readonly unknown[] {
  try {
    return inner.flatMap((name) => {
      const value = ownValue(error, name);
      if (name !== 'errors') return [value];
      return Array.isArray(value) ? firstOf(value) : [];
    });
  } catch {
    return [];
  }
}

function firstOf(errors: readonly unknown[]): readonly unknown[] {
  return Array.from({ length: Math.min(errors.length, mostErrors) }, (_, at) => ownValue(errors, at));
}

function ownValue(of: object, name: string | number): unknown {
  return Object.getOwnPropertyDescriptor(of, name)?.value;
}
