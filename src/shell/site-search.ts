/** The search dialog: opens by its button or by Ctrl+K, takes what is typed from the first letter on, and lists what is found. */

import { scriptWords } from '#src/strings/script-words.ts';
import { type Found, type FoundPage, type SearchIndex, searchIndex } from './pagefind.ts';

/** Pages that are listed at once. */
const pageCount = 8;
/** Sections that are listed of each. */
const sectionCount = 3;

export class SiteSearch extends HTMLElement {
  #index!: SearchIndex;
  #newest = 0;

  connectedCallback(): void {
    // The address of the root may be relative to this page.
    this.#index = searchIndex(new URL(this.dataset['base'] ?? '/', location.href).pathname);
    const button = this.#part('button', '.open');
    button.disabled = false;
    button.addEventListener('click', () => this.#open());
    this.#part('button', '.close').addEventListener('click', () => this.#dialog.close());
    addEventListener('keydown', (event) => this.#onKey(event));
    this.#input.addEventListener('input', () => void this.#search());
    this.#part('form', 'form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.querySelector<HTMLAnchorElement>('ol a')?.click();
    });
    this.#dialog.addEventListener('click', ({ target }) => {
      // The dialog itself is hit beside its content, and a hit may lie on the same page.
      if (target === this.#dialog || (target as Element).closest('a') !== null) this.#dialog.close();
    });
  }

  get #dialog(): HTMLDialogElement {
    return this.#part('dialog', 'dialog');
  }

  get #input(): HTMLInputElement {
    return this.#part('input', 'input');
  }

  #part<Tag extends keyof HTMLElementTagNameMap>(_tag: Tag, selector: string): HTMLElementTagNameMap[Tag] {
    const found = this.querySelector<HTMLElementTagNameMap[Tag]>(selector);
    if (found === null) throw new Error(`The search has no ${selector}.`);
    return found;
  }

  #open(): void {
    this.#dialog.showModal();
    this.#input.select();
    // What failed before is tried again.
    if (this.#input.value !== '') void this.#search();
  }

  #onKey(event: KeyboardEvent): void {
    if (
      event.key.toLowerCase() !== 'k' ||
      !(event.ctrlKey || event.metaKey) ||
      event.shiftKey ||
      event.altKey
    )
      return;
    event.preventDefault();
    if (this.#dialog.open) this.#dialog.close();
    else this.#open();
  }

  async #search(): Promise<void> {
    const number = ++this.#newest;
    const term = this.#input.value.trim();
    const isOvertaken = () => number !== this.#newest;
    this.#list([], undefined);
    this.#say(term === '' ? '' : scriptWords().search.searching);
    if (term === '') return;
    try {
      const found = await this.#index.find(term);
      if (isOvertaken()) return;
      await this.#show(found, isOvertaken);
      if (!isOvertaken()) this.#say(scriptWords().search.found(found.length, term));
    } catch {
      if (!isOvertaken()) this.#say(scriptWords().search.failed);
    }
  }

  /** Lists the next pages of what was found, and offers the rest. */
  async #show(found: readonly (() => Promise<FoundPage>)[], isOvertaken: () => boolean): Promise<void> {
    const pages = await Promise.all(found.slice(0, pageCount).map((read) => read()));
    const rest = found.slice(pageCount);
    const more = () => {
      this.#show(rest, isOvertaken).catch(() => this.#say(scriptWords().search.failed));
    };
    if (!isOvertaken()) this.#list(pages, rest.length === 0 ? undefined : more);
  }

  #list(pages: readonly FoundPage[], more: (() => void) | undefined): void {
    const list = this.#part('ol', 'ol');
    if (pages.length === 0) list.replaceChildren();
    list.append(...pages.map(pageItem));
    const button = this.#part('button', '.more');
    button.hidden = more === undefined;
    button.onclick = more ?? null;
  }

  #say(sentence: string): void {
    this.#part('p', '[role=status]').textContent = sentence;
  }
}

function pageItem(page: FoundPage): HTMLLIElement {
  const item = hit(page, page.sections.length === 0);
  if (page.sections.length === 0) return item;
  const sections = document.createElement('ul');
  sections.append(...page.sections.slice(0, sectionCount).map((section) => hit(section, true)));
  item.append(sections);
  return item;
}

function hit({ url, title, excerpt }: Found, isQuoted: boolean): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  link.textContent = title;
  item.append(link);
  if (!isQuoted) return item;
  const quote = document.createElement('p');
  // Pagefind has escaped the text of our own pages.
  quote.innerHTML = excerpt;
  item.append(quote);
  return item;
}
