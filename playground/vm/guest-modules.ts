/** The modules that run inside the machine, by path within `playground/`; the first is its entry. */

export const guestModules = [
  'server/guest/main.ts',
  'server/guest/breach.ts',
  'server/guest/driver.ts',
  'server/guest/failure.ts',
  'server/guest/gauges.ts',
  'server/guest/loans.ts',
  'server/guest/log-sink.ts',
  'server/guest/slots.ts',
  'server/guest/stock.ts',
  'server/guest/transaction.ts',
  'vm/guest/census.ts',
  'vm/guest/clock.ts',
  'vm/guest/collector.ts',
  'vm/guest/console.ts',
  'vm/guest/describe.ts',
  'vm/guest/fields.ts',
  'vm/guest/host.ts',
  'vm/guest/lockdown.ts',
  'vm/guest/random.ts',
  'vm/guest/state.ts',
] as const;
