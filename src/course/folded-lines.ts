/** Which lines of a program a chapter folds: what its reader knows from the programs of earlier chapters. */

import { type KnownLines, type KnownProgram, knownLines } from '../recorded/known-parts.ts';
import { type ScenarioProgram, scenarioPrograms } from '../recorded/recorded-run.ts';
import { type Chapter, courseOutline } from './outline.ts';
import { slugIn } from './place.ts';

/** The lines of a scenario's leaky program to fold on a page, by its path. None on a page that is no chapter. */
export async function foldedLinesOn(page: string, scenario: string): Promise<readonly KnownLines[]> {
  const course = await courseOutline();
  const number = course.find(({ id }) => id === slugIn(page))?.chapter;
  if (number === undefined) return [];
  const before = await Promise.all(course.flatMap((chapter) => programsOf(chapter, number, scenario)));
  return knownLines(await sourceOf(scenario, 'leaky'), before, await sourceOf(scenario, 'fixed'));
}

/** What a chapter before the one of that number shows, but for the scenario itself, which a later page shows again. */
function programsOf(
  { chapter, playgrounds }: Chapter,
  number: number,
  scenario: string,
): readonly Promise<KnownProgram>[] {
  if (chapter === undefined || chapter >= number) return [];
  return playgrounds
    .filter((each) => each !== scenario)
    .map(async (each) => ({ chapter, source: await sourceOf(each, 'leaky') }));
}

async function sourceOf(scenario: string, name: ScenarioProgram['name']): Promise<string> {
  return (await scenarioPrograms(scenario)).find((program) => program.name === name)?.source.trimEnd() ?? '';
}
