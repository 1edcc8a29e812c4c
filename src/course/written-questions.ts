/** The questions of a page as they are written in its source, for whoever tells of them elsewhere. */

/** The components of a page that ask; `Predict` asks for a number, the others offer texts. */
export type Asking = 'Quiz' | 'Predict' | 'PredictChoice';

export interface WrittenQuestion {
  /** What the source calls it; empty where it has no name. */
  readonly name: string;
  readonly question: string;
  /** In the order of the source. A text that is computed is there as it is written. */
  readonly options: readonly WrittenOption[];
}

export interface WrittenOption {
  /** Empty for a number. */
  readonly text: string;
  /** What is said of it. */
  readonly why: string;
  /** Whether the source says outright that it is right. */
  readonly right: boolean;
}

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
  const blocks = source.matchAll(new RegExp(`<(?:${components.join('|')})\\n[\\s\\S]*?\\n/>`, 'g'));
  return [...blocks].map(([block]) => {
    const [head = '', ...options] = block.split(/\n\s+(?:\{ )?(?=(?:text|value): )/);
    return {
      name: textAfter(/\bname=/, head),
      question: textAfter(/question=\{?/, head),
      options: options.map((option) => ({
        text: textAfter(/text: /, option),
        why: textAfter(/why: /, option),
        right: /\bright: true\b/.test(option),
      })),
    };
  });
}
