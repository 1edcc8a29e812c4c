/** The source text that one part adds to a program, by the place where it stands. */

/** Lines of TypeScript, without indentation, by place. Within the class, `transaction` is the constructor's argument. */
export interface Piece {
  /** Beside the class: types, state, functions. */
  readonly top?: readonly string[];
  readonly fields?: readonly string[];
  readonly construct?: readonly string[];
  /** In addCreateQuery, where `table` and `query` are known. */
  readonly createQuery?: readonly string[];
  /** In addDataParts, where `table` and `parts` are known. */
  readonly dataParts?: readonly string[];
  /** After the last worker was sent to. */
  readonly sent?: readonly string[];
  /** Where `error` was thrown in sendResources; it is thrown on. */
  readonly sendFailed?: readonly string[];
  /** In the `finally` of sendResources. */
  readonly sendFinally?: readonly string[];
  readonly dispose?: readonly string[];
  /** Whether it reads `this.#committed`. */
  readonly asksForCommit?: boolean;
}

/** Pieces as one: at each place, their lines in order. */
export function joinPieces(pieces: readonly Piece[]): Required<Piece> {
  const at = (place: Exclude<keyof Piece, 'asksForCommit'>): readonly string[] =>
    pieces.flatMap((piece) => piece[place] ?? []);
  return {
    top: at('top'),
    fields: at('fields'),
    construct: at('construct'),
    createQuery: at('createQuery'),
    dataParts: at('dataParts'),
    sent: at('sent'),
    sendFailed: at('sendFailed'),
    sendFinally: at('sendFinally'),
    dispose: at('dispose'),
    asksForCommit: pieces.some(({ asksForCommit }) => asksForCommit === true),
  };
}

/** Lines of a block, indented by the braces and brackets that are open before each. */
export function indent(lines: readonly string[]): string {
  let depth = 0;
  return lines
    .flatMap((line) => line.split('\n'))
    .map((text) => text.trim())
    .map((text) => {
      const closing = /^[)\]}]+/.exec(text)?.[0].length ?? 0;
      const shown = text === '' ? '' : '  '.repeat(Math.max(0, depth - (closing > 0 ? 1 : 0))) + text;
      depth += balance(text);
      return shown;
    })
    .join('\n');
}

/** +1 for a line that opens a block, -1 for one that closes it: `}, 5);` closes, `} else {` does neither. */
function balance(text: string): number {
  const opens = /[({[]$/.test(text) ? 1 : 0;
  const closes = /^[)\]}]/.test(text) ? 1 : 0;
  return opens - closes;
}
