/** What this scenario says to readers, in English. */

import type { ScenarioTexts } from '../scenario.ts';

export const texts: ScenarioTexts = {
  title: 'Listener per resource',
  fixes: {
    fixed: 'The disposal removes the very listener that the constructor added.',
    'fixed-subscription': 'Listening returns a disposable object, and the resource owns it.',
    'fixed-one-for-all': 'One listener serves all resources, and holds none of them.',
  },
  recognised: {
    'forgotten-at-the-end':
      'nothing that lives as long as the server refers to a resource that has ended. It costs a removal that the disposal must not forget, or one listener for all.',
  },
  wrong: {
    'wrong-new-function':
      'The arrow function in the disposal is a new function, although its text is the same. The bus looks for it, finds nothing, and keeps the first one.',
    'wrong-weak-listener':
      'The resource can be collected, since its listener holds it weakly. The listener itself, its event and the event’s name stay on the bus.',
    'wrong-smaller-closure':
      'The closure captures less, so each transaction leaves less behind. What it leaves still stays forever.',
    'wrong-remove-all':
      'The first resource to end also removes the listeners of all the others. They go on working, but nobody hears them.',
    'wrong-deaf': 'Without a listener there is nothing to remove. There is also nobody to write the lines.',
  },
};
