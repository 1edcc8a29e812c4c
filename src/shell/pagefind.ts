/** The search index in a browser: loaded when it is first asked, and loaded anew after it failed. */

/** A place where the term was found. Excerpts are HTML: escaped text with the found words in `<mark>`. */
export interface Found {
  readonly url: string;
  readonly title: string;
  readonly excerpt: string;
}

/** A page with the term, and the sections of it that have it. */
export interface FoundPage extends Found {
  readonly sections: readonly Found[];
}

export interface SearchIndex {
  /** Pages with all words of the term, best first; each is read when it is called for. Rejects when the index cannot be read. */
  find(term: string): Promise<readonly (() => Promise<FoundPage>)[]>;
}

/** What we use of Pagefind's own interface. */
interface Pagefind {
  search(term: string): Promise<{ readonly results: readonly { data(): Promise<PagefindPage> }[] }>;
}

interface PagefindPage {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: { readonly title?: string };
  readonly sub_results: readonly Found[];
}

interface PagefindModule {
  createInstance(options: {
    readonly basePath: string;
    readonly baseUrl: string;
    readonly noWorker: true;
  }): Pagefind;
}

/** `base` is the site's root, with a slash at its end. */
export function searchIndex(base: string): SearchIndex {
  const basePath = `${base}pagefind/`;
  let attempts = 0;
  let loading: Promise<Pagefind> | undefined;

  const load = async (): Promise<Pagefind> => {
    // A browser may remember that a module failed; under another address it asks again.
    const again = attempts++ === 0 ? '' : `?again=${attempts}`;
    const module = (await import(/* @vite-ignore */ `${basePath}pagefind.js${again}`)) as PagefindModule;
    return module.createInstance({ basePath, baseUrl: base, noWorker: true });
  };
  /** What failed once is remembered by the index, so that it is loaded anew for the next try. */
  const anewAfterFailure = async <T>(ask: () => Promise<T>): Promise<T> => {
    try {
      return await ask();
    } catch (error) {
      loading = undefined;
      throw error;
    }
  };
  const find: SearchIndex['find'] = (term) =>
    anewAfterFailure(async () => {
      loading ??= load();
      const { results } = await (await loading).search(term);
      // Pagefind takes a part that it cannot read for one without results.
      if (results.length === 0) await readParts(basePath);
      return results.map((result) => () => anewAfterFailure(async () => pageFrom(await result.data())));
    });
  return { find };
}

function pageFrom({ url, excerpt, meta, sub_results: all }: PagefindPage): FoundPage {
  // The beginning of a page, before its first section, is the page itself.
  const sections = all.filter((section) => section.url.includes('#') && !section.url.endsWith('#_top'));
  return { url, title: meta.title ?? url, excerpt, sections };
}

/** Rejects unless every part of the index can be read; each is compressed, which its first two bytes say. */
async function readParts(basePath: string): Promise<void> {
  const parts = (await (await fetch(`${basePath}parts.json`)).json()) as readonly string[];
  await Promise.all(
    parts.map(async (part) => {
      const [first, second] = new Uint8Array(await (await fetch(basePath + part)).arrayBuffer());
      if (first !== 0x1f || second !== 0x8b) throw new Error(`${part} is no part of a search index.`);
    }),
  );
}
