/** The units in which runs count work, for prose. */

export { turnsPerTick } from '#playground/host/failure.ts';
