/** Unit and contract tests, which run without a browser: `tests/e2e` is Playwright's. */

import { defineConfig } from 'vitest/config';

/** Generous, because a slow machine is no failure; what must not hang is bounded by its own test. */
const patience = { testTimeout: 120_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    projects: [
      { test: { ...patience, name: 'playground', include: ['playground/**/*.test.ts'] } },
      { test: { ...patience, name: 'site', include: ['src/**/*.test.{ts,tsx}'] } },
      { test: { ...patience, name: 'project', include: ['tests/*.test.ts', 'scripts/*.test.ts'] } },
    ],
  },
});
