/** Prepares a playground for a team's own page: a preview, the texts to copy, and a package for an LMS. */

import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { embedWords } from '#src/strings/embed-words.ts';
import { CopyBlock } from './CopyBlock.tsx';
import { embedAddress, type EmbedTheme, embedThemes, pictureAddress } from './embed-addresses.ts';
import { ScormDownload } from './ScormDownload.tsx';
import { type Embedded, frameSnippet, heightSnippet, markdownSnippet, pictureSnippet } from './snippets.ts';

/** A scenario as the list shows it. */
export interface EmbedChoice {
  readonly scenario: string;
  readonly title: string;
}

interface Props {
  readonly choices: readonly EmbedChoice[];
  /** The site's name. */
  readonly site: string;
  /** Where the site is served, as far as the build knows; the reader's browser knows better. */
  readonly origin: string;
}

interface EmbeddedProps {
  readonly embedded: Embedded;
}

/** CSS pixels. The playground in two columns of a wiki is about so high before it is run. */
const usualHeight = 900;
const heights = { least: 300, most: 4000 } as const;

export function EmbedBuilder({ choices, site, origin: builtOrigin }: Props): JSX.Element {
  const words = embedWords().builder;
  const [origin, setOrigin] = useState(builtOrigin);
  const [choice, setChoice] = useState(choices[1] ?? choices[0]);
  const [theme, setTheme] = useState<EmbedTheme>('auto');
  const [height, setHeight] = useState(usualHeight);
  useEffect(() => setOrigin(location.origin), []);
  if (choice === undefined) return <p />;

  const embedded: Embedded = {
    address: embedAddress(origin, choice.scenario, theme),
    picture: pictureAddress(origin, choice.scenario),
    name: words.frame(choice.title, site),
    link: words.runIt(choice.title, site),
    height,
  };
  return (
    <div class="ll-embed-builder">
      <fieldset class="ll-embed-choice">
        <label>
          {words.scenario}
          <select
            onChange={({ currentTarget }) =>
              setChoice(choices.find(({ scenario }) => scenario === currentTarget.value))
            }
          >
            {choices.map(({ scenario, title }) => (
              <option key={scenario} value={scenario} selected={scenario === choice.scenario}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.theme}
          <select onChange={({ currentTarget }) => setTheme(themeOf(currentTarget.value))}>
            {embedThemes.map((each) => (
              <option key={each} value={each} selected={each === theme}>
                {words.themes[each]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.height}
          <input
            type="number"
            min={heights.least}
            max={heights.most}
            step={50}
            value={height}
            onInput={({ currentTarget }) => setHeight(heightOf(currentTarget.valueAsNumber))}
          />
        </label>
      </fieldset>
      {origin.startsWith('https:') ? null : <p class="ll-embed-note">{words.notSecure}</p>}
      <Preview embedded={embedded} />
      <Snippets embedded={embedded} />
      <ScormDownload
        about={{ address: embedded.address, scenario: choice.scenario, title: embedded.name }}
        site={site}
      />
    </div>
  );
}

/** The frame as it will look: once scripts run, since until then the address may be another site's. */
function Preview({ embedded }: EmbeddedProps): JSX.Element {
  const [isLive, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  return (
    <section class="ll-embed-preview">
      <h3>{embedWords().builder.preview}</h3>
      {isLive ? (
        <iframe
          src={pathOf(embedded.address)}
          title={embedded.name}
          height={embedded.height}
          loading="lazy"
          allow="clipboard-write"
        />
      ) : null}
    </section>
  );
}

function Snippets({ embedded }: EmbeddedProps): JSX.Element {
  const { blocks } = embedWords().builder;
  return (
    <>
      <CopyBlock {...blocks.address} text={embedded.address} />
      <CopyBlock {...blocks.frame} text={frameSnippet(embedded)} />
      <CopyBlock {...blocks.script} text={heightSnippet(embedded)} />
      <CopyBlock {...blocks.markdown} text={markdownSnippet(embedded)} />
      <CopyBlock {...blocks.html} text={pictureSnippet(embedded)} />
      <img
        class="ll-embed-picture"
        src={pathOf(embedded.picture)}
        alt={embedded.name}
        width={720}
        height={400}
        loading="lazy"
        decoding="async"
      />
    </>
  );
}

/** On the site that shows this page, whatever its address is. */
function pathOf(address: string): string {
  const { pathname, search } = new URL(address);
  return pathname + search;
}

const themeOf = (value: string): EmbedTheme => embedThemes.find((theme) => theme === value) ?? 'auto';

/** What is typed half-way is not taken for a height. */
function heightOf(typed: number): number {
  return Number.isFinite(typed) && typed >= heights.least
    ? Math.min(Math.round(typed), heights.most)
    : usualHeight;
}
