/** Holds that no two chapters ask for the same number: whoever knows the one must not know the other. */

interface Asked {
  readonly page: string;
  readonly answer: number;
}

/** Answers of this build by the question that asks for them. */
const asked = new Map<string, Asked>();

/** Notes what a page's prediction comes to. Throws where a prediction of another page comes to the same. */
export function keepOwnAnswer(page: string, question: string, answer: number): void {
  for (const [name, other] of asked) {
    if (other.page !== page && other.answer === answer)
      throw new Error(`“${question}” has the same answer as “${name}” of ${other.page}: ${answer}.`);
  }
  asked.set(question, { page, answer });
}
