/** Finds a Chromium to test in, and gets one where there is none. */

import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { announced, run, tool, toolEnvironment } from './command.mjs';

/** Flags under which the browser talks to nobody but the page; no sandbox only for root, who cannot have one. */
export const browserFlags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(isRoot() ? ['--no-sandbox'] : []),
];

/**
 * The browser that this machine already has: the one named in CHROMIUM_PATH or CHROME_PATH, else an installed Chromium,
 * Chrome or Edge, else the one that Playwright has downloaded.
 * @returns {Promise<string | undefined>} path of the executable
 */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH || process.env.CHROME_PATH;
  if (named) {
    if (!isExecutable(named)) throw new Error(`CHROMIUM_PATH or CHROME_PATH names no program: ${named}`);
    return named;
  }
  return usualPlaces().find(isExecutable) ?? (await downloadedBrowser());
}

/**
 * Finds a browser or installs one: Debian's package for root on a Debian-like system, else Playwright's own. Never asks for
 * more rights than it has. Throws a sentence for the reader when nothing helps.
 * @returns {Promise<string>} path of the executable
 */
export async function ensureBrowser() {
  const found = await findBrowser();
  if (found !== undefined) return found;
  if (isRoot() && existsSync('/usr/bin/apt-get')) await installDebianPackage();
  const packaged = usualPlaces().find(isExecutable);
  if (packaged !== undefined) return packaged;
  const { output } = await announced('Downloading a browser (once)', () =>
    run(tool('@playwright/test', ['install', 'chromium'], 'playwright'), {
      env: toolEnvironment(),
      quiet: true,
    }),
  );
  const downloaded = await downloadedBrowser();
  if (downloaded !== undefined) return downloaded;
  throw new Error(
    `There is no browser to test in: install Chromium or Chrome, or set CHROMIUM_PATH.\n${output}`,
  );
}

async function installDebianPackage() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await announced("Installing the system's package chromium (once)", async () => {
    await run(['apt-get', 'update'], { env, quiet: true });
    await run(['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'], { env, quiet: true });
  });
}

/** @returns {Promise<string | undefined>} */
async function downloadedBrowser() {
  const { chromium } = await import('@playwright/test');
  const file = chromium.executablePath();
  return isExecutable(file) ? file : undefined;
}

/** @returns {string[]} where browsers are on this kind of system, in the order of preference */
function usualPlaces() {
  if (process.platform === 'darwin') {
    return ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    const bases = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
      (name) => process.env[name] ?? [],
    );
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return programs.flatMap((program) => bases.map((base) => path.join(base, program)));
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function isRoot() {
  return process.getuid?.() === 0;
}
