/** Started by `npm exec` under a Node that it fetched: runs that same npm again, with the arguments given, under this Node. */

import { spawnSync } from 'node:child_process';

const script = process.env.npm_execpath;
if (script === undefined) throw new Error('npm_execpath is not set: run this by npm exec.');
const { status } = spawnSync(process.execPath, [script, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = status ?? 1;
