/** The main paths once in Firefox, over WebDriver BiDi, where one is installed: a run, an edit, a mistake, a stop. */

import { existsSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { type Browser, launch, type Page } from 'puppeteer-core';

import { chapter, scenarioOpened } from './playground-page.ts';

const places = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];
const executablePath = process.env['FIREFOX_PATH'] ?? places.find((file) => existsSync(file));

test.describe('in Firefox', () => {
  // eslint-disable-next-line no-restricted-syntax -- Not every machine has this browser; where it is missing the report says so.
  test.skip(executablePath === undefined, 'Firefox is not installed; FIREFOX_PATH may name one.');
  test.describe.configure({ mode: 'serial' });
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];

  test.beforeAll(async ({ baseURL }) => {
    test.setTimeout(240_000);
    browser = await launch({
      browser: 'firefox',
      executablePath: executablePath ?? '',
      headless: true,
      extraPrefsFirefox: { 'network.captive-portal-service.enabled': false },
    });
    page = await browser.newPage();
    page.setDefaultTimeout(90_000);
    await page.setViewport({ width: 1280, height: 900 });
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(`${baseURL ?? ''}/${chapter}`, { timeout: 90_000 });
    await page.$eval(playground, (element) => element.scrollIntoView());
    await page.waitForSelector(`${playground}[data-ready]`);
  });

  test.afterAll(() => browser.close());

  const playground = `[data-playground="${scenarioOpened}"]`;
  const click = (selector: string) => page.locator(`${playground} ${selector}`).click();
  const reach = (state: string) => page.waitForSelector(`${playground}[data-state="${state}"]`);
  const status = () => page.$eval(`${playground} [role=status]`, (element) => element.textContent);
  const write = (source: string) =>
    page.$eval(
      `${playground} textarea.ll-code-plain`,
      (box, text) => {
        box.value = text;
        box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      },
      source,
    );

  test('the unedited program gives its verdict', async () => {
    await click('.ll-run-button');
    await reach('finished');
    expect(await status()).toContain('Leak: 1.00 Logger per transaction');
    expect(await status()).toMatch(/Checks: \d of 8 passed/);
  });

  test('an edit becomes mine, and a mistake is told', async () => {
    await click('.ll-edit-bar input[type=checkbox]');
    await page.waitForSelector(`${playground} textarea.ll-code-plain:not([readonly])`);
    await write('export class {');
    await click('.ll-run-button');
    await reach('failed');
    expect(await status()).toContain('does not compile');
  });

  test('a loop without an end can be stopped, and the next run works', async () => {
    await write('export class CnchServerResource { constructor() { for (;;); } }');
    await click('.ll-run-button');
    await reach('failed');
    expect(await status()).toContain('A transaction took too long');
    await click('[data-tab=leaky] input');
    await click('.ll-run-button');
    await reach('finished');
    expect(await status()).toContain('leaky · Leak');
  });

  test('nothing went wrong on the way', () => {
    expect(errors).toEqual([]);
  });
});
