/** A button that makes a SCORM package in the page and saves it. */

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

import { byteWords } from '#playground/words/byte-words.ts';
import { embedWords } from '#src/strings/embed-words.ts';
import { language } from '#src/strings/language.ts';
import { saveFile } from '#src/team/save-file.ts';
import type { Package } from './scorm-package.ts';

interface Props {
  readonly about: Pick<Package, 'address' | 'scenario' | 'title'>;
  /** The site's name. */
  readonly site: string;
}

export function ScormDownload({ about, site }: Props): JSX.Element {
  const words = embedWords().builder;
  const [said, setSaid] = useState('');
  return (
    <section class="ll-embed-scorm">
      <h3>{words.scormTitle}</h3>
      <p>{words.scormHelp(site)}</p>
      <p class="ll-copy-bar">
        <button type="button" class="ll-button" onClick={() => void save(about).then(setSaid)}>
          {words.scorm}
        </button>
        <span role="status">{said}</span>
      </p>
    </section>
  );
}

/** Saves the package, and gives what is to be said of it. The code that makes it is fetched when it is asked for. */
async function save(about: Props['about']): Promise<string> {
  const { builder, sco } = embedWords();
  try {
    const { packageZip } = await import('./scorm-package.ts');
    const zip = packageZip({ ...about, language: language(), words: sco });
    const name = `leak-lab-${about.scenario}-scorm.zip`;
    saveFile(name, zip, 'application/zip');
    return builder.scormSaved(name, byteWords(zip.length));
  } catch {
    return builder.scormFailed;
  }
}
