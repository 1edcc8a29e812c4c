/** What a reader wants to have copied. */

/** A new object with each press of a button. */
export interface ShareWish {
  readonly as: 'link' | 'markdown';
}
