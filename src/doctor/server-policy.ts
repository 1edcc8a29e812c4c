/** Judges a Content Security Policy that a server sends, by what the pages of this site load. */

import { serverDirectives } from '#src/build/policy-directives.ts';

/** What one directive of a sent policy lacks. */
export interface PolicyFault {
  readonly directive: string;
  /** Sources that it has to name. */
  readonly missing: readonly string[];
}

/** The directives that stand in for one that a policy does not have, in their order. */
const standIns: Readonly<Record<string, readonly string[]>> = {
  'script-src': ['default-src'],
  'style-src': ['default-src'],
  'img-src': ['default-src'],
  'connect-src': ['default-src'],
  'font-src': ['default-src'],
  'worker-src': ['child-src', 'script-src', 'default-src'],
};

/** What the site needs of each; our own policy leaves the last two to `default-src`. */
const needed: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(Object.entries(serverDirectives).filter(([name]) => name in standIns)),
  'connect-src': serverDirectives['default-src'] ?? [],
  'font-src': serverDirectives['default-src'] ?? [],
};

/** Directives that take something away from the whole page. */
const refused = ['sandbox', 'require-trusted-types-for'];

/**
 * The faults of a policy header, which may hold several policies with a comma between: each has to allow everything. `origin` is
 * the site's, such as `https://docs.example`.
 */
export function policyFaults(header: string, origin: string): readonly PolicyFault[] {
  return header.split(',').flatMap((policy) => faultsOfOne(directivesIn(policy), origin));
}

function directivesIn(policy: string): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, readonly string[]>();
  for (const directive of policy.split(';')) {
    const [name = '', ...sources] = directive.trim().split(/\s+/);
    // Of two with one name, browsers heed the first.
    if (name !== '' && !all.has(name.toLowerCase())) all.set(name.toLowerCase(), sources);
  }
  return all;
}

function faultsOfOne(policy: ReadonlyMap<string, readonly string[]>, origin: string): PolicyFault[] {
  const lacking = Object.entries(needed).flatMap(([name, sources]) => {
    const directive = [name, ...(standIns[name] ?? [])].find((each) => policy.has(each));
    if (directive === undefined) return [];
    const given = policy.get(directive) ?? [];
    const missing = sources.filter((source) => !allows(given, source, origin));
    return missing.length === 0 ? [] : [{ directive: name, missing }];
  });
  const taken = refused.filter((name) => policy.has(name)).map((directive) => ({ directive, missing: [] }));
  return [...lacking, ...taken];
}

function allows(given: readonly string[], source: string, origin: string): boolean {
  const has = (...sources: readonly string[]): boolean => sources.some((each) => given.includes(each));
  switch (source) {
    case "'self'":
      return has("'self'", '*', origin, `${origin}/`, new URL(origin).protocol);
    case "'wasm-unsafe-eval'":
      return has("'wasm-unsafe-eval'", "'unsafe-eval'");
    case "'unsafe-inline'":
      // Beside a hash or a nonce it means nothing.
      return has(source) && !given.some((each) => /^'(?:sha\d+-|nonce-|strict-dynamic)/.test(each));
    default:
      return has(source);
  }
}
