/** The doctor finds nothing on a server that does its part, and names the cause, with the remedy, on one that does not. */

import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';

const finding = (page: Page, name: string): Locator => page.locator(`[data-check="${name}"]`);

/** Opens the doctor, and waits until all checks are made. */
async function examined(page: Page): Promise<Locator> {
  await page.goto('doctor/');
  const doctor = page.locator('ll-doctor');
  await expect(doctor.locator('[data-over]')).toBeAttached();
  return doctor;
}

/** The doctor's page with a header of the server’s. */
async function withPolicy(page: Page, policy: string): Promise<void> {
  await page.route('**/doctor/', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
}

test('on an ordinary server nothing fails, and the report says so', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const doctor = await examined(page);
  await expect(doctor.locator('[data-outcome="fail"]')).toHaveCount(0);
  await expect(doctor.locator('[data-check]')).toHaveCount(14);
  // The server of these tests compresses nothing, and lets browsers keep nothing.
  await expect(doctor.locator('[data-outcome="warn"]')).toHaveCount(2);
  await expect(finding(page, 'machineFile')).toContainText(
    'as application/wasm, and compiles while it loads',
  );
  await expect(finding(page, 'run')).toContainText('exactly as when the site was built');
  await doctor.getByRole('button', { name: 'Copy report' }).click();
  await expect(doctor.getByText('The report is on your clipboard.')).toBeVisible();
  const report = await page.evaluate(() => navigator.clipboard.readText());
  expect(report).toContain('[Pass] WebAssembly: WebAssembly compiles.');
  expect(report).toContain('Please compress scripts');
  expect(report).toContain(await page.evaluate(() => navigator.userAgent));
  expect((await new AxeBuilder({ page }).include('ll-doctor').analyze()).violations).toEqual([]);
});

test('a server that takes the machine for text, and keeps its scripts from starting, is told the lines', async ({
  page,
}) => {
  await page.route(/quickjs.*\.wasm/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-type': 'text/plain' } });
  });
  await withPolicy(page, "worker-src 'none'; script-src 'self' 'unsafe-inline'");
  await examined(page);
  const machine = finding(page, 'machineFile');
  await expect(machine).toHaveAttribute('data-outcome', 'warn');
  await expect(machine).toContainText('AddType application/wasm .wasm');
  await expect(machine).toContainText('<mimeMap fileExtension=".wasm" mimeType="application/wasm" />');
  const policy = finding(page, 'policy');
  await expect(policy).toContainText("script-src lacks 'wasm-unsafe-eval'; worker-src lacks 'self'");
  await expect(policy).toContainText('add_header Content-Security-Policy');
  await expect(finding(page, 'webAssembly')).toContainText('blocked by script-src');
  await expect(finding(page, 'worker')).toContainText('blocked by worker-src');
  for (const name of ['policy', 'webAssembly', 'worker', 'run'])
    await expect(finding(page, name)).toHaveAttribute('data-outcome', 'fail');
  expect((await new AxeBuilder({ page }).include('ll-doctor').analyze()).violations).toEqual([]);
});

test('storage that is denied, a login page for the machine and a refused search each say what it is', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const denied = () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    };
    Object.assign(Storage.prototype, { getItem: denied, setItem: denied, removeItem: denied });
  });
  await page.route(/quickjs.*\.wasm/, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>Log in' }),
  );
  await page.route(/\.pf_meta$/, (route) => route.fulfill({ status: 404, body: '' }));
  await examined(page);
  await expect(finding(page, 'storage')).toContainText('refuses to store anything');
  await expect(finding(page, 'storage')).toContainText('CookiesAllowedForUrls');
  await expect(finding(page, 'machineFile')).toContainText('a login page');
  await expect(finding(page, 'search')).toContainText('<mimeMap fileExtension=".pf_meta"');
  await expect(finding(page, 'run')).toContainText('sent an error or another file');
  await expect(finding(page, 'run')).toContainText('all files below this address');
});

test('a policy that blocks the scripts in the page is found all the same', async ({ page }) => {
  await withPolicy(page, "script-src 'self' 'wasm-unsafe-eval'");
  await examined(page);
  await expect(finding(page, 'inline')).toHaveAttribute('data-outcome', 'fail');
  await expect(finding(page, 'run')).toHaveAttribute('data-outcome', 'pass');
});

test('without scripts the page says that it needs them', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${baseURL}/doctor/`);
  await expect(page.locator('ll-doctor')).toContainText('they need JavaScript');
  await page.close();
});
