/** Entry of the thread that reads a machine's assets: what Node warns of when it strips types stays in here. */

import { parentPort } from 'node:worker_threads';
import { readAssets } from './assets.ts';

parentPort?.postMessage(await readAssets());
