/** The texts that a team copies into its wiki. */

import { plainInMarkdown } from '#src/team/markdown-text.ts';
import { escaped } from './escaped.ts';

/** A playground as a page of a wiki shows it. */
export interface Embedded {
  /** Of the page to frame, and of its picture; on the origin that the wiki's readers reach. */
  readonly address: string;
  readonly picture: string;
  /** Of the frame, and of the picture for those who do not see it. */
  readonly name: string;
  /** The words of the link. */
  readonly link: string;
  /** CSS pixels. */
  readonly height: number;
}

/** The frame as HTML. */
export function frameSnippet({ address, name, height }: Embedded): string {
  return `<iframe src="${escaped(address)}" title="${escaped(name)}" width="100%" height="${height}" style="border: 0" loading="lazy" allow="clipboard-write"></iframe>`;
}

/** The script of the page around: it makes each frame of the site as high as its content. */
export function heightSnippet({ address }: Pick<Embedded, 'address'>): string {
  const { origin } = new URL(address);
  return `<script>
  addEventListener('message', (event) => {
    if (event.origin !== '${origin}' || event.data?.type !== 'leak-lab:height') return;
    for (const frame of document.querySelectorAll('iframe')) {
      if (frame.contentWindow === event.source) frame.style.height = event.data.height + 'px';
    }
  });
</script>`;
}

/** A picture that is a link, and the link in words. */
export function markdownSnippet({ address, picture, name, link }: Embedded): string {
  return `[![${plainInMarkdown(name)}](${picture})](${address})\n\n[${plainInMarkdown(link)}](${address})`;
}

/** The same as HTML. */
export function pictureSnippet({ address, picture, name, link }: Embedded): string {
  return `<p>
  <a href="${escaped(address)}"><img src="${escaped(picture)}" alt="${escaped(name)}" width="720" style="max-width: 100%; height: auto"></a><br>
  <a href="${escaped(address)}">${escaped(link)}</a>
</p>`;
}
