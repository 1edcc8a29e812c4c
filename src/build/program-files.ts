/** A scenario's programs but the leaky one, each in a file of its own: nobody is sent a solution before they ask for it. */

import { experimental_AstroContainer as AstroContainer } from 'astro/container';

import { scenarioIds } from '#playground/scenarios/scenarios.ts';
import ChangedCode from '#src/components/ChangedCode.astro';
import { type ScenarioProgram, scenarioPrograms } from '#src/recorded/recorded-run.ts';
import type { CompiledFile, ProgramFile } from '#src/workbench/store/scenario-bundle.ts';
import { hashedName } from './hashed-name.ts';

/** A file under `lab/` that is to be written: its name without its ending, and how to make its text. */
interface FileToWrite {
  readonly name: string;
  readonly text: () => Promise<string>;
}

/** Path of a program's text under the site's root. Throws for a program that there is not: a mistake in a chapter. */
export async function programPath(scenario: string, name: string): Promise<string> {
  return `lab/${await programName(scenario, name)}.json`;
}

/** Path of the fixed program's compiled code under the site's root: it runs unseen, without its text. */
export async function compiledPath(scenario: string): Promise<string> {
  return `lab/${await compiledName(scenario)}.json`;
}

/** The files of all programs of all scenarios. */
export async function programFiles(): Promise<readonly FileToWrite[]> {
  const each = scenarioIds.map(async (scenario) => {
    const texts = (await othersOf(scenario)).map(async ({ name }) => ({
      name: await programName(scenario, name),
      text: () => programText(scenario, name),
    }));
    const compiled = { name: await compiledName(scenario), text: () => compiledText(scenario) };
    return [...(await Promise.all(texts)), compiled];
  });
  return (await Promise.all(each)).flat();
}

/** All of a scenario's programs but the leaky one. */
export async function othersOf(scenario: string): Promise<readonly ScenarioProgram[]> {
  return (await scenarioPrograms(scenario)).filter(({ name }) => name !== 'leaky');
}

async function programName(scenario: string, name: string): Promise<string> {
  const [before, after] = [await programOf(scenario, 'leaky'), await programOf(scenario, name)];
  return nameOf(`program.${scenario}.${name}`, before.source + after.source);
}

async function programText(scenario: string, name: string): Promise<string> {
  const [before, after] = [await programOf(scenario, 'leaky'), await programOf(scenario, name)];
  const container = await AstroContainer.create();
  const props = { before: before.source, after: after.source };
  const html = await container.renderToString(ChangedCode, { props });
  return JSON.stringify({ source: after.source, html } satisfies ProgramFile);
}

async function compiledName(scenario: string): Promise<string> {
  return nameOf(`compiled.${scenario}`, await compiledText(scenario));
}

async function compiledText(scenario: string): Promise<string> {
  const { compiled } = await programOf(scenario, 'fixed');
  const sealed = Buffer.from(JSON.stringify(compiled)).toString('base64');
  return JSON.stringify({ sealed } satisfies CompiledFile);
}

/** While authors work a name has no hash: what is on a page need not wait for what is in a file. */
function nameOf(name: string, text: string): string {
  return import.meta.env.DEV ? name : hashedName(name, text);
}

async function programOf(scenario: string, name: string): Promise<ScenarioProgram> {
  const program = (await scenarioPrograms(scenario)).find((each) => each.name === name);
  if (program === undefined) throw new Error(`The scenario ${scenario} has no program ${name}.`);
  return program;
}
