/** Turns a short reference to a public source into a link that a reader can follow. */

/** Repositories that chapters cite, by the name they use. */
const repositories: ReadonlyMap<string, string> = new Map([
  ['ByConity', 'ByConity/ByConity'],
  ['ClickHouse', 'ClickHouse/ClickHouse'],
  ['Poco', 'ClickHouse-Extras/poco'],
  ['neo4j-java-driver', 'neo4j/neo4j-java-driver'],
  ['ksql', 'confluentinc/ksql'],
  ['debug', 'debug-js/debug'],
  ['clio', 'XRPLF/clio'],
  ['coturn', 'coturn/coturn'],
  ['spring-boot', 'spring-projects/spring-boot'],
  ['quarkus', 'quarkusio/quarkus'],
  ['loopback-next', 'loopbackio/loopback-next'],
  ['cometd', 'cometd/cometd'],
  ['NLog', 'NLog/NLog'],
  ['nodejs', 'nodejs/node'],
  ['solana-web3.js', 'solana-foundation/solana-web3.js'],
]);

/** Names that a reference may begin with. */
export const repositoryNames: readonly string[] = [...repositories.keys()];

/** A link with the words to show. */
export interface SourceLink {
  readonly label: string;
  readonly href: string;
}

/** What follows a repository's name: a commit, an issue or a tag, after which a file of it may be named. */
export const referenceEnd = String.raw`(?:@([0-9a-f]{7,40})|#(\d+)|:([\w.-]+?)(?::([\w./-]+)(#L\d+)?)?)`;

/**
 * `ByConity@eb9075c3b7` is a commit, `ByConity#1735` an issue or pull request, `ByConity:1.0.0` a tag, and
 * `ByConity:1.0.0:src/Storages/X.cpp#L93` a file of that tag. Throws on anything else, so that a chapter with a mistyped source
 * does not build.
 */
export function sourceLink(reference: string): SourceLink {
  const match = new RegExp(`^([\\w.-]+)${referenceEnd}$`).exec(reference);
  const repository = repositories.get(match?.[1] ?? '');
  if (!match || repository === undefined) {
    throw new Error(
      `"${reference}" is no source: write ByConity@<commit>, ByConity#<issue>, ByConity:<tag> or ByConity:<tag>:<path>.`,
    );
  }
  const [, name, commit, issue, tag, path, line = ''] = match;
  const base = `https://github.com/${repository}`;
  if (commit) return { label: `${name} ${commit.slice(0, 10)}`, href: `${base}/commit/${commit}` };
  if (issue) return { label: `${name} #${issue}`, href: `${base}/issues/${issue}` };
  if (path === undefined) return { label: `${name} ${tag}`, href: `${base}/tree/${tag}` };
  return {
    label: `${name} ${tag}: ${path.slice(path.lastIndexOf('/') + 1)}`,
    href: `${base}/blob/${tag}/${path}${line}`,
  };
}
