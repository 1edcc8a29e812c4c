/** Numbers that host and machine share: the machine writes them, the host reads them without calling it. */

import { setup } from 'leak-lab:setup';
import { fieldCount, slices } from './fields.ts';

/** Indexed by the constants of `fields.ts`. */
export const state = new Float64Array(fieldCount);

/** Instances created and alive, by class site. */
export const created = new Int32Array(setup.sites + 1);
export const live = new Int32Array(setup.sites + 1);

/** Instances alive by the slice of the run in which they were created: `slice × sites + site`. */
export const survivors = new Int32Array(slices * (setup.sites + 1));
