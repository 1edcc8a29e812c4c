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

/** Of ClickHouse's loggers, as its prototype found them. */
const bytesPerBlock = Math.round((73.23 * 2 ** 20) / 1_024_000);

export const points: Readonly<Record<PointId, PointTexts>> = {
  A1: {
    article: 'The article says that tiny leaks add up, in a long-running service, until memory is exhausted.',
    record:
      'The record says the same of another system: a driver for Neo4j made a logger for each session and filled a heap of 6 GB within days.',
    more: 'A closer case is ksqlDB, which named a logger after each query. It ran out of memory after half an hour under high load.',
  },
  A2: {
    article:
      'The article says that production monitoring shows the memory of CnchServerResource growing without end.',
    record:
      'The record says that a user’s chart shows a server’s memory rising for seven days, while its caches hold about 1 MB.',
    more: 'The answer in that thread names no class, so we infer that it was this leak. The resources themselves were destroyed with their queries. The loggers that they had asked for stayed.',
  },
  A3: {
    article:
      'The article says that a memory tool shows very many loggers, made and never released, and that the service may run out of memory and crash.',
    record:
      'The record says that a user reported those loggers under the title “memory leak in CnchServerResource”. No crash for lack of memory is reported, but a server at 4.7 of 7 GB failed its liveness probe and was restarted.',
    more: 'The record does not say why the probe failed. ByConity refuses queries near its own memory limit, by default 0.9 of the memory that it sees, so a leak can show in failing queries before the kernel ends the process.',
  },
  A4: {
    article:
      'The article says that CnchServerResource manages the allocation and upkeep of server resources.',
    record:
      'The record says that it does so for one transaction only. It gathers tables and parts, hands them to workers, and has the workers release them.',
    more: 'It lives on a server, and ends with the query’s Context at the latest.',
  },
  A5: {
    article:
      'The article says that the logger records what matters at run time, and that a log system needs a sound life-cycle strategy.',
    record:
      'The record says that Poco has a strategy: it keeps each logger until shutdown. That suits a few names that come back, and leaks names that do not.',
    more: 'ByConity first changed the name, and later took loggers out of the registry on master.',
  },
  A6: {
    article: 'The article says that a new logger is made each time something is logged, and none is reused.',
    record:
      'The record says that one is made for each distinct transaction id, in the resource’s constructor.',
    more: 'A lookup of a constant name for each line costs time and no memory. The code had both kinds, and one commit removed both.',
  },
  A7: {
    article:
      'The article says that nothing releases the references, so loggers stay behind as zombie objects.',
    record:
      'The record says that the registry keeps its own reference until shutdown. Poco can destroy a logger by name, but ByConity does so for one logger of its configuration only.',
    more: 'Here that would have been dangerous, because holders have plain pointers and may share a name. We infer this from the code. Nobody says why it was not done.',
  },
  A8: {
    article: 'The article says that life cycles do not match: a logger outlives the object that it serves.',
    record:
      'The record says the same: the name belongs to one transaction, and the map that holds it to the whole process.',
    more: 'The query’s Context and its copies hold the resource, and it is destroyed with them.',
  },
  A9: {
    article: 'The article says that the first fix is a pool that reuses loggers.',
    record:
      'The record says that there never was a pool. One logger is reused because its name is now constant.',
    more: 'Later, a wrapper that its owner holds took its place.',
  },
  A10: {
    article:
      'The article says that a reference count on each logger ensures that it is released when nobody needs it.',
    record:
      'The record says that ByConity’s master holds a wrapper by a shared pointer. It is ClickHouse’s registry that counts holders and erases an entry at the last release.',
    more: 'Even there, release is certain only when all callers count. A plain get keeps the entry until shutdown.',
  },
  A11: {
    article: 'The article says that a logger is created and destroyed together with its resource.',
    record:
      'The record says the same of master. The member is a shared pointer to a wrapper that no registry knows. No tagged version has it.',
    more: 'Versions 1.0.0 and 1.0.1 have a constant name instead.',
  },
  A12: {
    article: 'The article says that finer memory monitoring was added to the component.',
    record:
      'The record says nothing about it. The metrics of CnchServerResource are times of sending, and a count of splits.',
    more: 'Gauges of active sessions came later, for another class. A metric of December 2024 shows the configured log level, not memory.',
  },
  A13: {
    article: 'The article says that memory then stays stable within a reasonable range.',
    record:
      'The record says only that a leak in 0.4.2 is fixed in 1.0.0. No memory chart from before and after the fix is public.',
    more: 'We infer that the maintainer meant this leak. The runs on this site agree with the article.',
  },
  A14: {
    article: 'The article says that the system is faster, because it makes fewer needless objects.',
    record:
      'The record says nothing about how much faster. Our own runs support the part about objects: the fixed program makes fewer, and allocates fewer bytes.',
    more: 'The header of VirtualLogger names waiting for the lock as a motive. The earlier commit’s title speaks of lookups in the critical path. Only the name of its branch, fix-logger-lock, mentions a lock. ClickHouse measured 3.4 % of CPU samples in such lookups on one of its own servers.',
  },
  A15: {
    article: 'The article says that logging is more efficient and keeps all its features.',
    record:
      'The record says that it keeps most of them. The id is no longer in the logger’s name, and is printed separately. With the wrapper, it is hard to set a level for one name.',
    more: 'A wrapper over the root logger has the root’s level and channel. It can also be built over a named logger.',
  },
  A16: {
    article: 'The article says that even a leak of tiny objects has serious consequences over time.',
    record:
      'The record says the same of other systems: a user of ClickHouse saw about 1 GB a day, and a driver for Neo4j filled 6 GB within days.',
    more: `A prototype that grouped a ClickHouse server’s live memory found 1,024,000 blocks of loggers in 73.23 MiB, which is about ${bytesPerBlock} bytes a block.`,
  },
  A17: {
    article: 'The article says that logging is infrastructure, and that its resources are easily overlooked.',
    record:
      'The record says that a comment in the fix of a sibling named the cause, and that this class was changed eight months later.',
    more: 'That logging is easily overlooked is a judgement. This supports it and cannot prove it. So does the same fault in logging libraries of several languages.',
  },
  A18: {
    article: 'The article says that a pool avoids frequent creation, but must be designed with care.',
    record:
      'The record says nothing about a pool. In our own runs, a pool keyed by transaction id leaks just as the registry did.',
    more: 'So the design begins with the key: bound it, and name the owner.',
  },
  A19: {
    article: 'The article says that complete memory monitoring finds latent problems early.',
    record:
      'The record says that ByConity measured many kinds of bytes, and that this leak was reported by users.',
    more: 'The size of the registry would have shown it. Nothing public gives that number. On a ClickHouse server whose known caches were all small, a user found such a leak by comparing two heap profiles taken a day apart.',
  },
  A20: {
    article:
      'The article says that the latest version solves the problem, and that the case is a reference for similar designs.',
    record:
      'The record says so of this line since 1.0.0. Every 1.0.x still keeps a logger for each data part that a worker reads. Only master ends that.',
    more: 'Beware of the tag v1.0.0, which is the commit of 0.4.2 and leaks. The case is a good reference: chapter 12 lists projects with the same fault.',
  },
  A21: {
    article:
      'The article says that the case shows how an open-source community finds and solves a problem quickly, together.',
    record:
      'The record says that a user’s report was answered on the same day. A maintainer says that the fix was made internally; the public commit came later.',
    more: 'The maintainer names no class, so we infer that it was this leak. The public added reports: one about the loggers themselves, and later one with a chart of a week. In ClickHouse, users’ reports and heap profiles led to a fix that was made in public.',
  },
};
