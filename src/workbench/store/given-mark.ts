/** Tells a given program from one that a reader has changed, by what it compiles to. */

/**
 * A short mark of compiled code, equal for programs that differ only in comments, types, white space, kinds of quotes,
 * semicolons and commas. It carries no lines: classes stand in compiled code by number.
 */
export function markOf(code: string): string {
  let hash = 0xcbf29ce484222325n; // FNV-1a, 64 bits.
  for (const character of code.replace(/[\s;,'"`]/g, '')) {
    hash = ((hash ^ BigInt(character.codePointAt(0) ?? 0)) * 0x100000001b3n) & 0xffffffffffffffffn;
  }
  return hash.toString(36);
}
