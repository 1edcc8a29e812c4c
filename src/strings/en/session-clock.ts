/** English words that the clock of a session says. */

const list = new Intl.ListFormat('en');
const counted = (minutes: number): string => `${minutes} min`;

export const sessionClock = {
  /** Before the clock has been started. */
  ready: 'Press Start when the session begins.',
  onTime: 'On time.',
  ahead: (minutes: number): string => `${counted(minutes)} ahead.`,
  /** `cut`: what to do about it, one of the sentences below. */
  behind: (minutes: number, cut: string): string => `${counted(minutes)} behind. ${cut}`,
  /** Which steps to leave out. `steps`: their titles with their minutes. */
  cut: (steps: readonly { readonly title: string; readonly minutes: number }[]): string =>
    `Leave out ${list.format(steps.map(({ title, minutes }) => `“${title}” (${counted(minutes)})`))} to be back on time.`,
  /** When all steps that can be cut are not enough. */
  cutAll: (
    steps: readonly { readonly title: string; readonly minutes: number }[],
    stillBehind: number,
  ): string =>
    `Leave out ${list.format(steps.map(({ title, minutes }) => `“${title}” (${counted(minutes)})`))}, and end ${counted(stillBehind)} late.`,
  noCut: 'No step that is left can be cut. Shorten the discussion.',
  /** Which step it is. */
  now: (number: number, all: number, title: string): string => `Step ${number} of ${all}: ${title}`,
  /** The same with whether the session is on time. */
  announced: (step: string, pace: string): string => `${step}. ${pace}`,
};
