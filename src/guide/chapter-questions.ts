/** Questions of a chapter, read off its source: what each option says, and what is said of a wrong one. */

/** A wrong answer as the chapter has it. */
export interface ChapterAnswer {
  /** The option; empty for a number. */
  readonly text: string;
  /** What the chapter answers; undefined where a measured number stands in it. */
  readonly why: string | undefined;
  /** Whether the source says outright that it is right. */
  readonly right: boolean;
}

/** Text in quotes of one kind or another, as it stands in a source. */
const quoted = /(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`)/;

/**
 * The options of the question of that name, or with these words in it, in the order of the source; for a number to
 * predict, the wrong numbers that it knows. Throws where the chapter has no such question, or more than one.
 */
export function answersOf(source: string, question: string): readonly ChapterAnswer[] {
  const blocks = [...source.matchAll(/<(?:Quiz|PredictChoice|Predict)\n[\s\S]*?\n\/>/g)].map(
    ([block]) => block,
  );
  const found = blocks.filter(
    (block) => textAfter(/name=/, block) === question || textAfter(/question=\{?/, block)?.includes(question),
  );
  const [block] = found;
  if (block === undefined || found.length > 1)
    throw new Error(`There is not exactly one question '${question}'.`);
  return block
    .split(/\n\s+(?:\{ )?(?=(?:text|value): )/)
    .slice(1)
    .map((option) => ({
      text: textAfter(/text: /, option) ?? '',
      why: fixedText(textAfter(/why: /, option)),
      right: /\bright: true\b/.test(option),
    }));
}

function textAfter(name: RegExp, source: string): string | undefined {
  const found: readonly (string | undefined)[] | undefined = new RegExp(`${name.source}${quoted.source}`)
    .exec(source)
    ?.slice(1);
  return found?.find((text) => text !== undefined)?.replace(/\\(.)/g, '$1');
}

const fixedText = (text: string | undefined): string | undefined => (text?.includes('${') ? undefined : text);
