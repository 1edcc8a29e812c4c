/** English words of the tables that compare versions by their recorded runs, and of the live ratio beside them. */

export const results = {
  region: 'Results of each version',
  measure: 'Measure',
  /** "Logger alive" names a row: instances of a class at the end of the run. */
  alive: (className: string): string => `${className} alive`,
  bytes: 'Program bytes',
  left: 'Bytes when everything has ended',
  growth: 'Growth: bytes per transaction',
  objects: 'Objects made per transaction',
  allocated: 'Bytes allocated per transaction, at least',
  ticks: 'Ticks of work',
  lines: 'Log lines delivered',
  complete: 'Each line once, in order, with its transaction',
  turns: 'Lock acquisitions per transaction',
  wait: 'Waiting for the lock, ms (a model)',
  absent: '–',
  yes: 'yes',
  no: 'no',
  /** What the table rests on; counts come formatted. */
  caption: (transactions: string, inFlight: string): string =>
    `Measured in this build: ${transactions} transactions, ${inFlight} still in flight at the last sample, the same seed. Waiting for the lock is modelled.`,
  live: {
    label: 'Live, on your machine',
    waiting:
      'Run the leaky program and then the fixed one in the playground above. Their times appear here as a ratio.',
  },
};
