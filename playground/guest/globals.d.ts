/** What `clock.ts` puts among the globals that other modules of the guest read. */

declare const performance: { now(): number };
