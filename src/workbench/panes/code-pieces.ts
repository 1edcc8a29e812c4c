/** Lines and colours of a reader's own code while no editor is open: a rough reading, by kinds of token of the theme. */

/** A stretch of one line; without a kind it is ink. */
export interface Piece {
  readonly text: string;
  readonly kind?: Kind;
}

type Kind = 'comment' | 'string-expression' | 'keyword' | 'constant' | 'function';

const kinds: readonly Kind[] = ['comment', 'string-expression', 'keyword', 'constant', 'function'];
const keywords =
  'abstract|as|async|await|break|case|catch|class|const|constructor|continue|default|delete|do|else|enum|export|extends|finally|for|from|function|get|if|implements|import|in|instanceof|interface|let|new|of|private|protected|public|readonly|return|satisfies|set|static|switch|throw|try|type|typeof|using|var|void|while|yield';
const token = new RegExp(
  [
    /(\/\/.*|\/\*[^]*?(?:\*\/|$))/.source,
    /('(?:\\.|[^'\\\n])*'?|"(?:\\.|[^"\\\n])*"?|`(?:\\[^]|[^`\\])*`?)/.source,
    `(?<![.#])\\b(${keywords})\\b(?!\\s*[?:])`,
    /\b(\d[\w.]*|this|super|true|false|null|undefined)\b/.source,
    /([A-Za-z_$][\w$]*(?=\()|\b[A-Z]\w*)/.source,
  ].join('|'),
  'g',
);
/** Longer sources are shown in ink. */
const mostColoured = 30_000;

/** The lines of a source, in pieces that together are the line. */
export function piecesOf(source: string): readonly (readonly Piece[])[] {
  const lines: Piece[][] = [[]];
  const add = (text: string, kind?: Kind) => {
    text.split('\n').forEach((part, index) => {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push(kind === undefined ? { text: part } : { text: part, kind });
    });
  };
  let end = 0;
  for (const match of source.length > mostColoured ? [] : source.matchAll(token)) {
    add(source.slice(end, match.index));
    add(match[0], kinds[match.slice(1).findIndex((group: string | undefined) => group !== undefined)]);
    end = match.index + match[0].length;
  }
  add(source.slice(end));
  return lines;
}
