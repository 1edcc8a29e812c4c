/** A path as text, to be printed or pasted: root at the top, the faulty reference underlined. After LeakCanary's drawing. */

import type { CutResult, HeapPath, HeapReport, PathStep } from '../../heap/report.ts';
import type { ClassFinding } from '../../record.ts';
import { byteWords } from '../byte-words.ts';
import { heapWords } from './heap.ts';
import { plainText } from '../plain-text.ts';
import { noun, perTransaction, thousands } from './wording.ts';

export interface TraceContext {
  readonly finding: Pick<ClassFinding, 'perTransaction'> | undefined;
  readonly seed: number;
  readonly cut?: CutResult | undefined;
}

/** Column at which what is known of a step begins. */
const notesAt = 44;

/** The lines of one path. */
export function traceLines(path: HeapPath, context: TraceContext): readonly string[] {
  const { steps } = path;
  return [
    headLine(path, context),
    `┬─── ${heapWords.rootWords(path.root)}`,
    ...steps.flatMap((step, at) => stepLines(path, step, at)),
    ...(path.frees === undefined || context.cut !== undefined
      ? []
      : [`CUT  ${heapWords.pathWords(upTo(path))} ${heapWords.freesWords(path)}`]),
    ...(context.cut === undefined
      ? []
      : [
          `CUT  ${heapWords.pathWords(upTo(path, context.cut.place.at))} → ${heapWords.cutWords(path, context.cut)}`,
        ]),
  ];
}

/** Classes that are alive and of which none is stuck, a line each. */
export function expectedLines({ classes }: HeapReport): readonly string[] {
  return classes
    .filter(({ verdict }) => verdict === 'flat' || verdict === 'bounded')
    .map(({ name, count, bytes, paths: [path] }) => {
      const held = path === undefined ? '' : ` · ${heapWords.pathWords(path)}`;
      return `alive and expected: ${plainText(name)} × ${thousands(count)}, ${byteWords(bytes)}${held}`;
    });
}

function headLine(
  { class: name, count, bytes, fingerprint, holder, faulty }: HeapPath,
  { finding, seed }: TraceContext,
): string {
  const rate =
    finding === undefined || finding.perTransaction === 0
      ? plainText(name)
      : perTransaction(finding.perTransaction, noun(plainText(name)));
  const order = holder === 1 ? [] : [`holder ${holder}`];
  return [
    `${faulty === undefined ? 'HELD' : 'LEAK'}  ${rate}`,
    `${thousands(count)} alive`,
    byteWords(bytes),
    ...order,
    fingerprint,
    `seed ${seed}`,
  ].join(' · ');
}

/** A step that code would not write on its own, the variable of a module, stands on the line of what it holds. */
function stepLines(path: HeapPath, step: PathStep, at: number): readonly string[] {
  const isLast = at === path.steps.length - 1;
  const isFaulty = at === path.faulty;
  const mark = isLast ? '╰→' : '├─';
  const thing = heapWords.thingWords(step);
  const line = step.line === undefined ? '' : `  line ${thousands(step.line)}`;
  const known = `${heapWords.statusWords(step.status)}${line}`;
  if (step.kind === 'binding' && !isFaulty)
    return [noted(`${mark} ${heapWords.stepWords(step)} (${thing})`, known)];
  const words = `${heapWords.stepWords(step)}${step.times > 1 ? ` × ${thousands(step.times)}` : ''}`;
  const stores =
    isFaulty && path.stores !== undefined ? path.stores.map(heapWords.storeWords).join(' · ') : '';
  return [
    noted(`│    ${words}`, stores),
    ...(isFaulty ? [`│    ${'~'.repeat(Math.max(3, words.length))} ${heapWords.faultyWords}`] : []),
    noted(`${mark} ${thing}`, known),
  ];
}

function noted(text: string, note: string): string {
  return note === '' ? text : `${text.padEnd(notesAt - 2)}  ${note}`;
}

/** A path down to where it is cut; by default to its faulty step. */
function upTo(
  { root, steps, faulty }: HeapPath,
  at = faulty ?? steps.length - 1,
): Pick<HeapPath, 'root' | 'steps'> {
  return { root, steps: steps.slice(0, at + 1) };
}
