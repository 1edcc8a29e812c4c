/** Numbers that host and machine share: the machine writes them, the host reads them without calling it. */

import { setup } from 'leak-lab:setup';
import { fieldCount, slices } from './fields.ts';

/** Indexed by the constants of `fields.ts`. */
export const state = new Float64Array(fieldCount);

/** Instances created and alive, by class site. */
export const created = new Int32Array(setup.sites + 1);
export const live = new Int32Array(setup.sites + 1);

const owners = setup.keepsOwners ? setup.transactions + setup.stragglers + 1 : 0;

/** Instances alive by the slice of the run in which they were created, or by their transaction: `slice × sites + site`. */
export const survivors = new Int32Array((owners || slices) * (setup.sites + 1));

/** By its number how each transaction has ended; empty in a run that is not inspected. */
export const endings = new Uint8Array(owners);
