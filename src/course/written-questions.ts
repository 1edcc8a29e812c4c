/** The questions of a page as they are written in its source, for whoever tells of them elsewhere. */

/** A question with its answers, in the order in which they are written: what is kept of an answer is its place among them. */
export interface WrittenQuestion {
  /** Names the question in what is kept of a reader's progress. */
  readonly group: string;
  readonly question: string;
  readonly options: readonly { readonly text: string; readonly right: boolean }[];
}

/** The name under which an answer is kept: one for each question of a page. */
export function questionGroup(name: string, isPrediction: boolean): string {
  return `${isPrediction ? 'guess' : 'check'}-${name.replace(/\W+/g, '-').toLowerCase().slice(0, 40)}`;
}

/** The same for names that are sorted. */
export const sortGroup = (name: string): string => `sort-${name}`;

/** Text in quotes of one kind or another, as it stands in a source. */
const quoted = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`/;

function textAfter(name: RegExp, source: string): string {
  const found = new RegExp(`${name.source}(?:${quoted.source})`).exec(source)?.slice(1);
  return (found ?? []).join('').replace(/\\(.)/g, '$1');
}

/** What a kind of component asks in a page's MDX. A text that is computed is there as it is written. */
export function writtenQuestions(
  source: string,
  component: 'Quiz' | 'PredictChoice' | 'Sort',
): readonly WrittenQuestion[] {
  const blocks = source.matchAll(new RegExp(`<${component}\\n[\\s\\S]*?\\n/>`, 'g'));
  return [...blocks].map(([block]) => {
    const [head = '', ...options] = block.split(/\n\s+(?:\{ )?(?=text: )/);
    const question = textAfter(/question=\{?/, head);
    const name = textAfter(/\bname=/, head);
    return {
      group:
        component === 'Sort' ? sortGroup(name) : questionGroup(name || question, /\bunveils=/.test(block)),
      question,
      options: options.map((option) => ({
        text: textAfter(/text: /, option),
        right: /\bright: true\b/.test(option),
      })),
    };
  });
}
