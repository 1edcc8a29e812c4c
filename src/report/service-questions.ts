/** The course's checklist, as the report asks it of each registry; its words come with the page. */

/** A question with the lines to fill in: labels by the names under which answers are kept. */
export interface ServiceQuestion {
  readonly ask: string;
  readonly about: string;
  readonly lines: Readonly<Record<string, string>>;
}

/** What is asked of a registry. */
export interface ServiceChecklist {
  /** Labels of what a registry is called and where it stands, by the names under which answers are kept. */
  readonly about: Readonly<Record<'service' | 'registry' | 'where', string>>;
  readonly questions: readonly ServiceQuestion[];
}

type Answers = Readonly<Record<string, string>>;

/** What was typed on a line, without spaces around it; empty for nothing. */
export function answerOf(answers: Answers, name: string): string {
  return answers[name]?.trim() ?? '';
}

/** The lines of a question that have an answer: label and answer. */
export function answeredLines(
  { lines }: ServiceQuestion,
  answers: Answers,
): readonly (readonly [label: string, answer: string])[] {
  return Object.entries(lines).flatMap(([name, label]) => {
    const answer = answerOf(answers, name);
    return answer === '' ? [] : [[label, answer] as const];
  });
}

/** How many of the questions have an answer. */
export function answeredCount({ questions }: ServiceChecklist, answers: Answers): number {
  return questions.filter((question) => answeredLines(question, answers).length > 0).length;
}
