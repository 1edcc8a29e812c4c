/** The lock file must install on every system that a reader may have, not only on the one where it was written. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly optional?: boolean;
  /** One name or several. */
  readonly os?: string | readonly string[];
  readonly cpu?: string | readonly string[];
  readonly libc?: string | readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface Platform {
  readonly os: string;
  readonly cpu: string;
}

/** A package whose work is done by one of several others, each made for one system. */
interface Family {
  readonly parent: string;
  readonly members: readonly string[];
}

const registry = 'https://registry.npmjs.org/';
const platforms: readonly Platform[] = [
  { os: 'linux', cpu: 'x64' },
  { os: 'darwin', cpu: 'x64' },
  { os: 'darwin', cpu: 'arm64' },
  { os: 'win32', cpu: 'x64' },
];

const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};
const packages = new Map(Object.entries(lock.packages));

/** Finds a package as Node would from `parent`: beside it first, then further up. */
function locate(parent: string, name: string): string | undefined {
  const places = [];
  for (let place = parent; ; place = place.slice(0, Math.max(place.lastIndexOf('/node_modules/'), 0))) {
    places.push(place === '' ? `node_modules/${name}` : `${place}/node_modules/${name}`);
    if (place === '') break;
  }
  return places.find((place) => packages.has(place));
}

function isForOneSystem({ os, cpu }: LockedPackage): boolean {
  return os !== undefined && cpu !== undefined;
}

const families: readonly Family[] = [...packages].flatMap(([parent, { optionalDependencies = {} }]) => {
  const names = Object.keys(optionalDependencies);
  const members = names.map((name) => locate(parent, name)).filter((place) => place !== undefined);
  return members.filter((place) => isForOneSystem(packages.get(place) ?? {})).length > 1
    ? [{ parent, members }]
    : [];
});

function serves({ os, cpu, libc }: LockedPackage, platform: Platform): boolean {
  return (
    [os].flat().includes(platform.os) &&
    [cpu].flat().includes(platform.cpu) &&
    [libc ?? 'glibc'].flat().includes('glibc')
  );
}

describe('on Linux, macOS (Intel and ARM) and Windows', () => {
  test('the families that are known to need it are among those looked at', () => {
    const parents = families.map(({ parent }) => parent);
    for (const name of ['esbuild', 'rolldown', 'lightningcss', 'sharp', 'pagefind']) {
      expect(
        parents.some((parent) => parent.endsWith(`node_modules/${name}`)),
        name,
      ).toBe(true);
    }
  });

  test.each(families)('$parent finds the package for the system', ({ members }) => {
    for (const platform of platforms) {
      const found = members.filter((place) => serves(packages.get(place) ?? {}, platform));
      expect(found, `${platform.os} ${platform.cpu}`).not.toEqual([]);
    }
  });

  test('no optional package that another asks for is missing from the lock file', () => {
    const missing = [...packages].flatMap(([parent, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => locate(parent, name) === undefined),
    );
    expect(missing).toEqual([]);
  });

  test('a package for one system is optional, so that the others can do without it', () => {
    const demanded = [...packages].filter(
      ([, locked]) => locked.os !== undefined && locked.optional !== true,
    );
    expect(demanded).toEqual([]);
  });
});

describe('wherever the lock file was written', () => {
  const installed = [...packages].filter(([place]) => place !== '');

  test('every package is one of the public registry', () => {
    const others = installed.filter(([, { resolved = registry }]) => !resolved.startsWith(registry));
    expect(others).toEqual([]);
  });

  test('every package has an exact version and a checksum', () => {
    const loose = installed.filter(
      ([, { version, integrity }]) => version === undefined || integrity === undefined,
    );
    expect(loose).toEqual([]);
  });
});
