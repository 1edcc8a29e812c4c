/** A machine that does not start is told from a program that does not pass. */

import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { passOf, recordOf } from '../testing/records.ts';
import type { Client } from '../worker/client.ts';
import { loadingFailure } from '../worker/loading.ts';
import { MachineError, verifyFiles } from './lab-verify.ts';
import { readProgram } from './programs.ts';

const scenario = 'logger-per-transaction';
const path = join(await mkdtemp(join(tmpdir(), 'records-')), 'anna.json');
await writeFile(
  path,
  JSON.stringify(recordOf([await passOf(scenario, await readProgram(scenario, 'fixed'))])),
);

test('a machine that cannot start fails as a whole, with a sentence, and no challenge with it', async () => {
  const dead: Client = {
    warm: () => Promise.resolve(),
    run: (_, onEvent) => {
      onEvent({ type: 'lost', runId: 1, failure: loadingFailure(new Error('no worker')) });
      return { stop: () => undefined };
    },
    inspect: () => ({ stop: () => undefined }),
    dispose: () => undefined,
  };
  const verifying = verifyFiles(
    [{ place: 'anna.json', path }],
    () => undefined,
    () => dead,
  );
  await expect(verifying).rejects.toThrow(MachineError);
  await expect(verifying).rejects.toThrow(
    /^The machine could not start, so no record was verified\..*no worker/,
  );
});
