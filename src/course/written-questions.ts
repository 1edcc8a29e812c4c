/** The questions of a page as they are written in its source, for whoever tells of them elsewhere. */

/** The components of a page that ask; `Predict` asks for a number, the others offer texts. */
export type Asking = 'Quiz' | 'Predict' | 'PredictChoice' | 'Sort';

export interface WrittenQuestion {
  /** Names the question in what is kept of a reader's progress. */
  readonly group: string;
  /** What the source calls it; empty where it has no name. */
  readonly name: string;
  readonly question: string;
  /** In the order of the source: what is kept of an answer is its place among them. */
  readonly options: readonly WrittenOption[];
}

export interface WrittenOption {
  /** As it is written, also where it is computed; empty for a number. */
  readonly text: string;
  /** What is said of it. */
  readonly why: string;
  /** Whether the source says outright that it is right. */
  readonly right: boolean;
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

/** What these components ask in a page's MDX; of a number to predict, the wrong numbers that it knows are the options. */
export function writtenQuestions(
  source: string,
  ...components: readonly Asking[]
): readonly WrittenQuestion[] {
  const blocks = source.matchAll(new RegExp(`<(${components.join('|')})\\n[\\s\\S]*?\\n/>`, 'g'));
  return [...blocks].map(([block, component]) => {
    const [head = '', ...options] = block.split(/\n\s+(?:\{ )?(?=(?:text|value): )/);
    const name = textAfter(/\bname=/, head);
    const question = textAfter(/question=\{?/, head);
    return {
      group:
        component === 'Sort' ? sortGroup(name) : questionGroup(name || question, /\bunveils=/.test(block)),
      name,
      question,
      options: options.map((option) => ({
        text: textAfter(/text: /, option),
        why: textAfter(/why: /, option),
        right: /\bright: true\b/.test(option),
      })),
    };
  });
}
