/** The shortest path to every node of a heap, with like paths as one: a tree of steps, each with how many nodes it leads to. */

import type { CollectorParts } from './collector.ts';
import { isText, nodeKind, type HeapGraph } from './graph.ts';
import type { Names, Thing } from './names.ts';
import type { Entry } from './roots.ts';
import type { Root, StepKind } from './report.ts';

/** One step of the tree; the first of each root has no parent. */
export interface TreeStep {
  readonly parent: TreeStep | undefined;
  /** What it is told from others by. */
  readonly key: string;
  readonly root: Root;
  readonly kind: StepKind;
  readonly name: string;
  readonly thing: Thing;
  /** The first node that it leads to. */
  readonly sample: number;
  /** How many nodes it leads to. */
  count: number;
  /** How often it was taken again right after itself. */
  folded: number;
  readonly next: Map<string, TreeStep>;
}

/** Every node that can be reached, by its step in the tree and by the edge that leads to it; −1 where there is none. */
export interface Walk {
  /** The step of a node; of one that is no step itself, the step that leads to it. */
  readonly stepOf: readonly (TreeStep | undefined)[];
  /** 1 for a node that is a step of a path. */
  readonly isStep: Uint8Array;
  readonly via: Int32Array;
  readonly holder: Int32Array;
}

/** Nodes that are no step of a path: a path goes through them, and is named by what leads into them or out of them. */
const hiddenKinds: ReadonlySet<number> = new Set([
  nodeKind.code,
  nodeKind.shape,
  nodeKind.variable,
  nodeKind.asyncFrame,
  nodeKind.realm,
  nodeKind.module,
  nodeKind.job,
]);

/** What of a heap is walked, and how. */
export interface Ground {
  readonly graph: HeapGraph;
  readonly names: Names;
  readonly entries: readonly Entry[];
  readonly collector: CollectorParts;
  /** Whether texts are walked to as well that hold nothing. */
  readonly withTexts: boolean;
  /** Whether a node is the machine's own, and may not be passed on the way from the program to what it holds. */
  readonly isForeign: (node: number) => boolean;
}

/** Walks from one root after another, without the edges that `isCut` says are gone. */
export function walk(
  { graph, names, entries, collector, withTexts, isForeign }: Ground,
  isCut: (edge: number) => boolean = () => false,
): Walk {
  const { count, firstEdge, edgeTo, kind } = graph;
  const stepOf: (TreeStep | undefined)[] = new Array<TreeStep | undefined>(count).fill(undefined);
  const via = new Int32Array(count).fill(-1);
  const holder = new Int32Array(count).fill(-1);
  const reached = new Uint8Array(count);
  const isStep = new Uint8Array(count);
  /** The edge that names the way through a hidden node. */
  const naming = new Int32Array(count).fill(-1);
  const roots = new Map<Root, TreeStep>();
  const queue = new Uint32Array(count);
  let [from, to] = [0, 0];

  /** A text that holds nothing; a symbol may be the key of a weak map. */
  const isIdleText = (node: number): boolean =>
    isText(kind[node]!) && firstEdge[node] === firstEdge[node + 1];
  const visit = (
    node: number,
    above: TreeStep,
    by: number,
    named: number,
    holding: number,
    isHidden: boolean,
  ): void => {
    if (reached[node] || (!withTexts && isIdleText(node)) || (above.root !== 'server' && isForeign(node)))
      return;
    reached[node] = 1;
    via[node] = by;
    holder[node] = holding;
    naming[node] = named;
    const isOwn = !isHidden && !hiddenKinds.has(kind[node]!) && !collector.hidden.has(node);
    if (isOwn) isStep[node] = 1;
    stepOf[node] = isOwn ? stepInto(node, above, named, holding) : above;
    queue[to++] = node;
  };
  const stepInto = (node: number, above: TreeStep, named: number, holding: number): TreeStep => {
    const step = named < 0 ? ({ kind: 'data', name: '' } as const) : names.step(holding, named);
    const isFirst = above.parent === undefined;
    const kind: StepKind =
      isFirst && above.root === 'collector'
        ? 'weak target'
        : isFirst && step.kind === 'captured'
          ? 'binding'
          : step.kind;
    return stepTo(above, { kind, name: kind === 'weak target' ? '' : step.name }, names.thing(node), node);
  };

  let lastRoot: Root | undefined;
  const drain = (): void => {
    while (from < to) {
      const node = queue[from++]!;
      const above = stepOf[node]!;
      const isCarrier = kind[node] === nodeKind.variable || collector.carriers.has(node);
      for (let at = firstEdge[node]!; at < firstEdge[node + 1]!; at++) {
        if (isCut(at) || collector.weak.has(at)) continue;
        visit(edgeTo[at]!, above, at, isCarrier ? naming[node]! : at, node, false);
      }
    }
  };
  for (const entry of entries) {
    if (entry.root !== lastRoot) drain();
    lastRoot = entry.root;
    if (entry.edge !== undefined && isCut(entry.edge)) continue;
    let root = roots.get(entry.root);
    if (root === undefined) roots.set(entry.root, (root = rootStep(entry.root)));
    const by = entry.edge ?? -1;
    visit(entry.node, root, by, by, by < 0 ? -1 : entry.holder, entry.isHidden);
  }
  drain();
  return { stepOf, isStep, via, holder };
}

function rootStep(root: Root): TreeStep {
  return {
    parent: undefined,
    key: '',
    root,
    kind: 'data',
    name: '',
    thing: { kind: 'other', of: '' },
    sample: -1,
    count: 1,
    folded: 0,
    next: new Map(),
  };
}

/** The step below another. One that repeats what the last ones did is folded into them: a list of a million is two steps. */
function stepTo(
  above: TreeStep,
  { kind, name }: { readonly kind: StepKind; readonly name: string },
  thing: Thing,
  node: number,
): TreeStep {
  const key = `${kind}\u0000${name}\u0000${thing.kind}\u0000${thing.of}`;
  const again = repeated(above, key);
  if (again !== undefined) {
    again.count++;
    again.folded++;
    return again;
  }
  const known = above.next.get(key);
  if (known !== undefined) {
    known.count++;
    return known;
  }
  const { root } = above;
  const step: TreeStep = {
    parent: above,
    key,
    root,
    kind,
    name,
    thing,
    sample: node,
    count: 1,
    folded: 0,
    next: new Map(),
  };
  above.next.set(key, step);
  return step;
}

/** The longest run of steps that is seen to repeat. */
const longestPeriod = 3;

/** The step that a further one comes back to, where the last ones, with it, repeat the ones before. */
function repeated(above: TreeStep, key: string): TreeStep | undefined {
  let back = above;
  for (let period = 1; period <= longestPeriod; period++) {
    if (back.key === key && repeats(above, period - 1)) return back;
    if (back.parent === undefined) return undefined;
    back = back.parent;
  }
  return undefined;
}

/** Whether the last so many steps are like those one period before them. */
function repeats(last: TreeStep, steps: number): boolean {
  let [later, earlier]: [TreeStep, TreeStep | undefined] = [last, last];
  for (let n = 0; n <= steps; n++) earlier = earlier?.parent;
  for (let n = 0; n < steps; n++) {
    if (later.key !== earlier?.key) return false;
    [later, earlier] = [later.parent!, earlier.parent];
  }
  return true;
}
