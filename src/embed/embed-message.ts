/** What an embedded playground tells the page around it by `postMessage`. It listens to nothing. */

/** `leak-lab:height`: how many CSS pixels high the content is. `leak-lab:passed`: a program of the reader's own passed the challenge. */
export type EmbedMessage =
  | { readonly type: 'leak-lab:height'; readonly scenario: string; readonly height: number }
  | { readonly type: 'leak-lab:passed'; readonly scenario: string };

/** Tells whoever frames this page. What it says is no secret, so it is for any origin. */
export function tellParent(message: EmbedMessage): void {
  if (parent !== window) parent.postMessage(message, '*');
}
