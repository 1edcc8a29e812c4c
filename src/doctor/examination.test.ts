/** The doctor comes to its end whatever a check does, and its report has every finding in it. */

import { expect, test, vi } from 'vitest';

import { doctorReport } from './doctor-report.ts';
import { type Examined, examine } from './examination.ts';
import { passed } from './judgements.ts';
import { serverLines } from './server-lines.ts';

test('a check that throws, and one that never answers, have failed, and the others are made', async () => {
  vi.useFakeTimers();
  const findings: Examined[] = [];
  const checks = [
    { name: 'storage', seconds: 3, look: () => Promise.reject(new Error('no storage')) },
    { name: 'worker', seconds: 3, look: () => new Promise<never>(() => undefined) },
    { name: 'search', seconds: 3, look: () => passed('found') },
  ] as const;
  const over = examine(checks, (examined) => findings.push(examined));
  await vi.advanceTimersByTimeAsync(3000);
  await over;
  vi.useRealTimers();
  expect(findings.map(({ name, outcome }) => [name, outcome])).toEqual([
    ['storage', 'fail'],
    ['worker', 'fail'],
    ['search', 'pass'],
  ]);
  expect(findings[0]?.text).toContain('no storage');
  expect(findings[1]?.text).toContain('3 seconds');
});

test('the report has the visit, the findings, and the lines for each server', () => {
  const visit = {
    time: 'T',
    page: 'https://docs.example/doctor/',
    browser: 'B/1',
    languages: 'en',
    window: 'W',
  };
  const finding = {
    name: 'machineFile',
    outcome: 'warn',
    text: 'Said.',
    ask: 'Please.',
    lines: 'machineType',
  } as const;
  const report = doctorReport(visit, [finding, { name: 'search', ...passed('Found.') }]);
  for (const part of [
    visit.page,
    visit.browser,
    '[Warning] File of the machine: Said.',
    'Please.',
    '[Pass] Search: Found.',
  ])
    expect(report).toContain(part);
  for (const lines of Object.values(serverLines.machineType))
    for (const line of lines.split('\n')) expect(report).toContain(line.trim());
});
