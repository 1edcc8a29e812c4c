/** The solutions of challenges as highlighted code, each in a file of its own: a chapter does not bring its answers along. */

import { experimental_AstroContainer as AstroContainer } from 'astro/container';

import { scenarioIds } from '#playground/scenarios/scenarios.ts';
import ChangedCode from '#src/components/ChangedCode.astro';
import { scenarioPrograms } from '#src/recorded/recorded-run.ts';
import { hashedName } from './hashed-name.ts';

/** What the file of a solution holds. */
export interface SolutionFile {
  /** The program, highlighted; lines that the leaky one does not have are marked. */
  readonly html: string;
}

/** Name of a solution's file under `lab/`, without its ending. Throws for a program that there is not: a mistake in a chapter. */
export async function solutionName(scenario: string, name: string): Promise<string> {
  const { before, after } = await comparedIn(scenario, name);
  const file = `solution.${scenario}.${name}`;
  return import.meta.env.DEV ? file : hashedName(file, before + after);
}

/** What it holds, as JSON. */
export async function solutionText(scenario: string, name: string): Promise<string> {
  const container = await AstroContainer.create();
  const html = await container.renderToString(ChangedCode, { props: await comparedIn(scenario, name) });
  return JSON.stringify({ html } satisfies SolutionFile);
}

/** All fixes of all scenarios. */
export async function solutions(): Promise<readonly { readonly scenario: string; readonly name: string }[]> {
  const each = scenarioIds.map(async (scenario) => {
    const programs = await scenarioPrograms(scenario);
    return programs.filter(({ name }) => name.startsWith('fixed')).map(({ name }) => ({ scenario, name }));
  });
  return (await Promise.all(each)).flat();
}

async function comparedIn(
  scenario: string,
  name: string,
): Promise<{ readonly before: string; readonly after: string }> {
  const programs = await scenarioPrograms(scenario);
  const [leaky, solution] = ['leaky', name].map((each) => programs.find((program) => program.name === each));
  if (leaky === undefined || solution === undefined)
    throw new Error(`${scenario} has no program '${name}' to show as a solution.`);
  return { before: leaky.source, after: solution.source };
}
