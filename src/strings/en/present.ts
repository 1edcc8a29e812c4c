/** English words of the presenter view. */

export const present = {
  /** Names the whole view, and its controls. */
  label: 'Presenter view',
  previous: 'Previous',
  next: 'Next',
  outline: 'Outline',
  close: 'Close',
  leave: 'Leave',
  /** The place in the row of slides. */
  place: (slide: string, slides: string): string => `${slide} of ${slides}`,
  announced: (slide: string, slides: string, title: string): string =>
    `Slide ${slide} of ${slides}: ${title}`,
  /** What a slide shows, in the outline and beside the heading of its section. */
  kinds: {
    opening: 'Start',
    text: 'Text',
    thing: 'Figure',
    question: 'Question',
    chart: 'Chart',
    code: 'Code',
    panels: 'What the run shows',
  },
  /** The kind of a slide within its section. */
  titled: (section: string, kind: string): string => `${section} · ${kind}`,
  howTo: {
    heading: 'How to present',
    about:
      'Ask each question, count the hands, let the room discuss it, and count again. Then reveal the answer and run the program.',
    ownRecord: 'Nothing that you do here changes your own record or your own programs.',
    narrow: 'This view is made for a projector. On a narrow screen, parts of it scroll.',
    /** What the keys do. */
    keys: [
      ['→ ←', 'next or previous slide; Page Down, Page Up and Space work too'],
      ['↑ ↓', 'choose an option, or the next marked lines of the code'],
      ['+ −', 'add a hand to that option, or take one away'],
      ['Enter', 'discuss, count again, reveal'],
      ['R', 'run the program'],
      ['Q', 'next question'],
      ['O', 'outline'],
      ['Esc', 'leave'],
    ] as readonly (readonly [string, string])[],
  },
  question: {
    /** What the room does now. */
    stages: {
      first: 'Raise your hand for one answer.',
      discuss: 'Discuss your answer with your neighbour.',
      second: 'Raise your hand again.',
      revealed: 'The answer',
    },
    /** The button that leads on. */
    advance: {
      first: 'Discuss',
      discuss: 'Count again',
      second: 'Reveal',
    },
    before: 'before',
    after: 'after',
    right: 'right',
    add: (option: string): string => `Add a hand: ${option}`,
    take: (option: string): string => `Take a hand away: ${option}`,
    hands: (option: string, count: number): string =>
      count === 1 ? `1 hand: ${option}` : `${count} hands: ${option}`,
    another: 'Another number',
    run: 'Run it now',
    reset: 'Reset',
    /** Keys of a question, at the foot of its slide. */
    keys: '↑ ↓ choose · + − count hands · Enter go on',
  },
};
