/** Where the site's own sources are published, as far as the build knows. */

/** `SOURCE_URL`, or the repository that a GitHub workflow builds; `undefined` on a machine that knows neither. */
export function sourceUrl(
  env: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  if (env['SOURCE_URL']) return env['SOURCE_URL'];
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = env;
  return server && repository ? `${server}/${repository}` : undefined;
}
