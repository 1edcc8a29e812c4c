import { describe, expect, test } from 'vitest';
import { readCommand, UsageError } from './arguments.ts';

const scenario = 'logger-per-transaction';

describe('the command line', () => {
  test('asks, without options, for the leaky program as its chapter runs it, with its checks', async () => {
    const command = await readCommand([scenario]);
    expect(command).toMatchObject({
      program: 'leaky',
      allowances: [],
      checks: true,
      failOnLeak: false,
      timeoutSeconds: 120,
    });
    expect(command).toHaveProperty('workload.transactions', 10_000);
    expect(command).not.toHaveProperty('workload.steady');
  });

  test('takes everything that a trial is made of', async () => {
    const options = '--shared-id-rate 0.25 --failure-rate 0.1 --collector off --steady 8 --pace 50';
    const command = await readCommand([scenario, ...options.split(' ')]);
    expect(command).toMatchObject({
      workload: {
        sharedIdRate: 0.25,
        failureRate: 0.1,
        collectorSeconds: null,
        steady: { stragglers: 8, pace: 50 },
      },
    });
  });

  test('takes a collector’s time, a time-out, allowances, and how to fail', async () => {
    const options = '--collector 2.5 --timeout 7 --no-checks --fail-on leak --steady 3'.split(' ');
    const command = await readCommand([scenario, ...options, '--allow', '1,000 Entry', '--allow', '2 Image']);
    expect(command).toMatchObject({
      workload: { collectorSeconds: 2.5, steady: { stragglers: 3, pace: 1 } },
      timeoutSeconds: 7,
      checks: false,
      failOnLeak: true,
      allowances: [
        { className: 'Entry', most: 1000 },
        { className: 'Image', most: 2 },
      ],
    });
  });

  test('names the scenarios there are', async () => {
    await expect(readCommand([])).rejects.toThrow('Name one scenario.');
    await expect(readCommand(['nothing'])).rejects.toThrow(/no scenario 'nothing'; there are: .*logger-pool/);
  });

  test.each([
    [['--transactions', 'many'], /Transactions must be a whole number from 1 to 1,000,000/],
    [['--transactions', '0'], /Transactions must be/],
    [['--failure-rate', '2'], /failure rate must be a number from 0 to 1/],
    [['--memory-limit', ''], /memory limit must be/],
    [['--nonsense'], /nonsense/],
    [['--shared-id-rate', '2'], /rate of shared ids must be a number from 0 to 1/],
    [['--collector', '0'], /Seconds between collections must be a number from 0.1 to 86,400/],
    [['--collector', 'never'], /Seconds between collections must be/],
    [['--steady', '0'], /Stragglers of a steady load must be a whole number from 1 to 64/],
    [['--steady', '65'], /Stragglers of a steady load must be/],
    [['--steady', '8', '--pace', '0.5'], /pace of a steady load must be a number from 1 to 10,000/],
    [['--pace', '2'], /A pace goes with a steady load/],
    [['--steady', 'off', '--pace', '2'], /A pace goes with a steady load/],
    [['--allow', 'Entry'], /--allow: “Entry” cannot be read/],
    [['--allow', ''], /--allow: “” cannot be read/],
    [['--fail-on', 'everything'], /say --fail-on leak/],
    [['--timeout', '0'], /time-out must be a number of seconds from 0.1 to 86,400/],
    [['--timeout', 'soon'], /time-out must be/],
    [['--no-checks=false'], /no-checks/],
  ])('cannot follow %j', async (options, sentence) => {
    const reading = readCommand([scenario, ...options]);
    await expect(reading).rejects.toThrow(UsageError);
    await expect(reading).rejects.toThrow(sentence);
  });
});
