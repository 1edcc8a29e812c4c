/** The rest of Node's console: tables, groups, counts, timers. Lines go where those of `console.log` go. */

import { inspect } from './inspect.ts';
import { now } from '../fields.ts';
import { state } from '../state.ts';
import { tableOf } from './console-table.ts';

type Print = (...values: readonly unknown[]) => void;
interface ProgramConsole {
  readonly log: Print;
  readonly warn: Print;
  readonly error: Print;
}

/** The same console with groups: every line of a group is set in by two characters. */
function methodsOf({ log, warn, error }: ProgramConsole): Readonly<Record<string, Print>> {
  const counts = new Map<string, number>();
  const timers = new Map<string, number>();
  let indent = '';
  const grouped =
    (print: Print): Print =>
    (...values) => {
      if (indent === '') print(...values);
      else print(`${indent}${format(values).replaceAll('\n', `\n${indent}`)}`);
    };
  const [say, warnOf, complain] = [grouped(log), grouped(warn), grouped(error)];
  const elapsed = (label: string, told: string, rest: readonly unknown[]): boolean => {
    const begun = timers.get(label);
    if (begun === undefined) warnOf(`Warning: No such label '${label}' for console.${told}()`);
    else say(`${label}: ${durationOf(state[now]! - begun)}`, ...rest);
    return begun !== undefined;
  };
  return {
    log: say,
    info: say,
    debug: say,
    warn: warnOf,
    error: complain,
    dir: (value) => say(inspect(value)),
    dirxml: say,
    trace: (...values) => {
      const said = values.length === 0 ? 'Trace' : `Trace: ${format(values)}`;
      complain([said, ...callersInProgram()].join('\n'));
    },
    assert: (condition, ...values) => {
      if (condition) return;
      if (typeof values[0] === 'string') warnOf(`Assertion failed: ${values[0]}`, ...values.slice(1));
      else warnOf('Assertion failed', ...values);
    },
    count: (label = 'default') => {
      const count = (counts.get(String(label)) ?? 0) + 1;
      counts.set(String(label), count);
      say(`${String(label)}: ${count}`);
    },
    countReset: (label = 'default') => {
      if (!counts.delete(String(label))) warnOf(`Count for '${String(label)}' does not exist`);
    },
    group: (...values) => {
      if (values.length > 0) say(...values);
      indent += '  ';
    },
    groupCollapsed: (...values) => {
      if (values.length > 0) say(...values);
      indent += '  ';
    },
    groupEnd: () => {
      indent = indent.slice(2);
    },
    time: (label = 'default') => {
      const name = String(label);
      if (timers.has(name)) warnOf(`Warning: Label '${name}' already exists for console.time()`);
      else timers.set(name, state[now]!);
    },
    timeLog: (label = 'default', ...values) => void elapsed(String(label), 'timeLog', values),
    timeEnd: (label = 'default') => {
      if (elapsed(String(label), 'timeEnd', [])) timers.delete(String(label));
    },
    table: (rows, columns) => say(tableOf(rows, columns)),
    clear: () => {
      indent = '';
    },
  };
}

/** Names of the program's functions that led here, without lines: those of the stack are of emitted code. */
function callersInProgram(): readonly string[] {
  const frames = (new Error().stack ?? '').matchAll(/^ *at (\S+) \(program:/gm);
  return [...frames].map(([, name]) => `    at ${String(name)}`);
}

function format(values: readonly unknown[]): string {
  return values.map((value) => (typeof value === 'string' ? value : inspect(value))).join(' ');
}

/** As Node writes it; time is virtual. */
function durationOf(ms: number): string {
  if (ms < 1000) return `${Number(ms.toFixed(3))}ms`;
  return ms < 60_000
    ? `${(ms / 1000).toFixed(3)}s`
    : `${Math.floor(ms / 60_000)}:${((ms % 60_000) / 1000).toFixed(3).padStart(6, '0')} (m:ss.mmm)`;
}

/** Gives the console of every program the rest. */
export function install(): readonly unknown[] {
  const { console } = globalThis as unknown as { readonly console: ProgramConsole };
  Object.assign(console, methodsOf({ ...console }));
  return [];
}
