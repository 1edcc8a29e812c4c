/** Makes slides of a chapter: one thing at a time, in the order of the page. */

/** A part of the page, as slides see it. `text` is as long as its characters; `thing` is a figure, a table or a challenge. */
export type Block =
  | { readonly type: 'opening' }
  | { readonly type: 'heading'; readonly title: string; readonly anchor: string }
  | { readonly type: 'text'; readonly length: number }
  | { readonly type: 'thing' }
  | { readonly type: 'questions'; readonly ids: readonly string[] }
  | { readonly type: 'playground'; readonly scenario: string };

export type SlideKind = 'opening' | 'text' | 'thing' | 'question' | 'chart' | 'code' | 'panels';

export interface Slide {
  readonly kind: SlideKind;
  /** Heading of the section that it belongs to; empty before the first. */
  readonly section: string;
  /** Id of that heading. */
  readonly anchor: string;
  /** Places of the blocks that it shows, from 0. */
  readonly blocks: readonly number[];
  /** The question that it asks. */
  readonly question?: string;
  /** The playground that it shows. */
  readonly scenario?: string;
}

/** Characters of text that a slide holds at a size for the last row; a longer paragraph has a slide of its own. */
const mostText = 800;

/** All slides. Every block but a heading is on one; a playground is on three: its chart, its code, and what tells why. */
export function slidesOf(blocks: readonly Block[]): readonly Slide[] {
  const slides: Slide[] = [];
  let section = '';
  let anchor = '';
  let room = 0;
  blocks.forEach((block, place) => {
    const add = (kind: SlideKind, more: Partial<Slide> = {}): void => {
      slides.push({ kind, section, anchor, blocks: [place], ...more });
    };
    const last = slides.at(-1);
    if (block.type === 'text' && last?.kind === 'text' && last.section === section && block.length <= room) {
      slides[slides.length - 1] = { ...last, blocks: [...last.blocks, place] };
      room -= block.length;
      return;
    }
    switch (block.type) {
      case 'heading':
        ({ title: section, anchor } = block);
        return;
      case 'text':
        room = mostText - block.length;
        add('text');
        return;
      case 'questions':
        for (const question of block.ids) add('question', { question });
        return;
      case 'playground':
        for (const kind of ['chart', 'code', 'panels'] as const) add(kind, { scenario: block.scenario });
        return;
      case 'opening':
      case 'thing':
        add(block.type);
    }
  });
  return slides;
}

/** The slide that an address asks for: by number, from 1, or by the heading at which it points; the first where it asks for none. */
export function slideAsked(slides: readonly Slide[], number: string, anchor: string): number {
  const asked = /^\d{1,4}$/.test(number) ? Number(number) : 0;
  if (asked > 0) return Math.min(asked, slides.length) - 1;
  return anchor === ''
    ? 0
    : Math.max(
        0,
        slides.findIndex((slide) => slide.anchor === anchor),
      );
}
