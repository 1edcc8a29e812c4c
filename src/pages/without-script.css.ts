/** What a page looks like without JavaScript: the light theme follows the system, and nothing looks alive that is not. */

import type { APIRoute } from 'astro';
import starlight from '@astrojs/starlight/style/props.css?raw';

import code from '#src/theme/code.css?raw';
import roles from '#src/theme/roles.css?raw';

/** A rule of the light theme, whose attribute only a script would set. */
const LIGHT_RULE = /:root\[data-theme='light'\][^{}]*\{([^}]*)\}/g;

const light = [starlight, roles, code].flatMap((sheet) =>
  [...sheet.matchAll(LIGHT_RULE)].map(([, declarations = '']) => `:root[data-theme] {${declarations}}`),
);

const css = `@media (prefers-color-scheme: light) {
${light.join('\n')}
}
site-search, starlight-theme-select { display: none; }
`;

export const GET: APIRoute = () => new Response(css, { headers: { 'content-type': 'text/css' } });
