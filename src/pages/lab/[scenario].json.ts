/** A scenario's programs, compiled at build, with their recorded runs: what a playground fetches to run them unedited. */

import type { APIRoute, GetStaticPaths } from 'astro';

import contract from '#playground/server/contract.d.ts?raw';
import { scenarioIds } from '#playground/scenarios/scenarios.ts';
import { recordedRun, scenarioOf, scenarioPrograms } from '#src/recorded-run.ts';
import { markOf } from '#src/workbench/given-mark.ts';
import type { GivenName, LabFile, LabProgram } from '#src/workbench/lab-file.ts';

export const getStaticPaths: GetStaticPaths = () => scenarioIds.map((id) => ({ params: { scenario: id } }));

export const GET: APIRoute = async ({ params }) => {
  const scenario = String(params['scenario']);
  const [leaky, fixed] = await Promise.all([
    givenProgram(scenario, 'leaky'),
    givenProgram(scenario, 'fixed'),
  ]);
  const { workload } = await scenarioOf(scenario);
  const all = await scenarioPrograms(scenario);
  const others = all.filter(({ name }) => name !== 'leaky' && name !== 'fixed');
  const file: LabFile = {
    scenario,
    workload,
    programs: { leaky, fixed },
    others: Object.fromEntries(others.map(({ name, source }) => [name, source])),
    marks: all.map(({ compiled }) => markOf(compiled.code)),
    contract,
  };
  return Response.json(file);
};

async function givenProgram(scenario: string, name: GivenName): Promise<LabProgram> {
  const programs = await scenarioPrograms(scenario);
  const program = programs.find((each) => each.name === name);
  if (program === undefined) throw new Error(`The scenario ${scenario} has no program ${name}.`);
  const { source, compiled, diagnostics } = program;
  return { source, compiled, diagnostics, recorded: await recordedRun(scenario, name) };
}
