/** Which modules of a page share one file: each in a file of its own costs a reader a request and its own compression. */

/** Small ones that nearly every playground needs anyway; whatever is loaded later finds them there. */
const small = [
  ...['src/strings/language', 'src/strings/in-page-language', 'src/kept/keys'],
  ...['src/chart/quantity-words', 'src/chart/spread-labels', 'src/workbench/panes/copy-text'],
  ...['playground/words/byte-words', 'playground/words/plain-text', 'playground/workload'],
  ...['playground/learner-record/text-mark', 'playground/analysis/judged-run'],
  ...['playground/scenarios/lock-turns', 'playground/scenarios/costs', 'src/kept/browser-storage'],
];

/** A group for the bundler's option `codeSplitting`. */
export const smallModules = {
  name: 'small',
  test: (id: string): boolean => {
    const path = id.replaceAll('\\', '/');
    return small.some((module) => path.endsWith(`/${module}.ts`));
  },
};
