/**
 * Stands in for Pagefind's user interface, which Starlight would load on every page: 26 kB that most readers never
 * open. This one fetches the real one when the reader reaches for the search. The build puts it in place by an alias.
 */

/** Handed through as Starlight gives them. */
type Options = Readonly<Record<string, unknown>>;

/** Same name and argument as Pagefind's own class, so that Starlight's call fits. */
export class PagefindUI {
  readonly #options: Options;
  readonly #dialog = document.querySelector<HTMLDialogElement>('site-search dialog');
  #loading: Promise<void> | undefined;

  constructor(options: Options) {
    this.#options = options;
    const button = document.querySelector('site-search button[data-open-modal]');
    for (const intent of ['pointerenter', 'focus']) button?.addEventListener(intent, () => void this.#load());
    // The dialog opens by click or by keyboard, and may have done so before this code arrived.
    const observer = new MutationObserver(() => void this.#showIfOpen());
    if (this.#dialog) observer.observe(this.#dialog, { attributeFilter: ['open'] });
    void this.#showIfOpen();
  }

  #load(): Promise<void> {
    this.#loading ??= import('@pagefind/default-ui/npm_dist/mjs/ui-core.mjs').then((real) => {
      new real.PagefindUI(this.#options);
    });
    return this.#loading;
  }

  async #showIfOpen(): Promise<void> {
    if (!this.#dialog?.open) return;
    await this.#load();
    this.#dialog.querySelector('input')?.focus();
  }
}
