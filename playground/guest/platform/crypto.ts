/** The module `node:crypto`, as far as chance goes. */

import { getRandomValues, randomInt, randomUUID } from './web-crypto.ts';

const webcrypto = { getRandomValues, randomUUID };
const all = { getRandomValues, randomInt, randomUUID, webcrypto };
export { all as default, getRandomValues, randomInt, randomUUID, webcrypto };
