/** What becomes of each point of the article when the public record is asked: once for all pages. Its sentences are in `src/strings/en/article.ts`. */

/** How the record bears on a point. */
export type PointStatus = 'confirmed' | 'refined' | 'contradicted' | 'notFound';

/** How that is known: read there, inferred from it, measured by this site's own runs, or looked for and not found. */
export type Confidence = 'read' | 'inferred' | 'measured' | 'unknown';

interface ArticlePoint {
  /** Its place in the article: A1 is the first. */
  readonly id: `A${number}`;
  /** The chapters that teach it, by their numbers. */
  readonly chapters: readonly number[];
  readonly status: PointStatus;
  readonly confidence: Confidence;
  /** What was read; see `source-link.ts`. */
  readonly sources: readonly string[];
}

/** Slug of the chapter in which all the evidence stands. */
export const evidenceChapter = 'course/11-what-byconity-really-did';

const readerOfParts = 'src/Storages/MergeTree/MergeTreeReaderCNCH.cpp#L93';

/** All points, in the article's order. */
export const articlePoints = [
  {
    id: 'A1',
    chapters: [1],
    status: 'confirmed',
    confidence: 'read',
    sources: ['neo4j-java-driver#360', 'ksql#5527', 'ksql#5532'],
  },
  {
    id: 'A2',
    chapters: [1],
    status: 'confirmed',
    confidence: 'inferred',
    sources: ['ByConity#1919', 'ByConity@0ec8e61acc'],
  },
  {
    id: 'A3',
    chapters: [1],
    status: 'refined',
    confidence: 'inferred',
    sources: ['ByConity#1735', 'ByConity#1919', 'ByConity:0.4.2:programs/server/Server.cpp'],
  },
  {
    id: 'A4',
    chapters: [2],
    status: 'refined',
    confidence: 'read',
    sources: ['ByConity@b2b7270f74', 'ByConity@113035f5c8'],
  },
  {
    id: 'A5',
    chapters: [2],
    status: 'refined',
    confidence: 'read',
    sources: ['Poco@83beecccb', 'ByConity@eb9075c3b7', 'ByConity@200f91a6aa'],
  },
  {
    id: 'A6',
    chapters: [3],
    status: 'refined',
    confidence: 'read',
    sources: ['ByConity@b2b7270f74', 'ByConity@eb9075c3b7'],
  },
  {
    id: 'A7',
    chapters: [4],
    status: 'refined',
    confidence: 'inferred',
    sources: [
      'Poco@83beecccb',
      'ByConity@b2b7270f74',
      'ByConity:0.4.2:src/Common/Config/ConfigProcessor.cpp',
    ],
  },
  {
    id: 'A8',
    chapters: [5],
    status: 'confirmed',
    confidence: 'read',
    sources: ['ByConity@b2b7270f74', 'Poco@83beecccb', 'ByConity@0ec8e61acc'],
  },
  {
    id: 'A9',
    chapters: [6],
    status: 'contradicted',
    confidence: 'read',
    sources: ['ByConity@eb9075c3b7', 'ByConity@200f91a6aa'],
  },
  {
    id: 'A10',
    chapters: [7],
    status: 'refined',
    confidence: 'read',
    sources: ['ByConity@200f91a6aa', 'ClickHouse#58831'],
  },
  {
    id: 'A11',
    chapters: [8],
    status: 'confirmed',
    confidence: 'read',
    sources: ['ByConity@200f91a6aa', 'ByConity:1.0.1'],
  },
  {
    id: 'A12',
    chapters: [9],
    status: 'notFound',
    confidence: 'unknown',
    sources: ['ByConity:1.0.0', 'ByConity@76f29c9ec1', 'ByConity@208e80034b'],
  },
  {
    id: 'A13',
    chapters: [10],
    status: 'notFound',
    confidence: 'unknown',
    sources: ['ByConity#1919'],
  },
  {
    id: 'A14',
    chapters: [10],
    status: 'refined',
    confidence: 'measured',
    sources: ['ByConity@eb9075c3b7', 'ByConity@200f91a6aa', 'ClickHouse#117498'],
  },
  {
    id: 'A15',
    chapters: [10],
    status: 'refined',
    confidence: 'read',
    sources: ['ByConity@ab7d5ce7fa', 'ByConity@200f91a6aa'],
  },
  {
    id: 'A16',
    chapters: [12],
    status: 'confirmed',
    confidence: 'read',
    sources: ['ClickHouse#58496', 'ClickHouse#58830', 'neo4j-java-driver#360'],
  },
  {
    id: 'A17',
    chapters: [12],
    status: 'refined',
    confidence: 'inferred',
    sources: ['ByConity@ab7d5ce7fa', 'ByConity@eb9075c3b7', 'debug#678', 'cometd#600'],
  },
  {
    id: 'A18',
    chapters: [6, 12],
    status: 'refined',
    confidence: 'measured',
    sources: ['ByConity@eb9075c3b7'],
  },
  {
    id: 'A19',
    chapters: [9, 12],
    status: 'refined',
    confidence: 'inferred',
    sources: ['ByConity#1735', 'ByConity#1919', 'ClickHouse#58496', 'Poco@83beecccb'],
  },
  {
    id: 'A20',
    chapters: [11],
    status: 'refined',
    confidence: 'read',
    sources: ['ByConity:1.0.0', `ByConity:1.0.1:${readerOfParts}`, 'ByConity@200f91a6aa', 'ByConity:v1.0.0'],
  },
  {
    id: 'A21',
    chapters: [11],
    status: 'refined',
    confidence: 'inferred',
    sources: ['ByConity#1735', 'ByConity#1919', 'ByConity@eb9075c3b7', 'ClickHouse#58831'],
  },
] as const satisfies readonly ArticlePoint[];

/** Names a point: its sentences are found by it. */
export type PointId = (typeof articlePoints)[number]['id'];

/** The points that a chapter teaches, in the article's order. */
export function pointsOf(chapter: number): readonly (typeof articlePoints)[number][] {
  return articlePoints.filter(({ chapters }: ArticlePoint) => chapters.includes(chapter));
}

/** Where a point's evidence stands on its page, as an `id`. */
export function pointAnchor(id: PointId): string {
  return `point-${id.toLowerCase()}`;
}
