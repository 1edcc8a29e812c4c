/** What the script of a page fetches: a file for each scenario, one for each of its further programs, and the modules of the machine. */

import type { APIRoute, GetStaticPaths } from 'astro';

import { scenarioIds } from '#playground/scenarios/scenarios.ts';
import { guestFiles } from '#src/build/guest-files.ts';
import { hashedName } from '#src/build/hashed-name.ts';
import { labName, labText } from '#src/build/lab-files.ts';
import { programFiles } from '#src/build/program-files.ts';

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
  const programs = (await programFiles()).map(({ name, text }) => ({
    params: { file: name },
    props: { text },
  }));
  return [...(await Promise.all([...guests, ...labs])), ...programs];
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props }) =>
  new Response(await props.text(), { headers: { 'content-type': 'application/json' } });
