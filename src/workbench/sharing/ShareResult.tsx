/** Makes the text that was asked for, copies it, and says so; where the clipboard is refused, the text is shown, to be copied by hand. */

// As an address: a style sheet that is imported would be fetched with the page.
import styles from './sharing.css?url';

import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';

import type { Workload } from '#playground/record.ts';
import { countWords } from '#src/chart/quantity-words.ts';
import { aliveTraces } from '#src/strings/alive-words.ts';
import { scenarioTexts } from '#src/strings/scenario-texts.ts';
import { sharingWords } from '#src/strings/sharing-words.ts';
import { workbenchWords } from '#src/strings/workbench-words.ts';
import { heapLookOf } from '../store/heap-look.ts';
import type { PlaygroundStore } from '../store/playground-store.ts';
import { runMarkdown } from './run-markdown.ts';
import { type InView, inView, linkTo } from './share-link.ts';
import type { ShareWish } from './share-wish.ts';

interface ShareResultProps {
  readonly store: PlaygroundStore;
  readonly wish: ShareWish;
  /** What the page has already, and would come in pieces of its own if it were asked for here. */
  readonly copyText: (text: string) => Promise<boolean>;
  readonly summaryOf: (workload: Workload, own: Workload) => string;
}

interface Told {
  readonly sentence: string;
  /** To be copied by hand. */
  readonly text?: string;
}

export function ShareResult(props: ShareResultProps): JSX.Element {
  const { store, wish } = props;
  const words = sharingWords();
  const told = useSignal<Told>({ sentence: words.making });
  useEffect(() => {
    let isNewest = true;
    told.value = { sentence: words.making };
    share(props).then(
      (next) => {
        if (isNewest) told.value = next;
      },
      (error: unknown) => {
        reportError(error);
        if (isNewest) told.value = { sentence: words.notLoaded };
      },
    );
    return () => (isNewest = false);
  }, [store, wish]);
  const { sentence, text } = told.value;
  return (
    <div class="ll-share-result">
      <link rel="stylesheet" href={styles} />
      <p>{sentence}</p>
      {text === undefined ? null : (
        <textarea
          class="ll-share-text"
          readOnly
          rows={3}
          aria-label={words.text}
          value={text}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </div>
  );
}

async function share({ store, wish: { as }, copyText, summaryOf }: ShareResultProps): Promise<Told> {
  const words = sharingWords();
  const view = await inView(store);
  if (view === undefined) return { sentence: workbenchWords().workload.fix };
  const link = linkTo(store, view);
  const text =
    as === 'link' ? link : await markdownOf(store, view, summaryOf(view.workload, store.form.own), link);
  if (text === undefined) return { sentence: words.tooLarge };
  if (!(await copyText(text))) return { sentence: words.notCopied, text };
  const hasRun = view.run !== undefined;
  if (as === 'markdown') return { sentence: hasRun ? words.markdownCopied : words.markdownWithoutRun };
  const characters = countWords(text.length);
  return { sentence: hasRun ? words.linkCopied(characters) : words.linkWithoutRun(characters) };
}

async function markdownOf(
  store: PlaygroundStore,
  { program, source, run, scenarioHash }: InView,
  workload: string,
  link: string | undefined,
): Promise<string> {
  const words = workbenchWords();
  const { title } = await scenarioTexts(store.scenario);
  return runMarkdown({
    scenario: title,
    program:
      program === 'mine' && store.choice.visitor.peek() !== undefined ? words.byLink : words.roles[program],
    source,
    workload,
    result: run?.result,
    traces: await tracesOf(store, run),
    machineHash: import.meta.env.MACHINE_HASH,
    scenarioHash,
    link,
  });
}

/** The paths that keep alive what leaks, or has filled the memory; a reader who is to find the faulty reference first gets none. */
async function tracesOf(store: PlaygroundStore, run: InView['run']): Promise<readonly (readonly string[])[]> {
  if (run === undefined || store.asksFault) return [];
  // The heap of a run is there until the next one.
  const last = store.runs.current.peek();
  const { verdict, failure } = run.result;
  const { classes } = verdict;
  const grows =
    failure?.kind === 'out-of-memory' || Object.values(classes).some(({ kind }) => kind === 'leak');
  if (last?.request !== run.request || !grows) return [];
  const report = await heapLookOf(store).reportOf(last);
  return (report?.classes ?? [])
    .filter(({ verdict: kind }) => kind !== 'flat' && kind !== 'bounded')
    .flatMap(({ paths }) => paths)
    .map((path) =>
      aliveTraces().traceLines(path, {
        finding: Object.hasOwn(classes, path.class) ? classes[path.class] : undefined,
        seed: run.workload.seed,
      }),
    );
}
