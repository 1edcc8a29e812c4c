/** What this scenario says to readers, in English. */

import type { ScenarioTexts } from '../scenario.ts';

export const texts: ScenarioTexts = {
  title: 'Listener per resource',
  fixes: {
    fixed: 'The disposal removes the very listener that the constructor added.',
    'fixed-subscription': 'Listening returns something to dispose of, and the resource owns it.',
    'fixed-one-for-all': 'One listener serves all, and knows no resource.',
  },
  recognised: {
    'forgotten-at-the-end':
      'nothing that lives as long as the server knows a resource that has ended. It costs a removal that the disposal must not forget, or one listener for all.',
  },
  wrong: {
    'wrong-new-function':
      'The arrow function in the disposal is a new one, equal in text and not in identity. The bus looks for it, finds nothing, and keeps the first.',
    'wrong-weak-listener':
      'The resource can go, since its listener holds it weakly. The listener itself, its event and its name stay on the bus.',
    'wrong-smaller-closure':
      'The closure captures less, so each transaction leaves less behind. It still leaves something, for ever.',
    'wrong-remove-all':
      'The first resource to end takes the listeners of all the others with it. They go on working, and nobody hears them.',
    'wrong-deaf': 'Without a listener there is nothing to remove. There is also nobody who writes the lines.',
  },
};
