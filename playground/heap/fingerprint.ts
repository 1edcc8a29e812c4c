/** Names a path: the same for the same way of holding over runs, edits elsewhere, and languages. */

import type { HeapPath, PathStep } from './report.ts';

/** By the steps down to the faulty one, by their names alone. */
export function fingerprintOf(root: string, steps: readonly PathStep[], faulty: number | undefined): string {
  return hashOf([root, ...steps.slice(0, (faulty ?? steps.length - 1) + 1).map(stepText)]);
}

/** Paths that are alike down to their faulty steps get fingerprints by all that they are, so that each has one of its own. */
export function withOwnFingerprints<T extends { readonly path: HeapPath }>(
  paths: readonly T[],
): readonly T[] {
  const times = new Map<string, number>();
  for (const { path } of paths) times.set(path.fingerprint, (times.get(path.fingerprint) ?? 0) + 1);
  return paths.map((each) => {
    const { path } = each;
    if (times.get(path.fingerprint) === 1) return each;
    const fingerprint = hashOf([path.class, String(path.holder), path.root, ...path.steps.map(stepText)]);
    return { ...each, path: { ...path, fingerprint } };
  });
}

function stepText({ kind, name, thing, of }: PathStep): string {
  return `${kind} ${name} ${thing} ${of}`;
}

/** FNV-1a, as six hexadecimal digits. */
function hashOf(lines: readonly string[]): string {
  const text = lines.join('\n');
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0').slice(0, 6);
}
