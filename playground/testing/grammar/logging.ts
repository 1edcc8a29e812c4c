/** Source text of how a program logs: where its lines go, and how each says which transaction it is about. */

import { block } from './holders.ts';
import type { Fault, Logging } from './plan.ts';
import type { Piece } from './piece.ts';

/** What a way of logging adds to a program. `line` takes the inside of a template string, and `table` where one is known. */
export interface LoggingText extends Piece {
  readonly line: (text: string, table?: string) => string;
}

const fieldOf = (type: string): readonly string[] => [`readonly #log: ${type};`];
const write = (channel: string, text: string, rest = ''): string =>
  `${channel}.write({ level: 'debug', text: \`${text}\`${rest} });`;
const nameOfIds = '`SessionResource(${transaction})`';
const ownId = ', transaction: this.#transaction';

const loggerClass: readonly string[] = [
  '/** Writes lines to one channel of the server’s log. */',
  ...block('class Logger', [
    'constructor(readonly channel: LogChannel) {}',
    '',
    ...block('debug(text: string): void', [
      write('this.channel', '${text}').replace('`${text}`', 'text'),
    ]).slice(0, -1),
  ]),
];

/** Lines through the root channel, with `rest` in the record. */
function throughRoot(line: (text: string) => string): LoggingText {
  return {
    top: ['let root: LogChannel | undefined;'],
    fields: fieldOf('LogChannel'),
    construct: [`this.#log = root ??= server.log.open('ServerResource');`],
    line,
  };
}

/** Lines through a channel of the resource's own, which it closes as `closing` says. */
function throughOwn(closing: Pick<Piece, 'sent' | 'dispose' | 'asksForCommit'>): LoggingText {
  return {
    fields: fieldOf('LogChannel'),
    construct: [`this.#log = server.log.open(${nameOfIds});`],
    line: (text) => write('this.#log', text),
    ...closing,
  };
}

const close = 'this.#log.close();';

const registryText = (give: readonly string[]): readonly string[] => [
  ...loggerClass,
  'interface Entry {',
  'readonly logger: Logger;',
  'holders: number;',
  '}',
  'const loggers = new Map<string, Entry>();',
  ...block('function acquireLogger(server: Server, name: string): Logger', [
    'let entry = loggers.get(name);',
    'if (entry === undefined) {',
    'entry = { logger: new Logger(server.log.open(name)), holders: 0 };',
    'loggers.set(name, entry);',
    '}',
    'entry.holders++;',
    'return entry.logger;',
  ]),
  ...give,
];

/** Loggers by name. `last` is the condition under which a release closes one; without it nothing is released. */
function throughRegistry(last: string | undefined): LoggingText {
  const give = block('function releaseLogger(name: string): void', [
    'const entry = loggers.get(name);',
    `if (entry === undefined) return;`,
    `entry.holders--;`,
    ...(last === undefined || last === 'true' ? [] : [`if (!(${last})) return;`]),
    'entry.logger.channel.close();',
    'loggers.delete(name);',
  ]);
  return {
    top: registryText(last === undefined ? [] : give),
    fields: fieldOf('Logger'),
    construct: [`this.#log = acquireLogger(server, ${nameOfIds});`],
    line: (text) => `this.#log.debug(\`${text}\`);`,
    dispose: last === undefined ? [] : ['releaseLogger(`SessionResource(${this.#transaction})`);'],
  };
}

/** Loggers that are lent by a pool and carry the id of whoever has them. */
function throughPooledLoggers(isReset: boolean): LoggingText {
  return {
    top: [
      '/** A logger that whoever has it at the time fills in. */',
      ...block('class PooledLogger', [
        'transaction: TransactionId | undefined;',
        '',
        'constructor(readonly channel: LogChannel) {}',
        '',
        ...block('debug(text: string): void', [
          'const { transaction } = this;',
          'if (transaction === undefined) return;',
          `this.channel.write({ level: 'debug', text, transaction });`,
        ]).slice(0, -1),
      ]),
      'const idleLoggers: PooledLogger[] = [];',
    ],
    fields: fieldOf('PooledLogger'),
    construct: [
      `this.#log = idleLoggers.pop() ?? new PooledLogger(server.log.open('pooled'));`,
      isReset ? 'this.#log.transaction = transaction;' : 'this.#log.transaction ??= transaction;',
    ],
    line: (text) => `this.#log.debug(\`${text}\`);`,
    dispose: isReset
      ? ['this.#log.transaction = undefined;', 'idleLoggers.push(this.#log);']
      : ['idleLoggers.push(this.#log);'],
  };
}

const ways: Readonly<Record<Logging, LoggingText>> = {
  'channel of its own': throughOwn({ dispose: [close] }),
  'logger of its own': {
    top: loggerClass,
    fields: fieldOf('Logger'),
    construct: [`this.#log = new Logger(server.log.open(${nameOfIds}));`],
    line: (text) => `this.#log.debug(\`${text}\`);`,
    dispose: ['this.#log.channel.close();'],
  },
  'id in the record': throughRoot((text) => write('this.#log', text, ownId)),
  'id in the text': throughRoot((text) => write('this.#log', `${text} (transaction \${this.#transaction})`)),
  'counted registry': throughRegistry('entry.holders === 0'),
  'pooled channels': {
    top: ['const idleChannels: LogChannel[] = [];'],
    fields: fieldOf('LogChannel'),
    construct: [`this.#log = idleChannels.pop() ?? server.log.open('pooled');`],
    line: (text) => write('this.#log', text, ownId),
    dispose: ['idleChannels.push(this.#log);'],
  },
  'pooled loggers': throughPooledLoggers(true),
  'channel for each table': {
    top: [
      'const channels = new Map<string, LogChannel>();',
      ...block('function channelFor(server: Server, table: string): LogChannel', [
        'const channel = channels.get(table) ?? server.log.open(`tables.${table}`);',
        'channels.set(table, channel);',
        'return channel;',
      ]),
    ],
    fields: ['readonly #server: Server;'],
    construct: ['this.#server = server;'],
    line: (text, table = `'all'`) => write(`channelFor(this.#server, ${table})`, text, ownId),
  },
  'registry that never forgets': throughRegistry(undefined),
};

const faulty: Partial<Readonly<Record<Fault['what'], LoggingText>>> = {
  'channel never closed': throughOwn({}),
  'channel closed on commit': throughOwn({
    dispose: [`if (this.#committed) ${close}`],
    asksForCommit: true,
  }),
  'channel closed by a finalizer': {
    ...throughOwn({}),
    top: ['const abandoned = new FinalizationRegistry<LogChannel>((channel) => {', 'channel.close();', '});'],
    construct: [`this.#log = server.log.open(${nameOfIds});`, 'abandoned.register(this, this.#log);'],
  },
  'channel closed early': throughOwn({
    sent: [close],
    dispose: [`if (!this.#committed) ${close}`],
    asksForCommit: true,
  }),
  'channel closed twice': throughOwn({ dispose: [close, close] }),
  'neighbour’s channel closed': throughRegistry('true'),
  'pooled logger not reset': throughPooledLoggers(false),
  'no id': throughRoot((text) => write('this.#log', text)),
  'id of another': {
    top: ['let root: LogChannel | undefined;', 'let latest: TransactionId | undefined;'],
    fields: ['readonly #log: LogChannel;', 'readonly #previous: TransactionId;'],
    construct: [
      `this.#log = root ??= server.log.open('ServerResource');`,
      'this.#previous = latest ?? transaction;',
      'latest = transaction;',
    ],
    line: (text) => write('this.#log', text, ', transaction: this.#previous'),
  },
};

/** Whether a fault is one of a certain way of logging, whatever the plan says. */
export function choosesLogging(fault: Fault | undefined): boolean {
  return fault !== undefined && faulty[fault.what] !== undefined;
}

/** How the program logs, with the fault where it is one of logging. */
export function loggingText(logging: Logging, fault: Fault | undefined): LoggingText {
  return (fault && faulty[fault.what]) ?? ways[logging];
}
