// @ts-check
/** Runs inside a SCORM 1.2 package, on a page of the LMS: frames a playground of the site, and tells the LMS when its challenge is passed. */

export {};

/**
 * The part of SCORM 1.2 that is used. All values are texts; 'true' and 'false' where there is nothing to give.
 * @typedef {object} Api
 * @property {(empty: '') => unknown} LMSInitialize
 * @property {(empty: '') => unknown} LMSFinish
 * @property {(empty: '') => unknown} LMSCommit
 * @property {(name: string) => unknown} LMSGetValue
 * @property {(name: string, value: string) => unknown} LMSSetValue
 * @property {() => unknown} LMSGetLastError
 * @property {(code: string) => unknown} LMSGetErrorString
 */

/** @type {{ address: string, scenario: string, words: Record<string, string> }} */
const { address, scenario, words } = JSON.parse(document.getElementById('settings')?.textContent ?? '');
const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));
const status = /** @type {HTMLElement} */ (document.querySelector('[role=status]'));
const startedAt = Date.now();

/** Windows that are looked into for an API, from a window outwards. */
const mostWindows = 10;

/**
 * The API of the LMS: in a window around this one, or in one around the window that opened it. A window of another origin is passed over.
 * @param {Window | null} start
 * @returns {Api | undefined}
 */
function apiAround(start) {
  let looked = start;
  for (let count = 0; looked !== null && count < mostWindows; count += 1) {
    try {
      const found = /** @type {Window & { API?: Api }} */ (looked).API;
      if (found) return found;
    } catch {
      // Of another origin: the one around it may be the LMS's again.
    }
    if (looked.parent === looked) return undefined;
    looked = looked.parent;
  }
  return undefined;
}

/** @param {string} sentence */
const say = (sentence) => {
  status.textContent = sentence;
};

const api = apiAround(window) ?? apiAround(window.opener) ?? apiAround(window.top?.opener ?? null);
let isOpen = false;
let hasPassed = false;
let isRecorded = false;

/**
 * What the LMS says of its last refusal.
 * @param {Api} lms
 */
function failure(lms) {
  const code = String(lms.LMSGetLastError());
  return (words.failed ?? '')
    .replace('{code}', () => code)
    .replace('{text}', () => String(lms.LMSGetErrorString(code)));
}

/**
 * Calls the LMS; says its reason where it refuses or throws.
 * @param {(lms: Api) => unknown} call
 * @returns {boolean} whether it agreed
 */
function ask(call) {
  if (api === undefined) return false;
  try {
    if (String(call(api)) === 'true') return true;
    say(failure(api));
  } catch (error) {
    say(String(error));
  }
  return false;
}

/** The time since the start as SCORM 1.2 writes it: HHHH:MM:SS. */
function sessionTime() {
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  const parts = [seconds / 3600, (seconds / 60) % 60, seconds % 60];
  const [hours = '', ...rest] = parts.map((part) => String(Math.floor(part)).padStart(2, '0'));
  return [hours.padStart(4, '0'), ...rest].join(':');
}

function open() {
  if (api === undefined) {
    say(words.noApi ?? '');
    return;
  }
  isOpen = ask((lms) => lms.LMSInitialize(''));
  if (!isOpen) return;
  const isKnown = ask((lms) => {
    const before = String(lms.LMSGetValue('cmi.core.lesson_status'));
    isRecorded = before === 'passed' || before === 'completed';
    return true;
  });
  // An unknown status may be a pass, which nothing overwrites.
  if (!isKnown) return;
  if (isRecorded) say(words.before ?? '');
  else if (ask((lms) => lms.LMSSetValue('cmi.core.lesson_status', 'incomplete')))
    if (ask((lms) => lms.LMSCommit(''))) say(words.running ?? '');
}

/** Tells the LMS of the pass. A score would be made up: a challenge is passed or it is not. */
function record() {
  if (!isOpen || isRecorded) return;
  isRecorded =
    ask((lms) => lms.LMSSetValue('cmi.core.lesson_status', 'passed')) && ask((lms) => lms.LMSCommit(''));
  if (isRecorded) say(words.passed ?? '');
  else say(`${words.passedUnsent ?? ''} ${status.textContent}`);
}

function close() {
  if (!isOpen) return;
  if (hasPassed) record();
  ask((lms) => lms.LMSSetValue('cmi.core.session_time', sessionTime()));
  ask((lms) => lms.LMSCommit(''));
  ask((lms) => lms.LMSFinish(''));
  isOpen = false;
}

let hasAnswered = false;
addEventListener('message', (event) => {
  // Whoever else may frame this page, or be framed by it, is not heard.
  if (event.source !== frame.contentWindow || event.origin !== new URL(address).origin) return;
  const { data } = event;
  if (typeof data !== 'object' || data === null || data.scenario !== scenario) return;
  hasAnswered = true;
  if (data.type === 'leak-lab:height' && Number.isFinite(data.height))
    frame.style.height = `${Math.min(Math.max(data.height, 200), 20_000)}px`;
  if (data.type === 'leak-lab:passed') {
    hasPassed = true;
    record();
  }
});
addEventListener('pagehide', close);
// An LMS takes nothing after the end of a session: this is another one.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});

open();
frame.src = address;
setTimeout(() => {
  if (!hasAnswered) say(`${status.textContent} ${words.silent ?? ''}`.trim());
}, 30_000);
