/** End-to-end tests in a real Chromium, on the built site in `dist/`. */

import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { browserFlags, findBrowser } from './scripts/browser.mjs';

const port = Number(process.env.TEST_PORT ?? 4330);
const address = `http://127.0.0.1:${port}`;
/** The build in the pseudo-language, where there is one. */
const pseudoPort = Number(process.env.PSEUDO_PORT ?? port + 1);
const pseudoAddress = `http://127.0.0.1:${pseudoPort}`;
const inPseudo = '**/pseudo-language.spec.ts';

/** Serves what was built, until the tests are over. */
function preview(at: number, url: string, env: Record<string, string> = {}) {
  const command = `node node_modules/astro/bin/astro.mjs preview --ignore-lock --host 127.0.0.1 --port ${at}`;
  return { command, url, env, timeout: 120_000, stdout: 'ignore', stderr: 'pipe' } as const;
}
const executablePath = await findBrowser();

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  forbidOnly: true,
  fullyParallel: true,
  retries: 0,
  workers: Math.min(2, availableParallelism()),
  reporter: 'list',
  // Generous, because a slow machine is no failure.
  timeout: 900_000,
  expect: { timeout: 120_000 },
  use: {
    baseURL: address,
    viewport: { width: 1280, height: 900 },
    launchOptions: { args: browserFlags, ...(executablePath === undefined ? {} : { executablePath }) },
    screenshot: 'only-on-failure',
    trace: 'off',
  },
  projects: [
    { name: 'site', testIgnore: inPseudo },
    { name: 'pseudo-language', testMatch: inPseudo, use: { baseURL: pseudoAddress } },
  ],
  webServer: [
    preview(port, address),
    ...(existsSync('test-results/pseudo-language')
      ? [preview(pseudoPort, pseudoAddress, { PSEUDO_LANGUAGE: '1' })]
      : []),
  ],
});
