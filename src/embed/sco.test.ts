/** The page of a package tells an LMS of a pass, once, and believes nobody but the site; the LMS here is scorm-again. */

import { runInNewContext } from 'node:vm';

import { Scorm12API } from 'scorm-again';
import { beforeEach, expect, test, vi } from 'vitest';

import { embed } from '#src/strings/en/embed.ts';
import scoScript from './sco.js?raw';

const address = 'https://lab.example/embed/logger-pool/?theme=dark';
const origin = 'https://lab.example';
const scenario = 'logger-pool';
const passed = { type: 'leak-lab:passed', scenario };
const words = embed.sco;

/** A window as far as a search for the API looks at it. */
interface Around {
  API?: unknown;
  parent?: Around;
  readonly top?: Around;
  readonly opener?: Around | null;
}

/** What the page hears, by the name of the event. */
type Listener = (event: Readonly<Record<string, unknown>>) => void;

let lms: Scorm12API;
const lesson = (): unknown => lms.cmi.core.lesson_status;

beforeEach(() => {
  lms = new Scorm12API({ autocommit: false });
});

/** The page of the package, run inside the windows given: without them, in a frame of the LMS. */
function openPackage(around: Around = { parent: windowOf({ API: lms }) }) {
  const status = { textContent: '' };
  const frame = { contentWindow: {}, style: { height: '' }, src: '' };
  const listeners = new Map<string, Listener>();
  const settings = { textContent: JSON.stringify({ address, scenario, words }) };
  const clock = { now: 0 };
  const self = { opener: null, top: {}, ...around };
  runInNewContext(scoScript.replace('export {};', ''), {
    window: Object.assign(self, { parent: self.parent ?? self }),
    document: {
      getElementById: () => settings,
      querySelector: (selector: string) => (selector === 'iframe' ? frame : status),
    },
    Date: { now: () => clock.now },
    URL,
    addEventListener: (name: string, listener: Listener) => listeners.set(name, listener),
    setTimeout: () => 0,
  });
  return {
    status,
    frame,
    clock,
    /** A message, from the frame and the site unless it says otherwise. */
    hear: (data: unknown, from: Readonly<Record<string, unknown>> = {}) =>
      listeners.get('message')?.({ data, origin, source: frame.contentWindow, ...from }),
    leave: () => listeners.get('pagehide')?.({}),
  };
}

/** A window that nothing is around. */
function windowOf(content: Around): Around {
  const made: Around = { opener: null, ...content };
  return Object.assign(made, { parent: content.parent ?? made });
}

/** A window of another origin, which throws when its API is asked for. */
function strangeWindow(parent: Around): Around {
  return Object.defineProperty(windowOf({ parent }), 'API', {
    get: () => {
      throw new DOMException('Blocked a frame', 'SecurityError');
    },
  });
}

test('a visit begins incomplete, a pass is recorded at once, and leaving tells the time', () => {
  const setValue = vi.spyOn(lms, 'LMSSetValue');
  const { status, frame, clock, hear, leave } = openPackage();
  expect(lesson()).toBe('incomplete');
  expect(status.textContent).toBe(words.running);
  expect(frame.src).toBe(address);
  hear(passed);
  expect(lesson()).toBe('passed');
  expect(status.textContent).toBe(words.passed);
  clock.now = ((2 * 60 + 3) * 60 + 4) * 1000;
  leave();
  expect(setValue).toHaveBeenLastCalledWith('cmi.core.session_time', '0002:03:04');
  expect(lms.isTerminated()).toBe(true);
});

test.each([
  ['another origin', passed, { origin: 'https://lab.example.evil' }],
  ['another window', passed, { source: {} }],
  ['another scenario', { ...passed, scenario: 'capstone' }, {}],
  ['a message of another kind', { ...passed, type: 'passed' }, {}],
  ['a text', 'leak-lab:passed', {}],
  ['nothing', null, {}],
])('a pass from %s is none', (_, data, from) => {
  openPackage().hear(data, from);
  expect(lesson()).toBe('incomplete');
});

test('the frame is as high as its content, within reason', () => {
  const { frame, hear } = openPackage();
  const heightFor = (height: unknown) => {
    hear({ type: 'leak-lab:height', scenario, height });
    return frame.style.height;
  };
  expect(heightFor(1234)).toBe('1234px');
  expect(heightFor('9px; color: red')).toBe('1234px');
  expect(heightFor(1e9)).toBe('20000px');
});

test('a pass of an earlier visit stays', () => {
  lms.cmi.core.lesson_status = 'passed';
  const { status, leave } = openPackage();
  expect(status.textContent).toBe(words.before);
  leave();
  expect(lesson()).toBe('passed');
});

test('the LMS is found around windows of other origins, and around the window that opened the package', () => {
  openPackage({ parent: strangeWindow(windowOf({ API: lms })) });
  expect(lesson()).toBe('incomplete');
  lms = new Scorm12API({ autocommit: false });
  openPackage({ opener: windowOf({ parent: windowOf({ API: lms }) }) });
  expect(lesson()).toBe('incomplete');
});

test('without an LMS, or with windows around without end, it says so and shows the playground', () => {
  const endless: Around = {};
  endless.parent = { parent: endless };
  for (const around of [{}, { parent: endless }]) {
    const { status, frame, hear, leave } = openPackage(around);
    hear(passed);
    leave();
    expect(status.textContent).toBe(words.noApi);
    expect(frame.src).toBe(address);
  }
});

test('what the LMS refuses is told in its own words, and tried again on leaving', () => {
  const { status, hear, leave } = openPackage();
  const refuse = vi.spyOn(lms, 'LMSSetValue').mockReturnValue('false');
  vi.spyOn(lms, 'LMSGetLastError').mockReturnValue('405');
  vi.spyOn(lms, 'LMSGetErrorString').mockReturnValue('Incorrect $& type');
  hear(passed);
  expect(status.textContent).toBe(`${words.passedUnsent} The LMS reported error 405: Incorrect $& type.`);
  refuse.mockRestore();
  leave();
  expect(lesson()).toBe('passed');
});

test('an LMS that throws keeps nobody from the playground, and an unknown status is not overwritten', () => {
  lms.cmi.core.lesson_status = 'passed';
  vi.spyOn(lms, 'LMSGetValue').mockImplementation(() => {
    throw new Error('Session lost');
  });
  const { status, frame } = openPackage();
  expect(status.textContent).toBe('Error: Session lost');
  expect(frame.src).toBe(address);
  expect(lesson()).toBe('passed');
});
