/** A link shows its program and runs nothing; a reader's own program is never touched; what is no link is told in a sentence. */

import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';

import { packText } from '#playground/learner-record/packed-text.ts';
import { linkWords } from '#playground/shared-run/link-words.ts';
import { differences, runNumbers } from '#playground/shared-run/run-numbers.ts';
import { readRunHash } from '#playground/shared-run/shared-run.ts';
import { badLinks } from '#playground/testing/bad-links.ts';
import type { PlaygroundStore } from '../store/playground-store.ts';
import { closeMachine, openPlayground, scenario } from '../testing/playground.ts';
import { refusalWords } from './refusal-words.ts';
import { createLinks, type OpenedLinks } from './opened-links.ts';
import { inView, linkTo } from './share-link.ts';

const own = 'export const own = 1;\n';
const key = `leak-lab/program/${scenario}`;
let store: PlaygroundStore;
let links: OpenedLinks;

afterAll(closeMachine);

beforeEach(() => {
  vi.stubEnv('MACHINE_HASH', '0123456789');
  vi.stubGlobal('location', { origin: 'https://x.example', pathname: '/p/', search: '', hash: '' });
  vi.stubGlobal('history', { state: null, replaceState: vi.fn() });
  vi.stubGlobal('addEventListener', vi.fn());
  openAnew();
});

function openAnew(): void {
  store = openPlayground();
  links = createLinks(store);
}

/** The part behind the page of a link to what is in view. */
async function hashOf(from: PlaygroundStore): Promise<string> {
  const view = await inView(from);
  const link = view && linkTo(from, view);
  return link?.slice(link.indexOf('#')) ?? '';
}

async function ownVersionOf(program: 'leaky'): Promise<string> {
  const { programs } = await store.lab.load();
  return `${programs[program].source}\nvoid 'mine';\n`;
}

const stored = (): unknown => JSON.parse(localStorage.getItem(key) ?? 'null');

describe('a link to what was not run', () => {
  test('carries no numbers, and of a program of the scenario no more than its name', async () => {
    const { shared } = readRunHash(await hashOf(store));
    expect(shared).toMatchObject({ name: 'leaky', machineHash: '0123456789', scenarioHash: '0123456789' });
    expect(shared?.numbers).toBeUndefined();
    expect(shared?.source).toBeUndefined();
    expect(shared?.workload).toBeUndefined();
  });

  test('carries what the reader changed', async () => {
    store.edit(own);
    store.form.typed.seed.value = '99';
    store.form.known.value = '3 Entry';
    const { shared } = readRunHash(await hashOf(store));
    expect(shared).toMatchObject({
      source: own,
      workload: { seed: 99 },
      allowances: [{ className: 'Entry', most: 3 }],
    });
  });

  test('carries no numbers of another program or workload', async () => {
    await run();
    store.form.typed.seed.value = '99';
    expect(readRunHash(await hashOf(store)).shared?.numbers).toBeUndefined();
  });
});

async function run(): Promise<void> {
  await store.run();
  await vi.waitFor(() => expect(store.runs.phase.value).toMatch(/finished|failed/), { timeout: 20_000 });
}

describe('a link that is opened', () => {
  test('shows its program with its workload, and runs nothing', async () => {
    const source = await ownVersionOf('leaky');
    store.edit(source);
    store.form.typed.transactions.value = '150';
    const hash = await hashOf(store);
    openAnew();
    await links.open(hash);
    expect(store.choice.shown.value).toBe('mine');
    expect(store.choice.mine.value).toBe(source);
    expect(store.form.workload.value?.transactions).toBe(150);
    expect(store.runs.phase.value).toBe('idle');
    expect(stored()).toBeNull();
  });

  test('brings back program and workload of the reader when it is left', async () => {
    const hash = await hashOf(store);
    store.edit(own);
    store.form.typed.seed.value = '5';
    const before = stored();
    await links.open(hash);
    store.edit('// an edit of what came by the link');
    expect(stored()).toEqual(before);
    store.choice.show('leaky');
    expect(stored()).toEqual(before);
    links.leave();
    expect(store.choice.mine.value).toBe(own);
    expect(store.choice.shown.value).toBe('mine');
    expect(store.form.typed.seed.value).toBe('5');
    expect(stored()).toEqual(before);
    expect(links.ended.value).toBe('left');
  });

  test('becomes the reader’s own on request, and their version stays within reach', async () => {
    const hash = await hashOf(store);
    store.edit(own);
    await links.open(hash);
    const shared = store.choice.mine.value;
    links.keep();
    expect(store.choice.mine.value).toBe(shared);
    expect(stored()).toMatchObject([{ mine: shared, earlier: [own] }]);
    expect(store.choice.earlier.value).toBe(own);
  });

  test('gives the same numbers when it is run, to the byte', { timeout: 60_000 }, async () => {
    store.edit(await ownVersionOf('leaky'));
    await run();
    const hash = await hashOf(store);
    openAnew();
    await links.open(hash);
    await run();
    const { numbers } = links.visit.value?.shared ?? {};
    const result = store.runs.current.value?.result;
    expect(store.runs.current.value).toMatchObject({ byLink: true, given: true });
    expect(numbers && result && differences(numbers, runNumbers(result))).toEqual([]);
  });
});

describe('what is no link', () => {
  test.each(badLinks)('%s is told in one sentence, and changes nothing', async (_, hash) => {
    store.edit(own);
    await links.open(hash);
    const refusal = links.refusal.value;
    const told = refusal === undefined || refusal.type === 'elsewhere' ? '' : refusalWords(refusal);
    expect(told).toMatch(/^This link cannot be opened: [^\n]*\.$/);
    expect(told).not.toMatch(/<|undefined/);
    expect(store.choice.mine.value).toBe(own);
    expect(store.trouble.value).toBeUndefined();
  });

  const carrying = (over: object, of = scenario): string => {
    const shared = { v: 1, machineHash: '', scenarioHash: '', ...over };
    return `#run=${of}.${packText(JSON.stringify(shared), linkWords)}`;
  };

  test.each([
    [
      'a scenario that there is not',
      carrying({ name: 'leaky' }, 'no-such'),
      'there is no scenario “no-such”',
    ],
    [
      'a scenario of every object',
      carrying({ name: 'leaky' }, '__proto__'),
      'there is no scenario “__proto__”',
    ],
    ['a program that there is not', carrying({ name: 'fixed-no-such' }), 'no program “fixed-no-such”'],
    ['a program of every object', carrying({ name: 'constructor' }), 'no program “constructor”'],
  ])('%s is told as well', async (_, hash, words) => {
    await links.open(hash);
    const refusal = links.refusal.value;
    expect(refusal && refusal.type !== 'elsewhere' && refusalWords(refusal)).toContain(words);
    expect(links.visit.value).toBeUndefined();
  });

  test.each([
    ['a workload that nobody can type', { workload: { failureRate: 1e-9 } }, '“workload”'],
    [
      'allowances that read otherwise',
      { allowances: [{ className: 'Entry for ever', most: 1 }] },
      '“allowances”',
    ],
  ])('%s is refused, and the form stays as it was', async (_, over, field) => {
    store.form.typed.seed.value = '5';
    await links.open(carrying({ name: 'leaky', ...over }));
    const refusal = links.refusal.value;
    expect(refusal && refusal.type !== 'elsewhere' && refusalWords(refusal)).toContain(field);
    expect(store.form.typed.seed.value).toBe('5');
    expect(store.form.workload.value?.failureRate).toBe(0);
    expect(store.choice.visitor.value).toBeUndefined();
  });

  test('a link to another playground leads there', async () => {
    await links.open(carrying({ name: 'leaky' }, 'capstone'));
    expect(links.refusal.value).toMatchObject({ type: 'elsewhere', scenario: 'capstone' });
  });

  test('a bad link leaves a good one open', async () => {
    await links.open(await hashOf(store));
    await links.open('#run=');
    expect(links.refusal.value?.type).toBe('unreadable');
    expect(links.visit.value).toBeDefined();
    expect(store.choice.visitor.value).toBeDefined();
  });
});
