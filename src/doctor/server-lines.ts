/** Lines of configuration for three servers: each fixes what one check of the doctor finds. */

import { policyText, serverDirectives } from '#src/build/policy-directives.ts';

/** What a server can be asked for. */
export type ServerAsk = 'machineType' | 'scriptType' | 'searchFiles' | 'policy' | 'compression' | 'caching';

/** Lines by server. One is absent where that server does the right thing by itself. */
export type ServerLines = Partial<Readonly<Record<'nginx' | 'Apache' | 'IIS', string>>>;

/** Names of files that IIS answers with 404 unless it is told their type. */
const searchEndings = ['.pagefind', '.pf_meta', '.pf_index', '.pf_fragment'];
const keptForAYear = 'public, max-age=31536000, immutable';
const policy = policyText(serverDirectives);

/** A type may be known already, and IIS fails where one is named twice. */
function iisTypes(types: Readonly<Record<string, string>>): string {
  const lines = Object.entries(types).map(
    ([ending, type]) =>
      `  <remove fileExtension="${ending}" />\n  <mimeMap fileExtension="${ending}" mimeType="${type}" />`,
  );
  return ['<staticContent>', ...lines, '</staticContent>'].join('\n');
}

function nginxType(ending: string, type: string): string {
  return `location ~ \\${ending}$ { types { } default_type ${type}; }`;
}

function iisYear(folder: string): string {
  return [
    `<location path="${folder}"><system.webServer><staticContent>`,
    '  <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="365.00:00:00" />',
    '</staticContent></system.webServer></location>',
  ].join('\n');
}

/**
 * The lines for each ask: of nginx for `server { }`, of Apache for `.htaccess`, of IIS for
 * `<system.webServer>` in `web.config`, whose `<location>`s stand beside it.
 */
export const serverLines: Readonly<Record<ServerAsk, ServerLines>> = {
  machineType: {
    nginx: nginxType('.wasm', 'application/wasm'),
    Apache: 'AddType application/wasm .wasm',
    IIS: iisTypes({ '.wasm': 'application/wasm' }),
  },
  scriptType: {
    nginx: nginxType('.js', 'text/javascript'),
    Apache: 'AddType text/javascript .js',
    IIS: iisTypes({ '.js': 'text/javascript' }),
  },
  searchFiles: {
    IIS: iisTypes(Object.fromEntries(searchEndings.map((ending) => [ending, 'application/octet-stream']))),
  },
  policy: {
    nginx: `add_header Content-Security-Policy "${policy}" always;`,
    Apache: `Header always set Content-Security-Policy "${policy}"`,
    IIS: [
      '<httpProtocol><customHeaders>',
      '  <remove name="Content-Security-Policy" />',
      `  <add name="Content-Security-Policy" value="${policy}" />`,
      '</customHeaders></httpProtocol>',
    ].join('\n'),
  },
  compression: {
    nginx: [
      'gzip on;',
      'gzip_types text/css text/javascript application/javascript application/json application/wasm image/svg+xml;',
    ].join('\n'),
    Apache:
      'AddOutputFilterByType DEFLATE text/html text/css text/javascript application/json application/wasm image/svg+xml',
    IIS: '<urlCompression doStaticCompression="true" />',
  },
  caching: {
    nginx: [
      '# in http { }',
      `map $uri $leak_lab_cache { ~/(_astro|lab)/ "${keptForAYear}"; default "no-cache"; }`,
      '# in server { }',
      'add_header Cache-Control $leak_lab_cache;',
    ].join('\n'),
    Apache: [
      'Header set Cache-Control "no-cache"',
      '<If "%{REQUEST_URI} =~ m#/(_astro|lab)/#">',
      `  Header set Cache-Control "${keptForAYear}"`,
      '</If>',
    ].join('\n'),
    IIS: ['_astro', 'lab'].map(iisYear).join('\n'),
  },
};
