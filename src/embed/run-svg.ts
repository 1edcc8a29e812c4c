/** A figure as a picture file: for pages that may show nothing else of ours. It brings its own colours and background. */

import type { Role } from '#src/chart/drawn-run.ts';
import type { RunFigure } from '#src/chart/run-figure.ts';
import type { ChartSeries } from '#src/chart/run-series.ts';
import { escaped } from './escaped.ts';

/** What stands on the picture beside the figure's own words. */
export interface PictureWords {
  readonly title: string;
  /** For those who do not see it, after the title. */
  readonly description: string;
  /** Under the time axis. */
  readonly timeAxis: string;
  readonly transactions: string;
  /** The site that it comes from. */
  readonly site: string;
}

/** Pixels. The plot leaves room for the ticks on its left and the lines' names on its right. */
const size = { width: 720, height: 420 };
const left = 76;
const right = 548;
const plotHeight = 216;
const textWidth = size.width - 48;
/** Of the light theme: they are read on a page of any colour, since the background comes along. */
const colours = {
  paper: '#fdfdfb',
  ink: '#16191c',
  soft: '#4b5259',
  rule: '#d6d6cf',
  leaky: { text: '#b34700', shape: '#d55e00' },
  fixed: { text: '#007a59', shape: '#009e73' },
  mine: { text: '#005a8c', shape: '#0072b2' },
} as const;
const dashes: Readonly<Record<Role, string>> = { leaky: '', fixed: ' stroke-dasharray="7 4"', mine: '' };

/** The picture as SVG that stands alone. */
export function runSvg(figure: RunFigure, words: PictureWords): string {
  const lines = wrapped(figure.sentence, 14);
  const top = 92 + 20 * lines.length;
  const bottom = top + plotHeight;
  const height = size.height - 40 + 20 * lines.length;
  const x = (value: number) => round(left + (value / (figure.x.max || 1)) * (right - left));
  const y = (value: number) => round(bottom - (value / (figure.y.max || 1)) * plotHeight);
  const grid = figure.y.ticks.flatMap(({ value, label }, index) => [
    `<path d="M${left} ${y(value)}H${right}" stroke="${index === 0 ? colours.ink : colours.rule}"/>`,
    text({ x: left - 8, y: y(value) + 4, anchor: 'end', fill: colours.soft }, label),
  ]);
  const times = figure.x.ticks.flatMap(({ value, label, below }) => [
    text({ x: x(value), y: bottom + 18, anchor: 'middle', fill: colours.soft }, label),
    text({ x: x(value), y: bottom + 36, anchor: 'middle', fill: colours.soft }, below),
  ]);
  const names = figure.labels.map(({ role, name, value, at }) =>
    text({ ...place(round(bottom - at * plotHeight)), fill: inkOf(role), bold: true }, `${name} ${value}`),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${height}" width="${size.width}" height="${height}" role="img" aria-labelledby="t d" font-family="system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans CJK SC', sans-serif" font-size="13">`,
    `<title id="t">${escaped(words.title)}</title><desc id="d">${escaped(`${words.description} ${figure.sentence}`)}</desc>`,
    `<rect x="0.5" y="0.5" width="${size.width - 1}" height="${height - 1}" fill="${colours.paper}" stroke="${colours.rule}"/>`,
    text({ x: 24, y: 40, fill: colours.ink, bold: true, size: 20 }, words.title),
    ...lines.map((line, index) => text({ x: 24, y: 66 + 20 * index, fill: colours.ink, size: 14 }, line)),
    text({ x: 24, y: top - 14, fill: colours.soft }, figure.yTitle),
    ...grid,
    ...times,
    text({ x: right + 32, y: bottom + 18, fill: colours.soft }, words.timeAxis),
    text({ x: (left + right) / 2, y: bottom + 36, anchor: 'middle', fill: colours.soft }, words.transactions),
    ...figure.series.flatMap((series) => drawn(series, x, y)),
    ...names,
    text({ x: size.width - 24, y: height - 16, anchor: 'end', fill: colours.soft }, words.site),
    '</svg>',
    '',
  ].join('\n');
}

const place = (y: number) => ({ x: right + 14, y: y + 4 });
const round = (value: number): number => Number(value.toFixed(1));
const inkOf = (role: RunFigure['labels'][number]['role']): string =>
  role === 'limit' || role === 'prediction' ? colours.ink : colours[role].text;

interface TextStyle {
  readonly x: number;
  readonly y: number;
  readonly fill: string;
  readonly anchor?: 'middle' | 'end';
  readonly bold?: boolean;
  readonly size?: number;
}

function text({ x, y, fill, anchor, bold, size: px }: TextStyle, words: string): string {
  if (words === '') return '';
  const looks = [
    anchor === undefined ? '' : ` text-anchor="${anchor}"`,
    bold ? ' font-weight="650"' : '',
    px === undefined ? '' : ` font-size="${px}"`,
  ].join('');
  return `<text x="${x}" y="${y}" fill="${fill}"${looks}>${escaped(words)}</text>`;
}

type Scale = (value: number) => number;

/** A line and the sign at its end: round for leaky, square for fixed, a cross where the server died. */
function drawn({ role, points, death }: ChartSeries, x: Scale, y: Scale): readonly string[] {
  const last = points.at(-1);
  if (last === undefined) return [];
  const stroke = colours[role].shape;
  const path = points.map((point) => `${x(point.x)},${y(point.y)}`).join(' ');
  const [cx, cy] = [x(last.x), y(last.y)];
  const cross = `<path d="M${cx - 6} ${cy - 6}l12 12m-12 0l12-12" stroke="${colours.ink}" stroke-width="3"/>`;
  const sign =
    role === 'leaky'
      ? `<circle cx="${cx}" cy="${cy}" r="4.5" fill="${stroke}"/>`
      : `<rect x="${cx - 4}" y="${cy - 4}" width="8" height="8" fill="${stroke}"/>`;
  return [
    `<polyline points="${path}" fill="none" stroke="${stroke}" stroke-width="2" stroke-linejoin="round"${dashes[role]}/>`,
    death === undefined ? sign : cross,
  ];
}

/** A sentence in lines that fit the picture. Widths are estimated: an ideograph is as wide as the type is high, other signs are half as wide. */
function wrapped(sentence: string, px: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of sentence.split(/(?<=[\s\u3000-\u9fff\uff00-\uffef])/u)) {
    if (line !== '' && widthOf(line + word.trimEnd(), px) > textWidth) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += word;
  }
  return [...lines, line.trimEnd()];
}

function widthOf(words: string, px: number): number {
  const wide = words.match(/[\u3000-\u9fff\uff00-\uffef]/gu)?.length ?? 0;
  return (wide + (words.length - wide) * 0.53) * px;
}
