/** What our published C++ mock of a registry measured. `node scripts/measure-registry-mock.mjs` writes the file, on the machine that it names. */

import measured from './registry-mock.json' with { type: 'json' };

/** The file of the mock, below the site's root. */
export const registryMockFile = 'registry-mock.cpp';

/** All that was measured: nanoseconds of a call, memory of a logger, and the status that LeakSanitizer ended each run with. */
export const registryMock = measured;

/** Loggers that the mock leaves in the registry, or loses, for LeakSanitizer; the published source says the same. */
export const lostLoggers = 10_000;
