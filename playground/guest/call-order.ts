/** The calls that the server makes for one transaction, in their order. Whoever names one, or counts them, does it by this list. */

/** What is called for each table that a transaction reads. */
const eachTable = ['addCreateQuery', 'addDataParts'] as const;

export const calls = ['constructor', ...eachTable, ...eachTable, 'sendResources', 'dispose'] as const;

export type CallName = (typeof calls)[number];

/** Places in that list. */
export const constructCall = 0;
export const disposeCall = calls.length - 1;
export const sendCall = disposeCall - 1;

/** Tables that one transaction reads. */
export const tablesEach = (sendCall - 1) / eachTable.length;

/** A call as a person would write it, without its brackets. */
export function writtenCall(name: CallName): string {
  if (name === 'constructor') return 'new CnchServerResource';
  return name === 'dispose' ? '[Symbol.dispose]' : name;
}
