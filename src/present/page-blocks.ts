/** Reads a chapter off its page: the blocks that slides are made of. */

import type { Block } from './slides.ts';
import { questionIds } from './page-questions.ts';

/** A block with the element of the page that it is. */
export interface PageBlock {
  readonly block: Block;
  readonly element: HTMLElement;
}

/** All blocks of the page's content, in their order. What waits for a challenge to be passed is there too: the presenter decides. */
export function blocksOf(content: Element): readonly PageBlock[] {
  return [...content.children].flatMap((element) => {
    if (!(element instanceof HTMLElement)) return [];
    if (element.matches('ll-after-challenge')) {
      const told = element.querySelector(':scope > .told');
      return told === null ? [] : blocksOf(told);
    }
    // What to keep from a chapter is a section of its own.
    if (element.matches('.ll-recap'))
      return [
        { block: headingIn(element), element },
        { block: { type: 'thing' }, element },
      ];
    const block = blockOf(element);
    return block === undefined ? [] : [{ block, element }];
  });
}

/** A line of code takes the room of so many characters of text. */
const lineOfCode = 80;

function blockOf(element: HTMLElement): Block | undefined {
  if (element.matches('script, style, nav')) return undefined;
  if (element.matches('.ll-learn')) return { type: 'opening' };
  if (element.matches('.sl-heading-wrapper')) return headingIn(element);
  if (element.matches('ll-quiz, ll-predict, ll-sort'))
    return { type: 'questions', ids: questionIds(element) };
  const { playground } = element.dataset;
  if (playground !== undefined) return { type: 'playground', scenario: playground };
  if (element.matches('pre'))
    return { type: 'text', length: lineOfCode * element.textContent.trim().split('\n').length };
  if (element.matches('p, ul, ol, blockquote, details, .starlight-aside'))
    return { type: 'text', length: element.textContent.length };
  return { type: 'thing' };
}

function headingIn(element: HTMLElement): Block {
  const heading = element.querySelector('h2, h3, h4');
  return { type: 'heading', title: heading?.textContent.trim() ?? '', anchor: heading?.id ?? '' };
}
