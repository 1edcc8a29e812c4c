/** Every scenario in a real browser: what was recorded comes out again, and each challenge is judged from its chapter. */

import { expect, test } from '@playwright/test';

import type { RunResult } from '#playground/record.ts';
import { findScenario, scenarioIds } from '#playground/scenarios/scenarios.ts';
import { textsOf } from '#playground/scenarios/texts.ts';
import { chapters, labFile, openPlayground, ownVersionOf, programFile } from './playground-page.ts';

const challenges = chapters.flatMap(({ path, scenarios }) =>
  scenarios.map((scenario) => ({ path, scenario })),
);

/** A result without what may differ between two runs of the same, and without what only the page says of it. */
function replayed(result: RunResult): string {
  const {
    elapsedMs: _,
    given: __,
    fix: ___,
    why: ____,
    run: _____,
    ...measured
  } = {
    given: false,
    fix: undefined,
    why: undefined,
    run: undefined,
    ...result,
  };
  return JSON.stringify(measured);
}

test('chapters have challenges to look at', () => {
  expect(challenges.length).toBeGreaterThanOrEqual(chapters.length - 1);
});

for (const scenario of scenarioIds) {
  test(`${scenario}: the unedited programs give in the browser what was recorded, to the byte`, async ({
    page,
  }) => {
    const playground = await openPlayground(page, `playground/${scenario}/`, scenario);
    for (const program of ['leaky', 'fixed'] as const) {
      await playground.choose(program);
      await playground.run.click();
      await playground.reach('finished');
      await expect(playground.root.locator('.ll-verdict')).toHaveAttribute('data-program', program);
      // The event comes a moment after the verdict that it is about.
      await expect.poll(async () => (await playground.result()).program).toBe(program);
      expect(replayed(await playground.result())).toBe(
        replayed(labFile(scenario).programs[program].recorded),
      );
    }
  });
}

for (const { path, scenario } of challenges) {
  test(`${path} tells a wrong fix of ${scenario} why it fails, and passes a right one`, async ({ page }) => {
    const [mistake = ''] = Object.keys((await findScenario(scenario))?.wrong ?? {});
    const { wrong } = await textsOf(scenario);
    const playground = await openPlayground(page, path, scenario);
    const challenge = page.locator(`ll-challenge[data-scenario="${scenario}"]`);
    await expect(challenge).toHaveAttribute('data-state', 'open');

    await playground.write(ownVersionOf(programFile(scenario, mistake)));
    await playground.run.click();
    await expect(challenge).toHaveAttribute('data-state', 'tried');
    await expect(challenge.locator('.why')).toContainText(wrong[mistake] ?? 'no mistake');

    const solution = (await challenge.getAttribute('data-solution'))?.split('.')[2] ?? '';
    await playground.write(ownVersionOf(programFile(scenario, solution)));
    await playground.run.click();
    await expect(challenge).toHaveAttribute('data-state', 'passed');
    await expect(challenge.locator('.why')).not.toBeEmpty();
    await expect(playground.root.getByRole('radio', { name: 'fixed' })).toBeEnabled(); // No longer locked.
  });
}
