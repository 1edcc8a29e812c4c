/** Figures that no run, workload or calculation of ours can give, with where they come from: all that a page's author may type. */

/** Where a figure comes from. */
export type FigureOrigin =
  /** A public source, which the page cites. */
  | { readonly type: 'source'; readonly source: string }
  /** Measured by us outside the machine, and told where it is recorded. */
  | { readonly type: 'measured'; readonly where: string }
  /** Made up for a question, an example or a drawing, or chosen for an exercise. */
  | { readonly type: 'example'; readonly why: string };

/** Words of a page with a figure in them. */
export interface GivenFigure {
  readonly words: string;
  readonly origin: FigureOrigin;
}

const from = (source: string, ...words: readonly string[]): readonly GivenFigure[] =>
  words.map((text) => ({ words: text, origin: { type: 'source', source } }));
const measured = (where: string, ...words: readonly string[]): readonly GivenFigure[] =>
  words.map((text) => ({ words: text, origin: { type: 'measured', where } }));
const example = (why: string, ...words: readonly string[]): readonly GivenFigure[] =>
  words.map((text) => ({ words: text, origin: { type: 'example', why } }));

/** By the page's file, without its language and ending. */
export const givenFigures: Readonly<Record<string, readonly GivenFigure[]>> = {
  'course/01-memory-that-only-goes-up': [
    ...from('ByConity#1919', 'limit of 7 GB', 'reached 4.7 GB', 'about 1 MB', 'fill 4 GB'),
    ...from('ByConity:0.4.2:programs/server/Server.cpp', 'by default 0.9'),
    ...example('a question about a server that nobody ran', 'holds 3 GiB', '3.1 GiB', 'limit to 8 GiB'),
  ],
  'course/02-inside-cnchserverresource': [
    ...from('ByConity:0.4.2:src/Transaction/TxnTimestamp.h', 'left by 18 bits'),
  ],
  'course/03-a-logger-per-transaction': [
    ...from('ByConity@eb9075c3b7', 'one line in a change to 36 files'),
    ...from('neo4j-java-driver#360', 'heap of 6 GB'),
    ...measured('public/registry-mock.cpp, under LeakSanitizer', '10,000 unique names'),
    ...example('a question about a server that nobody ran', 'with 200 tables', '200 tables', '200 entries'),
  ],
  'course/05-two-lifetimes': [...example('code that a question quotes', 'this.#beat(), 500)')],
  'course/06-a-logger-pool': [
    ...example('a question about a server that nobody ran', '200 tables', '200 keys'),
  ],
  'course/08-bind-the-lifetimes': [
    ...from('ByConity@200f91a6aa', 'changed 992 files'),
    ...from('typescript-5-2.html', 'since 5.2'),
  ],
  'course/09b-alert-on-the-slope': [
    ...example('a question about a server that nobody ran', 'by 800 MiB', 'by 90', 'by 10'),
  ],
  'course/10-results-measured': [...from('ClickHouse#117498', 'with 64 cores', 'about 3.4 %')],
  'course/11-what-byconity-really-did': [
    ...from('ByConity@eb9075c3b7', 'one line among 36 files'),
    ...from('ByConity@200f91a6aa', 'in 992 files'),
    ...from('ByConity#1851', 'about 1 GB a day'),
    ...measured('counted with git grep in the source of the tag 0.4.2', 'About 40 call sites'),
  ],
  'course/12-lessons-and-capstone': [
    ...from('neo4j-java-driver#360', '6 GB of heap'),
    ...from('debug#678', '200,000 entries'),
    ...from('quarkus#51637', 'a heap of 32 MB'),
  ],
  'team/byconity': [
    ...from('ByConity#1919', 'about 1 MB', 'held 4.7 GB', '4.7 of 7 GB'),
    ...example('days of the projection', 'after 30 days'),
  ],
  'strings/article': [
    ...from('neo4j-java-driver#360', 'a heap of 6 GB', 'filled 6 GB within days'),
    ...from('ByConity#1919', 'hold about 1 MB', 'at 4.7 of 7 GB'),
    ...from('ByConity:0.4.2:programs/server/Server.cpp', 'by default 0.9'),
    ...from('ClickHouse#117498', '3.4 % of CPU samples'),
    ...from('ClickHouse#58496', 'about 1 GB a day'),
    ...from('ClickHouse#58830', '1,024,000 blocks of loggers in 73.23 MiB'),
  ],
  'reference/in-your-own-service': [
    ...from('ClickHouse#58496', 'about 1 GB a day', '24 hours apart'),
    ...from('ClickHouse#58830', '1,024,000 blocks', '73.23 MiB'),
  ],
  'reference/sources': [...example('names of licences', 'Apache License 2.0', 'Software License 1.0')],
  'reference/what-this-machine-is-not': [
    ...from('ByConity:0.4.2:programs/server/Server.cpp', 'by default 0.9'),
    ...measured('the pace of the model server, in playground/guest/pace.ts', 'about 100 transactions'),
    ...measured('a worker in Chromium that dropped its objects and waited', 'within 15 seconds'),
    ...measured('the script that the page offers, in Node 26', 'V8 in Node 26', 'has 13 characters'),
  ],
  'team/index': [
    ...measured('npm run bench, the rows of the team view', '104 different programs', 'longer than 50 ms'),
  ],
};
