/** The modules that run inside the machine, as the page hands them to its worker. */

import type { APIRoute } from 'astro';

import { readGuest } from '#playground/node-assets.ts';

export const GET: APIRoute = async () => Response.json(await readGuest());
