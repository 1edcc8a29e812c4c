/** `console.table` as Node draws it. */

import { inspect } from './inspect.ts';

const indexHeading = '(index)';
const valuesHeading = 'Values';
const iterationHeading = '(iteration index)';

/** The table as text; anything that is no object is shown as `console.log` would. */
export function tableOf(rows: unknown, columns?: unknown): string {
  if (typeof rows !== 'object' || rows === null) return typeof rows === 'string' ? rows : inspect(rows);
  const isMap = rows instanceof Map;
  const isList = isMap || rows instanceof Set;
  const entries: [unknown, unknown][] = isList
    ? [...(isMap ? rows.entries() : (rows as Set<unknown>).values())].map((entry, at) => [at, entry])
    : Object.entries(rows);
  if (isMap) {
    const drawn = [...rows].map(([key, value], at) => [String(at), inspect(key), inspect(value)]);
    return draw([iterationHeading, 'Key', valuesHeading], drawn);
  }
  const keys: string[] = [];
  let hasValues = false;
  const cells = entries.map(([, row]) => {
    const own = new Map<string, string>();
    if (typeof row !== 'object' || row === null) hasValues = true;
    else {
      for (const key of Array.isArray(columns) ? columns.map(String) : Object.keys(row)) {
        if (!keys.includes(key)) keys.push(key);
        if (Object.hasOwn(row, key)) own.set(key, inspect((row as Record<string, unknown>)[key]));
      }
    }
    return own;
  });
  const heading = [isList ? iterationHeading : indexHeading, ...keys, ...(hasValues ? [valuesHeading] : [])];
  const body = entries.map(([index, row], at) => {
    const isPlain = typeof row !== 'object' || row === null;
    const value = hasValues ? [isPlain ? inspect(row) : ''] : [];
    return [String(index), ...keys.map((key) => cells[at]!.get(key) ?? ''), ...value];
  });
  return draw(heading, body);
}

function draw(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heading.map(
    (head, column) => Math.max(head.length, ...rows.map((row) => row[column]!.length)) + 2,
  );
  const rule = (left: string, cross: string, right: string): string =>
    `${left}${widths.map((width) => '─'.repeat(width)).join(cross)}${right}`;
  const line = (cells: readonly string[]): string =>
    `│${cells.map((cell, column) => ` ${cell}`.padEnd(widths[column]!)).join('│')}│`;
  return [
    rule('┌', '┬', '┐'),
    line(heading),
    rule('├', '┼', '┤'),
    ...rows.map(line),
    rule('└', '┴', '┘'),
  ].join('\n');
}
