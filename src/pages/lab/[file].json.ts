/** What the script of a page fetches: a file for each scenario, one for each solution, and the modules of the machine. */

import type { APIRoute, GetStaticPaths } from 'astro';

import { scenarioIds } from '#playground/scenarios/scenarios.ts';
import { guestFiles } from '#src/build/guest-files.ts';
import { hashedName } from '#src/build/hashed-name.ts';
import { labName, labText } from '#src/build/lab-files.ts';
import { solutionName, solutions, solutionText } from '#src/build/solution-files.ts';

interface Props {
  readonly text: () => Promise<string>;
}

export const getStaticPaths = (async () => {
  const guests = Object.entries(guestFiles).map(async ([name, text]) => {
    const file = import.meta.env.DEV ? name : hashedName(name, await text());
    return { params: { file }, props: { text } };
  });
  const labs = scenarioIds.map(async (id) => ({
    params: { file: await labName(id) },
    props: { text: () => labText(id) },
  }));
  const fixes = (await solutions()).map(async ({ scenario, name }) => ({
    params: { file: await solutionName(scenario, name) },
    props: { text: () => solutionText(scenario, name) },
  }));
  return Promise.all([...guests, ...labs, ...fixes]);
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props }) =>
  new Response(await props.text(), { headers: { 'content-type': 'application/json' } });
