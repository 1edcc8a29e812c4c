/**
 * Stands in for Pagefind's user interface, which Starlight would load on every page: 26 kB that most readers never
 * open. This one fetches the real one when the reader reaches for the search. The build puts it in place by an alias.
 */

/** Handed through as Starlight gives them. */
type Options = Readonly<Record<string, unknown>>;

/** Same name and argument as Pagefind's own class, so that Starlight's call fits. */
export class PagefindUI {
  constructor(options: Options) {
    const dialog = document.querySelector<HTMLDialogElement>('site-search dialog');
    const button = document.querySelector('site-search button[data-open-modal]');
    let loading: Promise<void> | undefined;
    const load = (): Promise<void> => (loading ??= show(options));

    for (const intent of ['pointerenter', 'focus'] as const)
      button?.addEventListener(intent, () => void load());
    const showIfOpen = (): void => {
      if (dialog?.open) void load().then(() => dialog.querySelector('input')?.focus());
    };
    // The dialog opens by click or by keyboard, and may have done so before this code arrived.
    if (dialog) new MutationObserver(showIfOpen).observe(dialog, { attributeFilter: ['open'] });
    showIfOpen();
  }
}

async function show(options: Options): Promise<void> {
  const real = await import('@pagefind/default-ui/npm_dist/mjs/ui-core.mjs');
  new real.PagefindUI(options);
}
