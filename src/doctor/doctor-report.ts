/** The findings as a text that one can send to the IT desk. */

import { doctorWords } from '#src/strings/doctor-words.ts';
import type { Examined } from './examination.ts';
import { serverLines } from './server-lines.ts';

/** What a report says of the visit, all of it from the browser itself. */
export interface Visit {
  readonly time: string;
  readonly page: string;
  readonly browser: string;
  readonly languages: string;
  readonly window: string;
}

/** This visit; the time is in ISO form. */
export function thisVisit(): Visit {
  return {
    time: new Date().toISOString(),
    page: location.href,
    browser: navigator.userAgent,
    languages: navigator.languages.join(', '),
    window: `${innerWidth} × ${innerHeight}`,
  };
}

/** Plain text with a line for each finding, and below it what the IT desk is asked for. */
export function doctorReport(visit: Visit, findings: readonly Examined[]): string {
  const { labels } = doctorWords();
  const head = (Object.keys(labels) as (keyof Visit)[]).map((name) => `${labels[name]}: ${visit[name]}`);
  return [...head, '', ...findings.map(findingText), ''].join('\n');
}

function findingText({ name, outcome, text, ask, lines }: Examined): string {
  const words = doctorWords();
  const said = `[${words.outcomes[outcome]}] ${words.titles[name]}: ${text}`;
  const asked = ask === undefined ? [] : [`${words.desk}: ${ask}`];
  const blocks = lines === undefined ? [] : Object.entries(serverLines[lines]);
  const config = blocks.flatMap(([server, block]) => [words.lines(server), ...block.split('\n')]);
  return [said, ...asked.map((line) => `  ${line}`), ...config.map((line) => `    ${line}`)].join('\n');
}
