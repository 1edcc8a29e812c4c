/** The modules of the machine's platform, fetched for the first program that names something of it. */

import type { APIRoute } from 'astro';

import { readPlatform } from '#playground/node-assets.ts';

export const GET: APIRoute = async () => Response.json(await readPlatform());
