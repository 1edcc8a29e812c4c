/** On the first slide: what this view is for, and its keys. */

import type { JSX } from 'preact';

import { presentWords } from '#src/strings/present-words.ts';

export function HowTo(): JSX.Element {
  const { howTo } = presentWords();
  return (
    <aside class="ll-how-to" aria-labelledby="how-to-present">
      <h2 id="how-to-present">{howTo.heading}</h2>
      <p>{howTo.about}</p>
      <p>{howTo.ownRecord}</p>
      <p class="ll-narrow">{howTo.narrow}</p>
      <dl>
        {howTo.keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}
