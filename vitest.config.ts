/** Unit and contract tests, which run without a browser: `tests/e2e` is Playwright's. */

import { defineConfig } from 'vitest/config';
import { shares } from './playground/testing/shares.ts';

/** Only what hangs for good gets this far: a machine that is slow, or has other work to do, is no failure. */
const patience = { testTimeout: 1_800_000, hookTimeout: 1_800_000 };

/** One file, once for each share of the scenarios. */
const contract = 'playground/scenarios/scenarios.test.ts';
const shared = Array.from({ length: shares }, (_, share) => ({
  test: { ...patience, name: `scenarios ${share + 1}/${shares}`, include: [contract], provide: { share } },
}));

export default defineConfig({
  test: {
    // By default one core is left idle, which is half of a machine with two.
    maxWorkers: '100%',
    projects: [
      ...shared,
      {
        test: {
          ...patience,
          name: 'playground',
          include: ['playground/**/*.test.ts'],
          exclude: [contract],
        },
      },
      { test: { ...patience, name: 'site', include: ['src/**/*.test.{ts,tsx}'] } },
      { test: { ...patience, name: 'project', include: ['tests/*.test.ts', 'scripts/*.test.ts'] } },
    ],
  },
});
