/** A run as Markdown, for a chat or a pull request: its verdict, its numbers, what was found, its code, and the link that repeats it. */

import { byteWords } from '#playground/words/byte-words.ts';
import { plainText } from '#playground/words/plain-text.ts';
import { runNumbers } from '#playground/shared-run/run-numbers.ts';
import type { Finding, RunResult } from '#playground/record.ts';
import { countWords, rateWords, secondWords } from '#src/chart/quantity-words.ts';
import { verdictWords } from '#src/chart/run-words.ts';
import { pageMachineWords } from '#src/strings/machine-words.ts';
import { site } from '#src/site.ts';
import { sharingWords } from '#src/strings/sharing-words.ts';

/** What is told of a run. */
export interface ToldRun {
  /** What readers call the scenario, and the program. */
  readonly scenario: string;
  readonly program: string;
  readonly source: string;
  /** The workload in one line. */
  readonly workload: string;
  /** Absent where it was not run. */
  readonly result?: RunResult | undefined;
  /** Paths that keep objects alive, as drawn lines, where they are known. */
  readonly traces: readonly (readonly string[])[];
  readonly machineHash: string;
  readonly scenarioHash: string;
  /** Absent where it is more than a link holds. */
  readonly link?: string | undefined;
}

/** The whole text. What a program wrote, and what it calls its classes, is shown and never read as Markdown. */
export function runMarkdown(told: ToldRun): string {
  const { markdown } = sharingWords();
  const { scenario, program, source, workload, result, traces, link } = told;
  return [
    `### ${escaped(markdown.title(site.name, scenario, program))}`,
    escaped(markdown.workload(workload)),
    ...(result === undefined ? [markdown.notRun] : resultParts(result)),
    ...(traces.length === 0
      ? []
      : [`#### ${markdown.alive}`, fenced('text', traces.map(lines).join('\n\n'))]),
    `#### ${markdown.program}`,
    fenced('ts', source.trimEnd()),
    [
      ...(link === undefined ? [] : [`[${escaped(markdown.open(site.name))}](${link})`]),
      markdown.version(told.machineHash, told.scenarioHash),
    ].join(' · '),
    '',
  ].join('\n\n');
}

const lines = (trace: readonly string[]): string => trace.join('\n');

function resultParts(result: RunResult): readonly string[] {
  const { markdown } = sharingWords();
  const { headline, reason } = verdictWords(result);
  const { transactions, virtualMs, bytes, classes, memory } = runNumbers(result);
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const table = [
    row(markdown.columns),
    row(markdown.columns.map(() => '---')),
    ...classes.map(({ name, live, created, perTransaction }) =>
      row([
        escaped(name),
        countWords(live),
        countWords(created),
        rateWords(perTransaction),
        verdictOf(result, name),
      ]),
    ),
  ];
  return [
    `**${escaped(headline)}**`,
    escaped(reason),
    [
      markdown.end(countWords(transactions), secondWords(virtualMs)),
      markdown.memory(byteWords(bytes), countWords(bytes), rateWords(memory.perTransaction)),
    ].join(' '),
    ...(classes.length === 0 ? [] : [table.join('\n')]),
    `#### ${markdown.findings}`,
    findings(result),
    checks(result),
  ];
}

function verdictOf({ verdict: { classes } }: RunResult, name: string): string {
  const kind = Object.hasOwn(classes, name) ? classes[name]?.kind : undefined;
  return kind === undefined ? '' : sharingWords().compared.verdicts[kind];
}

/** A line for each class and one for the bytes. */
function findings({ verdict }: RunResult): string {
  const { markdown, compared } = sharingWords();
  const line = (name: string, { kind, reason }: Finding) =>
    `- ${escaped(markdown.finding(name, compared.verdicts[kind], pageMachineWords().reasonWords(reason)))}`;
  return [
    ...Object.entries(verdict.classes).map(([name, finding]) => line(name, finding)),
    line(compared.quantities.bytes(''), verdict.bytes),
  ].join('\n');
}

/** How many checks have passed, and what those say that have not: once what all of them say of a program that failed. */
function checks({ checks: all }: RunResult): string {
  const failed = all.filter(({ passed }) => !passed);
  const told = new Set(failed.map(({ message }) => pageMachineWords().checkWords(message)));
  const counts = [all.length - failed.length, all.length].map(countWords) as [string, string];
  return [sharingWords().markdown.checks(...counts), ...[...told].map((words) => `- ${escaped(words)}`)].join(
    '\n',
  );
}

/** One line in which nothing is read as Markdown or HTML, and nobody is called by name. */
function escaped(text: string): string {
  return plainText(text)
    .replace(/[\\`*_{}[\]<>#|~&$]/g, '\\$&')
    .replaceAll('@', '@\u200b');
}

/** A block of code that nothing in it ends: its fence is longer than any row of backticks within. */
export function fenced(language: string, code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([row]) => row.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${code}\n${fence}`;
}
