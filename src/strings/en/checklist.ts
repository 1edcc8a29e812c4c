/** What to ask of a registry, in English: once, for the chapter that ends the course and for the sheet to print. */

/** One question of the checklist. */
interface Question {
  readonly ask: string;
  /** What a good answer looks like. */
  readonly about: string;
  /** What to write down, before each line of the printed sheet, by the names under which answers are kept. */
  readonly lines: Readonly<Record<string, string>>;
}

const questions: readonly Question[] = [
  {
    ask: 'Who puts in, and who takes out?',
    about: 'If nobody takes out, the keys must be bounded.',
    lines: { putIn: 'Put in by', takenOut: 'Taken out by' },
  },
  {
    ask: 'What is the largest number of keys?',
    about: 'Give a number. “One per transaction” is not a number.',
    lines: { mostKeys: 'Largest number' },
  },
  {
    ask: 'Does the key hold an id?',
    about:
      'The id of a transaction, session or user belongs in the record, not in the name. So does an address, a path or a time.',
    lines: { key: 'The key is made of' },
  },
  {
    ask: 'Who owns each entry, and does it end with its owner?',
    about: 'Say so in the code: a field and a dispose method, or a using declaration.',
    lines: { owner: 'Owner', ends: 'Ends where' },
  },
  {
    ask: 'Does the release run when a call throws?',
    about: 'Make each step fail once, in a test.',
    lines: { test: 'Test' },
  },
  {
    ask: 'Can two users share an entry?',
    about: 'Then neither may destroy it by name. Count the holders, or do not share.',
    lines: { shared: 'Shared by' },
  },
  {
    ask: 'What does the fix cost?',
    about:
      'Count lock acquisitions and allocations before and after, and check that no log feature was lost.',
    lines: { before: 'Before', after: 'After' },
  },
  {
    ask: 'What would show it next time?',
    about:
      'Export the number of entries, with created − destroyed = live. Alert on its slope, not on its level.',
    lines: { gauge: 'Gauge', alert: 'Alert' },
  },
];

export const checklist = {
  questions,
  sheet: {
    print: 'Print this page',
    /** What the sheet is about, before a line each, by the names under which answers are kept. */
    about: {
      service: 'Service',
      registry: 'Registry',
      where: 'Where in the code',
      dateAndName: 'Date and name',
    },
    questions: 'Eight questions about one registry',
    done: 'OK',
    question: 'Question',
    answer: 'Answer',
    others: 'Other registries to look at',
    columns: ['Registry', 'Key', 'Largest number', 'Who removes an entry', 'Gauge'],
  },
};
