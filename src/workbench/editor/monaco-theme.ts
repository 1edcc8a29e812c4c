/** Monaco's colours: the same few as in highlighted code, on the site's paper. */

import type { editor as Editor } from 'monaco-editor/editor';

interface Palette {
  readonly base: 'vs' | 'vs-dark';
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly rule: string;
  readonly keyword: string;
  readonly string: string;
  readonly type: string;
  readonly constant: string;
}

// The same values stand in theme/code.css as --astro-code-token-*.
const light: Palette = {
  base: 'vs',
  paper: '#fdfdfb',
  ink: '#16191c',
  soft: '#5a6168',
  rule: '#d6d6cf',
  keyword: '#8f2c6a',
  string: '#4a5d00',
  type: '#005a8c',
  constant: '#8a4200',
};

const dark: Palette = {
  base: 'vs-dark',
  paper: '#14171a',
  ink: '#e9ebed',
  soft: '#98a0a8',
  rule: '#383e45',
  keyword: '#e39ac6',
  string: '#bccf73',
  type: '#7fc1ee',
  constant: '#f0aa76',
};

/** Name of the theme that matches the page as it is now. */
export function themeNow(): string {
  return document.documentElement.dataset['theme'] === 'light' ? 'leak-lab-light' : 'leak-lab-dark';
}

export function defineThemes(editor: typeof Editor): void {
  editor.defineTheme('leak-lab-light', themeFrom(light));
  editor.defineTheme('leak-lab-dark', themeFrom(dark));
  editor.setTheme(themeNow());
  const follow = new MutationObserver(() => editor.setTheme(themeNow()));
  follow.observe(document.documentElement, { attributeFilter: ['data-theme'] });
}

function themeFrom(palette: Palette): Editor.IStandaloneThemeData {
  const rule = (token: string, colour: string) => ({ token, foreground: colour.slice(1) });
  return {
    base: palette.base,
    inherit: false,
    rules: [
      rule('', palette.ink),
      rule('keyword', palette.keyword),
      rule('string', palette.string),
      rule('regexp', palette.string),
      rule('comment', palette.soft),
      rule('number', palette.constant),
      rule('type.identifier', palette.type),
      rule('delimiter', palette.ink),
    ],
    colors: {
      'editor.background': palette.paper,
      'editor.foreground': palette.ink,
      'editorLineNumber.foreground': palette.soft,
      'editorLineNumber.activeForeground': palette.ink,
      'editorCursor.foreground': palette.ink,
      'editor.selectionBackground': `${palette.type}40`,
      'editor.lineHighlightBorder': '#00000000',
      'editorWidget.background': palette.paper,
      'editorWidget.border': palette.soft,
      'editorHoverWidget.background': palette.paper,
      'editorHoverWidget.border': palette.soft,
      'editorSuggestWidget.background': palette.paper,
      'editorSuggestWidget.selectedBackground': palette.rule,
      'editorBracketMatch.border': palette.soft,
      'editorBracketMatch.background': '#00000000',
      focusBorder: palette.ink,
    },
  };
}
