/** A planned program as source text, against the contract of a scenario that asks for a resource and nothing more. */

import { beatPiece, clockworkPiece, listenerPiece, noisePiece } from './beside.ts';
import { keeperPiece } from './keeper.ts';
import { loggingText, type LoggingText } from './logging.ts';
import { indent, joinPieces, type Piece } from './piece.ts';
import type { Call, Fault, Part, Plan, Timing } from './plan.ts';

const types = ['DataPart', 'LogChannel', 'Server', 'ServerResource', 'TransactionId', 'Worker'];

/** The program's text. It compiles without a finding. */
export function sourceOf(plan: Plan): string {
  const logging = loggingText(plan.logging, plan.fault);
  const all = joinPieces([...plan.parts.map(pieceOf), logging, faultPiece(plan.fault)]);
  const body = [
    ...top(plan, all),
    '/** All that one transaction needs on the server. */',
    'export class CnchServerResource implements ServerResource {',
    ...fields(all),
    '',
    ...constructorText(all),
    '',
    ...methods(plan, all, logging),
    '}',
    '',
  ];
  const used = types.filter((name) => new RegExp(`\\b${name}\\b`).test(body.join('\n')));
  const text = indent([`import type { ${used.join(', ')} } from 'server';`, '', ...body]);
  return text.replaceAll(/\n{3,}/g, '\n\n').replaceAll(/\n\n( *)\}/g, '\n$1}');
}

function pieceOf(part: Part, index: number): Piece {
  const n = index + 1;
  switch (part.type) {
    case 'keeper':
      return keeperPiece(part, n);
    case 'noise':
      return noisePiece(part, n);
    case 'beat':
      return beatPiece(part, n);
    case 'listener':
      return listenerPiece(part, n);
    case 'clockwork':
      return clockworkPiece(part, n);
  }
}

/** What a fault needs of the rest of the program. */
const faultPiece = (fault: Fault | undefined): Piece => ({
  asksForCommit: fault?.what === 'workers released on commit',
});

function top({ parts }: Plan, all: Required<Piece>): readonly string[] {
  const counts = parts.some((part) => part.type === 'keeper' && part.key === 'serial number');
  return [...(counts ? ['let serial = 0;', ''] : []), ...all.top, ''];
}

function fields(all: Required<Piece>): readonly string[] {
  return [
    'readonly #transaction: TransactionId;',
    'readonly #tables = new Map<string, readonly DataPart[]>();',
    'readonly #requested = new Set<Worker>();',
    ...(all.asksForCommit ? ['#committed = false;'] : []),
    ...all.fields,
  ];
}

function constructorText(all: Required<Piece>): readonly string[] {
  return [
    'constructor(server: Server, transaction: TransactionId) {',
    'this.#transaction = transaction;',
    ...all.construct,
    '}',
  ];
}

/** The text of each call's line, and of what it does. */
function methods(plan: Plan, all: Required<Piece>, logging: LoggingText): readonly string[] {
  const { fault, timing } = plan;
  const line = (call: Call, text: string, table?: string): readonly string[] => {
    if (fault !== undefined && 'call' in fault && fault.call === call) {
      return fault.what === 'line missing' ? [] : [logging.line(text, table), logging.line(text, table)];
    }
    return [logging.line(text, table)];
  };
  const isLate = fault?.what === 'line late';
  const createLine = line('addCreateQuery', 'addCreateQuery ${table}', 'table');
  const partsLine = line('addDataParts', 'addDataParts ${table}: ${parts.length} parts', 'table');
  return [
    ...method('addCreateQuery(table: string, query: string)', 'rest', timing, isLate ? [] : createLine, [
      'this.#tables.set(table, []);',
      ...all.createQuery,
    ]),
    '',
    ...method('addDataParts(table: string, parts: readonly DataPart[])', 'rest', timing, partsLine, [
      ...(isLate ? createLine : []),
      'this.#tables.set(table, parts);',
      ...all.dataParts,
    ]),
    '',
    ...method(
      'sendResources(workers: readonly Worker[])',
      'send',
      timing,
      line('sendResources', 'sendResources to ${workers.length} workers'),
      send(fault, all),
    ),
    '',
    ...method(
      '[Symbol.dispose]()',
      'disposal',
      timing,
      line('dispose', 'dispose: ${this.#tables.size} tables'),
      [...releaseWorkers(fault), ...all.dispose],
    ),
  ].map((text) =>
    all.createQuery.length === 0 ? text.replace('(table: string, query: string)', '(table: string)') : text,
  );
}

/** A method that comes back as the timing says. */
function method(
  signature: string,
  role: 'rest' | 'send' | 'disposal',
  timing: Timing,
  line: readonly string[],
  work: readonly string[],
): readonly string[] {
  const { how, which, awaitsFirst, ms } = timing;
  const isAsync = how !== 'at once' && (which === 'all' || which.includes(role));
  if (!isAsync) return [`${signature}: void {`, ...line, ...work, '}'];
  if (how === 'then') {
    const [before, after] = awaitsFirst ? [[], [...line, ...work]] : [line, work];
    return [
      `${signature}: Promise<void> {`,
      ...before,
      'return Promise.resolve().then(() => {',
      ...after,
      '});',
      '}',
    ];
  }
  const wait =
    how === 'timer'
      ? [`await new Promise<void>((resolve) => {`, `setTimeout(resolve, ${ms});`, `});`]
      : ['await Promise.resolve();'];
  const body = awaitsFirst ? [...wait, ...line, ...work] : [...line, ...wait, ...work];
  return [`async ${signature}: Promise<void> {`, ...body, '}'];
}

/** Sends to the workers, and what parts do after that, when it fails, and however it ended. */
function send(fault: Fault | undefined, all: Required<Piece>): readonly string[] {
  const sent = [...(all.asksForCommit ? ['this.#committed = true;'] : []), ...all.sent];
  const body = [...sendLoop(fault), ...sent];
  if (fault?.what === 'send not awaited') {
    return ['void (async () => {', 'await Promise.resolve();', ...body, '})().catch(() => undefined);'];
  }
  const caught = fault?.what === 'failure swallowed' ? [] : ['throw error;'];
  const catches = all.sendFailed.length > 0 || fault?.what === 'failure swallowed';
  if (!catches && all.sendFinally.length === 0) return body;
  const usesError = caught.length > 0 || all.sendFailed.length > 0;
  return [
    'try {',
    ...body,
    ...(catches ? [`} catch${usesError ? ' (error)' : ''} {`, ...all.sendFailed, ...caught] : []),
    ...(all.sendFinally.length > 0 ? ['} finally {', ...all.sendFinally] : []),
    '}',
  ];
}

const tables = '[...this.#tables.keys()]';
const first = '.map((_, __, [only]) => only!)';

/** What each worker is given, where that is the fault. */
const given: Partial<Readonly<Record<Fault['what'], string>>> = {
  'no tables sent': '[]',
  'one table sent': `${tables}.slice(1)`,
  'one table sent twice': `${tables}${first}`,
  'other tables sent': `${tables}.map((table) => (table === 'orders' ? 'lineitem' : 'orders'))`,
};

/** Which workers are sent to, where that is the fault. */
const addressed: Partial<Readonly<Record<Fault['what'], string>>> = {
  'second worker not sent to': 'workers.slice(0, 1)',
  'first worker sent to twice': `workers${first}`,
};

/** Sends to each worker. */
function sendLoop(fault: Fault | undefined): readonly string[] {
  const what = fault?.what ?? 'line late';
  if (what === 'no worker sent to') return ['for (const worker of workers) this.#requested.add(worker);'];
  return [
    `for (const worker of ${addressed[what] ?? 'workers'}) {`,
    'this.#requested.add(worker);',
    `worker.send(this.#transaction, ${given[what] ?? tables});`,
    ...(what === 'workers released early' ? ['worker.release(this.#transaction);'] : []),
    '}',
  ];
}

const release = 'for (const worker of this.#requested) worker.release(this.#transaction);';

/** How workers are released, where that is the fault or goes with it. */
const released: Partial<Readonly<Record<Fault['what'], readonly string[]>>> = {
  'workers never released': [],
  'workers released on commit': [`if (this.#committed) ${release}`],
  'first worker released twice, second never': [
    'const [first] = this.#requested;',
    'for (const _ of this.#requested) first?.release(this.#transaction);',
  ],
  'first worker sent to twice': [release, release],
};

function releaseWorkers(fault: Fault | undefined): readonly string[] {
  return (fault && released[fault.what]) ?? [release];
}
