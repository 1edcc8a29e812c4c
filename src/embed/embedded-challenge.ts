/** The script of an embedded playground: says what the reader's runs come to, and tells the page around of a pass. */

import { passesChallenge } from '#playground/scenarios/costs.ts';
import type { RunFinishedEvent } from '#src/workbench/Workbench.tsx';
import { tellParent } from './embed-message.ts';

const line = document.querySelector<HTMLElement>('.ll-embed-challenge');
const challenge = line?.textContent ?? '';

document.addEventListener('run-finished', (event) => {
  const result = (event as RunFinishedEvent).detail;
  if (line === null || result.program !== 'mine') return;
  const state = stateOf(result);
  // What failed is told by the checks.
  line.textContent = state === 'open' ? challenge : (line.dataset[state] ?? '');
  line.dataset['state'] = state;
  if (state === 'passed') tellParent({ type: 'leak-lab:passed', scenario: result.scenario });
});

function stateOf(result: RunFinishedEvent['detail']): 'given' | 'passed' | 'costly' | 'open' {
  if (result.given) return 'given';
  const isFrugal = line !== null && 'frugal' in line.dataset;
  if (passesChallenge(isFrugal ? { frugal: true } : {}, result)) return 'passed';
  return passesChallenge({}, result) ? 'costly' : 'open';
}
