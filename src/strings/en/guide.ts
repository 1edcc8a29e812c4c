/** English words of the guide for a facilitator. What stands in quotation marks can be said aloud as it is. */

import type { StepId } from '#src/guide/session-routes.ts';

/** What a facilitator needs for one step. */
interface StepWords {
  readonly title: string;
  /** What is on the wall. */
  readonly show: string;
  /** How to open the step, to say aloud. */
  readonly say: string;
  /** What to ask, to say aloud. */
  readonly ask: readonly string[];
  readonly moveOn: string;
  /** What to say if nobody answers. */
  readonly silence: string;
}

const steps: Readonly<Record<Exclude<StepId, 'break'>, StepWords>> = {
  open: {
    title: 'The report',
    show: 'The first paragraphs of chapter 1, as far as the question who is to blame.',
    say: '“A user of ByConity watched the memory of a server rise for a week. Then a probe failed, and the server was restarted. Its caches held almost nothing. Today we find out what held the rest, we fix it ourselves, and we see what ByConity did.”',
    ask: ['“Has one of our services ever been restarted because of its memory? What did we do?”'],
    moveOn: 'After one story. Keep the tools for later.',
    silence:
      '“Then imagine that it happened last night, and that you were on call. What is your first step?”',
  },
  symptom: {
    title: 'Which curve is the leak?',
    show: 'The three curves. Do not move them on, and run nothing, before the vote. After the vote, run the leaky program and open “Why alive”.',
    say: '“You see only the beginning, as on a dashboard in the first hour. One of these curves is a leak.”',
    ask: [
      '“Which of A, B and C still grows at the end: only A, only B, both, or neither? Hands up. Now talk to your neighbour for half a minute, and vote again.”',
    ],
    moveOn: 'When somebody has named what holds the loggers: the registry.',
    silence: '“For each curve, tell me what would have to run out before it stops.”',
  },
  'cause-name': {
    title: 'First cause: an id in the name',
    show: 'The question at the top of chapter 3. After the vote, run the leaky program, and let the group choose the faulty reference in “Why alive”.',
    say: '“Every resource is destroyed on time. Something else keeps its logger.”',
    ask: [
      '“Which of these four edits stops the growth?”',
      '“Who puts an entry into this map, and who takes one out?”',
      '“Why would a leak checker find nothing here?”',
    ],
    moveOn:
      'When somebody says in their own words that the map keeps an entry for every name it was ever asked for.',
    silence: '“Read me the name that the first transaction asks for. Now the second one.”',
  },
  'fix-pairs': {
    title: 'Fix it in pairs',
    show: 'The challenge of chapter 3, on everybody’s own screen. One types, and the other reads the failed checks aloud.',
    say: '“Work in pairs until I call. Any fix counts if all checks pass. The log must still say which transaction wrote each line.”',
    ask: [
      '“Which family is your fix: a bounded name, an owned logger, or a registry that forgets? What does it cost?”',
    ],
    moveOn:
      'When half of the pairs have passed, or the time is up. Let one pair of each family show its fix. The others can finish later.',
    silence: '“Find the line that decides how many entries the map will have. Start there.”',
  },
  'cause-release': {
    title: 'Second cause: a release that is skipped',
    show: 'The question at the top of chapter 4, then a run, then the figure of the two ways out.',
    say: '“This server closes every logger that it opens, and it still leaks. Some of its transactions fail.”',
    ask: ['“How many loggers are left: none, one for each failed transaction, or fewer than that?”'],
    moveOn: 'When somebody points at the line that throws before the close.',
    silence: '“Put your finger on the close. Which lines above it can throw?”',
  },
  'fix-release': {
    title: 'Fix the failing path in pairs',
    show: 'The challenge of chapter 4. Swap the keyboard within each pair.',
    say: '“Same pairs, other hands. This time the log and the success path are right already. Only a failing send leaks.”',
    ask: ['“Show me the line that closes your logger. Does it run when the send throws?”'],
    moveOn:
      'When half of the pairs have passed, or the time is up. Ask for one fix with a block and one with an owner.',
    silence: '“Which block runs on every way out of a function?”',
  },
  'cause-lifetime': {
    title: 'Third cause: two lifetimes',
    show: 'The question at the top of chapter 5, then a run, then the figure with four queries in one process.',
    say: '“No registry this time, and no logger. Each transaction only listens to a bus, and the bus lives as long as the process.”',
    ask: ['“Its resource was disposed of. What is left of the transaction?”'],
    moveOn: 'When somebody compares how long the object should live with how long its holder lives.',
    silence: '“How long does the bus live? How long does a query live? Who tells the bus?”',
  },
  compare: {
    title: 'Two fixes, side by side',
    show: 'The table “Which fix?” in chapter 3, then the question at the top of chapter 8 and the section below it.',
    say: '“A constant name works until somebody puts an id into a name again. An owned logger ends with its owner, whatever it is called.”',
    ask: [
      '“This logger has no name and is in no map. What still holds it when its resource has ended?”',
      '“Next year somebody adds one line. Which line brings the leak back, for each of these fixes?”',
    ],
    moveOn: 'When the group has finished the sentence “It leaks again when…” for both fixes.',
    silence: '“Read me the last cell of the first row. Could that happen in our code?”',
  },
  pool: {
    title: 'And a pool?',
    show: 'The figure with the shelves in chapter 6, and the question below it.',
    say: '“The article names a pool first. A pool helps only if the next one who asks finds what was given back.”',
    ask: ['“A pool keeps its idle loggers by the name of the table. Does it leak?”'],
    moveOn: 'When somebody has asked how many different keys there can be.',
    silence: '“A transaction has ended. Who will ever look on its shelf again?”',
  },
  measure: {
    title: 'What the fix changed',
    show: 'The question at the top of chapter 10. Run both programs, then read the table row by row.',
    say: '“‘It is fixed’ is a claim. These are numbers that your own browser repeats exactly.”',
    ask: ['“The fix takes the id out of the name. Which of these four stays exactly as it was?”'],
    moveOn: 'When the group agrees on one sentence that it would put into a release note.',
    silence: '“How often does a resource ask the registry before the fix? And after it?”',
  },
  alert: {
    title: 'Would we have noticed?',
    show: 'The two figures on level and slope in chapter 9b, and the question below them.',
    say: '“An alert on the level blames the cache. An alert on the slope finds the leak.”',
    ask: [
      '“Memory rises a lot in the first hour, far less in the second, and hardly at all in the third. Which alert should fire?”',
      '“What would you count in our service?”',
    ],
    moveOn: 'When somebody has named one thing to count in a service of yours.',
    silence: '“What does a cache add from hour to hour? And a leak?”',
  },
  history: {
    title: 'What ByConity really did',
    show: 'The question at the top of chapter 11, then the table of four versions, the timeline, and the sibling.',
    say: '“Version 1.0.0 changed one name. Master later took loggers out of the registry, and no version tag has that yet. ClickHouse taught its registry to forget. The threads never name this leak: that they are about it is inferred.”',
    ask: [
      '“Which of the four versions takes the registry’s lock most often?”',
      'If there is time: “You have a build, and nobody remembers which. How do you find out whether it leaks?”',
    ],
    moveOn: 'After the sibling. Say that this was read in the source, and not run.',
    silence: '“Which version has to come back to the registry when a transaction ends?”',
  },
  own: {
    title: 'Our own registries',
    show: 'The checklist, on paper or on the wall.',
    say: '“Write down one map, list or set of ours that outlives a request.”',
    ask: ['“Does its key hold an id? What is the largest number of keys? Who takes one out?”'],
    moveOn: 'When everybody has written down one registry, and the name of the person who will look at it.',
    silence:
      '“Start with loggers, metrics and listeners. Which of them takes a name that is made at run time?”',
  },
};

/** What people say who are about to make a wrong fix. By the name of the answer. */
const said: Readonly<Record<string, string>> = {
  'memory-that-only-goes-up/wrong-drop-the-cache': 'Drop the cache. It is the largest.',
  'logger-per-transaction/wrong-no-id': 'Just use a constant name.',
  'logger-per-transaction/wrong-weak-values': 'Put weak references into the map.',
  'logger-per-transaction/wrong-destroy-by-name': 'Destroy the logger by its name in the disposal.',
  'logger-per-transaction/wrong-clear-when-full': 'Empty the map when it gets too large.',
  'logger-per-transaction/wrong-silent': 'Log nothing.',
  'about how many loggers/0': 'None: both are closed.',
  'about how many loggers/1': 'One for each failed transaction.',
  'about how many loggers/2': 'Two for each failed transaction.',
  'release-on-the-failing-path/wrong-catch-and-finally': 'Close it in catch, and in finally to be safe.',
  'release-on-the-failing-path/wrong-on-commit': 'Close it in the disposal, once the work is committed.',
  'release-on-the-failing-path/wrong-close-first': 'Close it before the send.',
  'release-on-the-failing-path/wrong-weak-list': 'Hold the logger weakly.',
  'listener-per-resource/wrong-new-function': 'Call off with the same arrow function.',
  'listener-per-resource/wrong-weak-listener': 'Let the listener hold the resource weakly.',
  'owned-logger/wrong-weak-list': 'Keep the list, and make it weak.',
  'owned-logger/wrong-closes-on-success': 'Close it where the work is done.',
  'owned-logger/wrong-closes-root': 'Wrap the root logger, and close it at the end.',
  'logger-pool/wrong-never-shrinks': 'Keep every logger that comes back.',
  'logger-pool/wrong-never-reset': 'Hand out any idle logger as it is.',
  'alert-on-slope/wrong-high-level': 'Raise the limit above every cache.',
  'alert-on-slope/wrong-since-start': 'Compare with the first reading.',
  'four-versions/wrong-id-back-in-name': 'Make it a rule: no ids in names.',
  'metric-label/wrong-hashed': 'Then we use a hash of the id.',
};

/** Replies to wrong options whose answer in the chapter holds measured numbers. To say aloud. */
const replies: Readonly<Record<string, string>> = {
  'still-grows-at-the-end/0':
    'A is ahead, but each of its steps is smaller than the one before. A is the cache.',
  'still-grows-at-the-end/2': 'Both grow now. Which of them gets a new key with every transaction?',
  'still-grows-at-the-end/3': 'A has a limit: its keys come back. What would be the limit of B?',
  'edit-that-stops-the-growth/0': 'The second call finds what the first one made. Count names, not calls.',
  'edit-that-stops-the-growth/1': 'The constructor makes the logger, however little is logged later.',
  'edit-that-stops-the-growth/3': 'That reference goes anyway. Which one is left?',
  'what-the-bus-leaves/0': 'Disposal is a call like any other. Read what this one removes.',
  'what-the-bus-leaves/1': 'A function keeps alive whatever it refers to. Find the word “this” in it.',
  'what-the-bus-leaves/3': 'Each disposal closes its channel. Look for what the listener can reach.',
  'what-holds-a-virtual-logger/0':
    'The field is the holder that you see first. Who else has been given this logger?',
  'what-the-fix-leaves-as-it-was/0': 'One name makes one logger, so far fewer objects are made.',
  'what-the-fix-leaves-as-it-was/2': 'In this model, a search among many names holds the lock for longer.',
  'what-the-fix-leaves-as-it-was/3': 'That is what the fix was made for.',
  'which-version-takes-the-lock-most/0':
    'Once for each transaction. Which version also has to give something back?',
  'which-version-takes-the-lock-most/1':
    'As often as before the fix. The name has changed, and the lookup has not.',
  'which-version-takes-the-lock-most/2':
    'The wrapper asks no registry. The logger below it is looked up once.',
};

export const guide = {
  steps,
  said,
  replies,
  break: 'Break',
  /** A choice of routes, and the heading of each. */
  routes: 'Length of the session',
  route: (minutes: number): string => `${minutes} minutes`,
  routeHeading: (minutes: number): string => `The route of ${minutes} minutes`,
  /** How much of a route must be done. */
  routeSum: (minutes: number, must: number): string =>
    `The steps that must be done take ${must} of the ${minutes} minutes.`,
  notes: 'Show notes',
  print: 'Print this route with its notes',
  need: { must: 'must', 'can be cut': 'can be cut' },
  /** When a step begins and ends, in minutes from the start. */
  from: (from: number, until: number): string => `minute ${from} to ${until}`,
  lasts: (minutes: number): string => `${minutes} min`,
  share: (percent: number): string => `${percent}% of the chapter`,
  /** A part of a chapter, or the whole page where it has no heading. */
  place: (page: string, heading: string): string => `${page}: ${heading}`,
  chapter: (number: string, title: string): string => `Chapter ${number}, ${title}`,
  present: 'presenter view',
  labels: {
    show: 'Show',
    say: 'Say',
    ask: 'Ask',
    expect: 'Expect',
    moveOn: 'Move on',
    silence: 'If nobody answers',
  },
  /** What somebody says, before what is answered. */
  quoted: (words: string): string => `“${words}”`,
  clock: {
    label: 'Clock of the session',
    start: 'Start',
    pause: 'Pause',
    reset: 'Reset',
    back: 'Step back',
    next: 'Next step',
    elapsed: 'Elapsed',
    ends: 'This step ends at',
    step: 'Now',
  },
};
