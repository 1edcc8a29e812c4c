/** What tests do with a playground, through the same hooks that any automation has. */

import { globSync, readFileSync } from 'node:fs';

import { expect, type Locator, type Page } from '@playwright/test';

import type { RunResult } from '#playground/record.ts';
import type { ScenarioBundle } from '#src/workbench/store/scenario-bundle.ts';

export const scenarioOpened = 'logger-per-transaction';
export const chapter = 'course/03-a-logger-per-transaction/';
/** Where the fixed program may be read without a challenge. */
export const freePlayground = `playground/${scenarioOpened}/`;

/** The chapters as they were built, each with the scenarios of its challenges. */
export const chapters = globSync('course/*/index.html', { cwd: 'dist' }).map((file) => {
  const html = readFileSync(`dist/${file}`, 'utf8');
  const challenges = html.matchAll(/<ll-challenge[^>]*data-scenario="([^"]+)"/g);
  return {
    path: file.replaceAll('\\', '/').replace(/index\.html$/, ''),
    scenarios: [...challenges].map(([, scenario = '']) => scenario),
  };
});

export type State = 'idle' | 'compiling' | 'running' | 'finished' | 'failed' | 'stopped';

export interface Playground {
  readonly page: Page;
  readonly root: Locator;
  readonly status: Locator;
  readonly panel: Locator;
  readonly run: Locator;
  /** Runs the fixed program unseen, for as long as it is locked. */
  readonly runFixed: Locator;
  readonly stop: Locator;
  /** Brings a program into view. */
  choose(program: 'leaky' | 'fixed' | 'mine'): Promise<void>;
  /** Waits until the playground is in a state. */
  reach(state: State): Promise<void>;
  /** Opens the plain text box and replaces the program with a source. */
  write(source: string): Promise<void>;
  /** Sets a field of the workload. */
  set(field: string, value: string): Promise<void>;
  /** Result of the last run that ended with one. */
  result(): Promise<RunResult>;
}

declare global {
  interface Window {
    lastResult?: RunResult;
  }
}

/** Opens a page and waits for a playground of it to be alive. */
export async function openPlayground(
  page: Page,
  path = chapter,
  scenario = scenarioOpened,
): Promise<Playground> {
  await page.addInitScript(() => {
    addEventListener(
      'run-finished',
      (event) => (window.lastResult = (event as CustomEvent<RunResult>).detail),
    );
  });
  await page.goto(path);
  return alivePlayground(page, scenario);
}

/** The playground of the page as it is now, once it is alive. */
export async function alivePlayground(page: Page, scenario = scenarioOpened): Promise<Playground> {
  const root = page.locator(`[data-playground="${scenario}"]`);
  await root.scrollIntoViewIfNeeded();
  await expect(root).toHaveAttribute('data-ready', '');
  const choose: Playground['choose'] = (program) =>
    root.getByRole('radio', { name: program, exact: true }).check();
  return {
    page,
    root,
    status: root.getByRole('status'),
    panel: root.getByRole('tabpanel'),
    run: root.getByRole('button', { name: /^Run(?! this trial| a fixed)/ }),
    runFixed: root.getByRole('button', { name: 'Run a fixed version' }),
    stop: root.getByRole('button', { name: 'Stop' }),
    choose,
    reach: async (state) => {
      try {
        await expect(root).toHaveAttribute('data-state', state);
      } catch (error) {
        const told = await root.getByRole('status').textContent();
        throw new Error(`The playground says: ${told}`, { cause: error });
      }
    },
    write: async (source) => {
      await root.getByRole('checkbox', { name: 'Plain text box' }).check();
      const box = root.locator('textarea.ll-code-plain');
      await expect(box).toBeEditable();
      await box.fill(source);
    },
    set: async (field, value) => {
      const fields = root.locator('details.ll-workload');
      if ((await fields.getAttribute('open')) === null) await fields.locator('summary').click();
      await fields.getByLabel(field).fill(value);
    },
    result: async () => {
      const result = await page.evaluate(() => window.lastResult);
      if (result === undefined) throw new Error('No run has ended with a result.');
      return result;
    },
  };
}

/** A scenario's program as it stands in the repository. */
export function sourceOf(_page: Page, program: 'leaky' | 'fixed'): Promise<string> {
  return Promise.resolve(programFile(scenarioOpened, program));
}

/** A program as it stands in the repository. */
export function programFile(scenario: string, name: string): string {
  return readFileSync(`playground/scenarios/${scenario}/${name}.ts`, 'utf8');
}

/** A scenario's file as the build wrote it. */
export function labFile(scenario: string): ScenarioBundle {
  return JSON.parse(readFileSync(`dist/${labFileName(scenario)}`, 'utf8')) as ScenarioBundle;
}

/** Its path under the site's root. */
export function labFileName(scenario: string): string {
  return globSync(`lab/${scenario}.*.json`, { cwd: 'dist' })[0] ?? '';
}

/** A program with one more statement that does nothing: no longer one that the site came with. */
export const ownVersionOf = (source: string): string => `${source}\nvoid 'mine';\n`;
