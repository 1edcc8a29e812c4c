/** The recorded run of a scenario as a picture file, for wikis that show pictures and no frames. */

import type { APIRoute, GetStaticPaths } from 'astro';

import { scenarioIds } from '#playground/scenarios/scenarios.ts';
import { runFigure } from '#src/chart/run-figure.ts';
import { verdictWords } from '#src/chart/run-words.ts';
import { isLockedOn } from '#src/course/locked-programs.ts';
import { runSvg } from '#src/embed/run-svg.ts';
import { recordedFigure } from '#src/recorded/recorded-figure.ts';
import { recordedRun } from '#src/recorded/recorded-run.ts';
import { site } from '#src/site.ts';
import { embedWords } from '#src/strings/embed-words.ts';
import { folderOf, locales } from '#src/strings/languages.ts';
import { scenarioTexts } from '#src/strings/scenario-texts.ts';
import { workbenchWords } from '#src/strings/workbench-words.ts';

interface Props {
  readonly scenario: string;
}

export const getStaticPaths = (() =>
  Object.values(locales).flatMap(({ lang }) =>
    scenarioIds.map((scenario) => ({
      params: { language: folderOf(lang), scenario },
      props: { scenario },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props: { scenario } }) => {
  const { runs, view } = await recordedFigure(scenario, await isLockedOn(`/embed/${scenario}/`, scenario));
  const { headline } = verdictWords(await recordedRun(scenario, 'leaky'));
  const { figure } = workbenchWords();
  const svg = runSvg(runFigure(runs, view), {
    title: (await scenarioTexts(scenario)).title,
    description: embedWords().picture.description(headline),
    timeAxis: figure.timeAxis,
    transactions: figure.transactionsBelow,
    site: site.name,
  });
  return new Response(svg, { headers: { 'content-type': 'image/svg+xml' } });
};
