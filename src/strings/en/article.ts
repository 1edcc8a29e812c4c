/** The points of the article, and what the public record says of each, in English: for chapters and for the list of all evidence. */

import type { PointId } from '#src/sources/article-points.ts';

/** The sentences of one point. */
interface PointTexts {
  /** Begins with "The article says". */
  readonly article: string;
  /** Begins with "The record says". */
  readonly record: string;
  /** What only the list of all evidence adds. */
  readonly more: string;
}

export const points: Readonly<Record<PointId, PointTexts>> = {
  A1: {
    article: 'The article says that tiny leaks add up, in a long-running service, until memory is exhausted.',
    record:
      'The record says so of others: a driver for Neo4j made a logger for each session and filled a heap of 6 GB within days.',
    more: 'A nearer relative is ksqlDB, which named a logger after each query: it ran out of memory after half an hour under high load.',
  },
  A2: {
    article:
      'The article says that production monitoring shows the memory of CnchServerResource growing without end.',
    record:
      'The record says that a user’s chart shows a server’s memory rising for seven days, while its caches hold about 1 MB.',
    more: 'The answer in that thread names no class, so that it was this leak is inferred. The resources themselves were destroyed with their queries; what grew was the loggers that they had asked for.',
  },
  A3: {
    article:
      'The article says that a memory tool shows very many loggers, made and never released, and that the service may run out of memory and crash.',
    record:
      'The record says that a user reported those loggers under the title “memory leak in CnchServerResource”. No crash for lack of memory is reported; a server at 4.7 of 7 GB failed its liveness probe and was restarted.',
    more: 'That this leak made the probe fail is inferred. ByConity refuses queries near its own memory limit, 0.9 of the machine by default, so a leak shows in failing queries and probes before the kernel ends the process.',
  },
  A4: {
    article:
      'The article says that CnchServerResource manages the allocation and upkeep of server resources.',
    record:
      'The record says that it does so for one transaction only: it gathers tables and parts, hands them to workers, and has the workers release them.',
    more: 'It lives on a server and no longer than the query’s Context.',
  },
  A5: {
    article:
      'The article says that the logger records what matters at run time, and that a log system needs a sane life-cycle strategy.',
    record:
      'The record says that Poco has a strategy, to keep each logger until shutdown. It suits a few names that come back, and leaks names that do not.',
    more: 'ByConity first changed the name, and on master left the registry.',
  },
  A6: {
    article: 'The article says that a new logger is made each time something is logged, and none is reused.',
    record:
      'The record says that one is made for each distinct transaction id, in the constructor of the resource.',
    more: 'A look-up for each line with a constant name costs time and no memory. Both kinds were in the code, and one commit removed both.',
  },
  A7: {
    article:
      'The article says that no mechanism lets references go, so that loggers stay behind as zombie objects.',
    record:
      'The record says that the registry keeps its own reference until shutdown. A destroy by name exists, and ByConity calls it for one logger of its configuration only.',
    more: 'To call it here would have been dangerous, since holders have plain pointers and may share a name. That is inferred from the code; nobody says why it was not called.',
  },
  A8: {
    article: 'The article says that life cycles do not match: a logger outlives the object that it serves.',
    record: 'The record says the same: the name belongs to one transaction, its map to the whole process.',
    more: 'The resource is held by the query’s Context and its copies, and destroyed with them.',
  },
  A9: {
    article: 'The article says that the first fix is a pool of loggers, which are reused.',
    record:
      'The record says that there never was a pool: one logger is reused because its name is now constant.',
    more: 'Later a wrapper that its owner holds took its place.',
  },
  A10: {
    article:
      'The article says that a reference count on each logger makes sure that it is released when nobody needs it.',
    record:
      'The record says that ByConity’s master holds a wrapper by a shared pointer. A registry that counts holders, and erases at the last release, is ClickHouse’s.',
    more: 'Even there a release is sure only when all callers count: a plain get keeps the entry until shutdown.',
  },
  A11: {
    article: 'The article says that a logger is created and destroyed with the resource that it belongs to.',
    record:
      'The record says so of master: the member is a shared pointer to a wrapper that no registry knows. No released version has it.',
    more: 'The releases 1.0.0 and 1.0.1 have a constant name instead.',
  },
  A12: {
    article: 'The article says that finer memory monitoring was added to the component.',
    record:
      'The record says nothing of it: the metrics of CnchServerResource are times of sending, and a count of splits.',
    more: 'Gauges of active sessions came later, for another class. A metric of December 2024 shows the configured log level, not memory.',
  },
  A13: {
    article: 'The article says that memory then stays stable in a reasonable range.',
    record:
      'The record says only that a leak of 0.4.2 is fixed in 1.0.0. No curve from before and after is public.',
    more: 'That this is the leak which the maintainer meant is inferred. The runs on this site agree with the article.',
  },
  A14: {
    article: 'The article says that the system is faster, because fewer needless objects are made.',
    record:
      'The record says nothing in numbers. Our own runs support the half about objects: the fixed program makes fewer, and allocates fewer bytes.',
    more: 'The header of VirtualLogger names waiting for the lock as a motive. The earlier commit’s title speaks of look-ups in the critical path, and only the name of its branch, fix-logger-lock, of a lock. ClickHouse measured 3.4 % of CPU samples in such look-ups on a server of its own.',
  },
  A15: {
    article: 'The article says that logging is more efficient and keeps all its functions.',
    record:
      'The record says that it keeps most: the id left the logger’s name and is printed apart. With the wrapper, a level can hardly be set for one name.',
    more: 'A wrapper over the root logger has the root’s level and channel. It can be built over a named logger instead.',
  },
  A16: {
    article: 'The article says that even a leak of tiny objects has serious consequences over time.',
    record:
      'The record says so of others: a user of ClickHouse saw about 1 GB a day, and a driver for Neo4j filled 6 GB within days.',
    more: 'A prototype that grouped a ClickHouse server’s live memory found 1,024,000 blocks of loggers in 73.23 MiB, which is about 75 bytes a block.',
  },
  A17: {
    article: 'The article says that logging is infrastructure, and that its resources are easily overlooked.',
    record:
      'The record says that the fix of a sibling named the cause in a comment, and that this class was changed eight months later.',
    more: 'That logging is easily overlooked is a judgement, which this supports and cannot prove. The same fault in logging libraries of several languages supports it as well.',
  },
  A18: {
    article: 'The article says that a pool works against frequent creation, but must be designed with care.',
    record:
      'The record says nothing of a pool. In our own runs one that is keyed by transaction id leaks just as the registry did.',
    more: 'So the care begins with the key: bound it, and name the owner.',
  },
  A19: {
    article: 'The article says that complete memory monitoring finds latent problems early.',
    record:
      'The record says that ByConity measured many kinds of bytes, and that this leak was reported by users.',
    more: 'The size of the registry would have shown it; nothing public shows that number. In ClickHouse, whose known caches were all small, a user found such a leak by comparing two heap profiles taken a day apart.',
  },
  A20: {
    article:
      'The article says that the latest version has solved the problem, and that the case is a reference for similar designs.',
    record:
      'The record says so of this line since 1.0.0. Every 1.0.x still keeps a logger for each data part that a worker reads; only master ends that.',
    more: 'Beware of the tag v1.0.0, which is the commit of 0.4.2 and leaks. As a reference the case serves well: chapter 12 lists projects with the same fault.',
  },
  A21: {
    article:
      'The article says that the case shows how an open-source community finds and solves a problem quickly, together.',
    record:
      'The record says that a user’s report was answered on the same day. A maintainer says that the fix was made internally; the public commit came later.',
    more: 'The maintainer names no class, so that it was this leak is inferred. What the public added was reports: one of the loggers themselves, and later one with a chart of a week. In ClickHouse, users’ reports and heap profiles led to a fix that was made in public.',
  },
};
