/** What tools of a team read of the record, its schema and the sample, is what the page reads and writes. */

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

import { readRecord, recordText } from '../learner-record/learner-record.ts';
import { recordJsonSchema } from './record-schema.ts';
import { versionOfToday, verifyFiles } from './lab-verify.ts';

const served = (name: string): string => fileURLToPath(new URL(`../../public/${name}`, import.meta.url));

test('the schema that is served is that of the page; `npx vitest run record-schema -u` writes it anew', async () => {
  await expect(recordJsonSchema()).toMatchFileSnapshot(served('record.schema.json'));
});

describe('the sample record', async () => {
  const text = await readFile(served('record.sample.json'), 'utf8');
  const { record } = readRecord(text);

  test('is read whole, and written as it was', () => {
    expect(record && JSON.parse(recordText(record))).toEqual(JSON.parse(text));
    expect(record?.passes.length).toBeGreaterThan(0);
    expect(record?.events.length).toBeGreaterThan(0);
  });

  test('may name its schema', () => {
    const named = { $schema: 'record.schema.json', ...(JSON.parse(text) as object) };
    expect(readRecord(JSON.stringify(named)).record).toEqual(record);
  });

  test('holds: verified where nothing has changed since, and else of an older version that passes today', async () => {
    const place = served('record.sample.json');
    const [file] = await verifyFiles([{ place, path: place }], () => undefined);
    const { machineHash, scenarioHashes } = await versionOfToday();
    const told = file?.challenges.filter(({ status }) => status !== 'not tried') ?? [];
    expect(told.length).toBe(new Set(record?.passes.map(({ scenario }) => scenario)).size);
    for (const { scenario, status, passesNow, pass } of told) {
      const isToday =
        pass?.run?.machineHash === machineHash && pass.run.scenarioHash === scenarioHashes.get(scenario);
      expect([status, passesNow]).toEqual([isToday ? 'verified' : 'older version', true]);
    }
  });
});
