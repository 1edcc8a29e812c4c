/** A text to copy, with a button for it and a sentence on what came of it. */

import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';

import { embedWords } from '#src/strings/embed-words.ts';

interface Props {
  readonly title: string;
  readonly help: string;
  readonly text: string;
}

export function CopyBlock({ title, help, text }: Props): JSX.Element {
  const words = embedWords().builder;
  const id = useId();
  const [tried, setTried] = useState<{ readonly text: string; readonly copied: boolean }>();
  const copy = async () => setTried({ text, copied: await copyText(text) });
  const told = tried?.text === text ? (tried.copied ? words.copied(title) : words.notCopied) : '';
  return (
    <section class="ll-copy">
      <h3 id={id}>{title}</h3>
      <p>{help}</p>
      <pre tabIndex={0} aria-labelledby={id} role="region">
        <code>{text}</code>
      </pre>
      <p class="ll-copy-bar">
        <button
          type="button"
          class="ll-tool-button"
          aria-label={words.copyThis(title)}
          onClick={() => void copy()}
        >
          {words.copy}
        </button>
        <span role="status">{told}</span>
      </p>
    </section>
  );
}

/** Whether it could be copied. The workbench has such a function too: shared with this page, it would be a file more for every chapter. */
async function copyText(text: string): Promise<boolean> {
  try {
    // Where the page is not secure there is no clipboard, which throws as a refusal does.
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
