/** Makes the text that was asked for, copies it, and says so; where the clipboard is refused, the text is shown, to be copied by hand. */

// As an address: a style sheet that is imported would be fetched with the page.
import styles from './sharing.css?url';

import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';

import { countWords } from '#src/chart/quantity-words.ts';
import { aliveTraces } from '#src/strings/alive-words.ts';
import { scenarioTexts } from '#src/strings/scenario-texts.ts';
import { sharingWords } from '#src/strings/sharing-words.ts';
import { workbenchWords } from '#src/strings/workbench-words.ts';
import { copyText } from '../panes/copy-text.ts';
import { tabWords } from '../store/code-label.ts';
import { heapLookOf } from '../store/heap-look.ts';
import { troubleWords } from '../store/loading-words.ts';
import type { PlaygroundStore } from '../store/playground-store.ts';
import { workloadSummary } from '../store/workload-summary.ts';
import { runMarkdown } from './run-markdown.ts';
import { type InView, inView, linkTo } from './share-link.ts';
import type { ShareWish } from './share-wish.ts';

interface ShareResultProps {
  readonly store: PlaygroundStore;
  readonly wish: ShareWish;
}

interface Told {
  readonly sentence: string;
  /** To be copied by hand. */
  readonly text?: string;
}

export function ShareResult({ store, wish }: ShareResultProps): JSX.Element {
  const words = sharingWords();
  const told = useSignal<Told>({ sentence: words.making });
  useEffect(() => {
    let isNewest = true;
    told.value = { sentence: words.making };
    share(store, wish).then(
      (next) => {
        if (isNewest) told.value = next;
      },
      async (error: unknown) => {
        reportError(error);
        const sentence = await troubleWords(error);
        if (isNewest) told.value = { sentence };
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

async function share(store: PlaygroundStore, { as }: ShareWish): Promise<Told> {
  const words = sharingWords();
  const view = await inView(store);
  if (view === undefined) return { sentence: workbenchWords().workload.fix };
  const link = linkTo(store, view);
  const text = as === 'link' ? link : await markdownOf(store, view, link);
  if (text === undefined) return { sentence: words.tooLarge };
  if (!(await copyText(text))) return { sentence: words.notCopied, text };
  const hasRun = view.run !== undefined;
  if (as === 'markdown') return { sentence: hasRun ? words.markdownCopied : words.markdownWithoutRun };
  const characters = countWords(text.length);
  return { sentence: hasRun ? words.linkCopied(characters) : words.linkWithoutRun(characters) };
}

async function markdownOf(
  store: PlaygroundStore,
  { program, source, workload, run, scenarioHash }: InView,
  link: string | undefined,
): Promise<string> {
  const { title } = await scenarioTexts(store.scenario);
  return runMarkdown({
    scenario: title,
    program: tabWords(store.choice, program),
    source,
    workload: workloadSummary(workload, store.form.own),
    result: run?.result,
    traces: tracesOf(store, run),
    machineHash: import.meta.env.MACHINE_HASH,
    scenarioHash,
    link,
  });
}

/** The paths that the panel “Why alive” has found in this run, if it was open. */
function tracesOf(store: PlaygroundStore, run: InView['run']): readonly (readonly string[])[] {
  const state = heapLookOf(store).state.peek();
  if (run === undefined || state?.report === undefined || state.run.request !== run.request) return [];
  const { classes } = run.result.verdict;
  return state.report.classes
    .filter(({ verdict }) => verdict !== 'flat' && verdict !== 'bounded')
    .flatMap(({ paths }) => paths)
    .map((path) =>
      aliveTraces().traceLines(path, {
        finding: Object.hasOwn(classes, path.class) ? classes[path.class] : undefined,
        seed: run.workload.seed,
      }),
    );
}
