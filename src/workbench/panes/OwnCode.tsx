/** The reader's own program as text, with line numbers and colours as the given ones have them. */

import { Fragment, type JSX } from 'preact';
import { useMemo } from 'preact/hooks';

import { piecesOf } from './code-pieces.ts';

export function OwnCode({ source }: { readonly source: string }): JSX.Element {
  const lines = useMemo(() => piecesOf(source.trimEnd()), [source]);
  return (
    <pre class="ll-code-own" data-language="ts">
      <code>
        {lines.map((pieces, index) => (
          <Fragment key={index}>
            {index === 0 ? null : '\n'}
            <span class="line">
              {pieces.map(({ text, kind }, place) =>
                kind === undefined ? (
                  text
                ) : (
                  <span key={place} style={`color:var(--astro-code-token-${kind})`}>
                    {text}
                  </span>
                ),
              )}
            </span>
          </Fragment>
        ))}
      </code>
    </pre>
  );
}
