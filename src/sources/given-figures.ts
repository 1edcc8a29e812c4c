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
    ...from('ByConity#1919', 'limit of 7 GB', 'come to 4.7 GB', 'about 1 MB', 'fill 4 GB'),
    ...from('ByConity:0.4.2:programs/server/Server.cpp', 'by default 0.9'),
    ...example('a question about a server that nobody ran', 'holds 3 GiB', '3.1 GiB', 'limit to 8 GiB'),
    ...example('limits for the reader to set', 'Set 4 MiB'),
  ],
  'course/03-a-logger-per-transaction': [
    ...from('ByConity@eb9075c3b7', 'one line among 36 files'),
    ...from('neo4j-java-driver#360', 'heap of 6 GB'),
    ...measured('public/registry-mock.cpp, under LeakSanitizer', '10,000 unique names'),
    ...example('a question about a server that nobody ran', 'with 200 tables', '200 tables', '200 entries'),
  ],
  'course/06-a-logger-pool': [
    ...example('a question about a server that nobody ran', '200 tables', '200 keys'),
  ],
  'course/09b-alert-on-the-slope': [
    ...example('a question about a server that nobody ran', 'by 800 MiB', 'by 90', 'by 10'),
  ],
  'course/11-what-byconity-really-did': [...from('ByConity@eb9075c3b7', 'one line among 36 files')],
  'reference/in-your-own-service': [
    ...example('a prime number, which little else comes in multiples of', 'say 997', '997'),
    ...measured('the machine and the command are told beside it', '73.23 MiB'),
  ],
};
