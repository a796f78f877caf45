import { escapeHtml } from '../../../telegram/text/locale.ts';

/** One part of a picture: bars, lines, or both over the same slots. */
export interface Chart {
  title: string;
  /** What stands beside the title, such as the total. */
  figure: string;
  series: ChartSeries[];
}

export interface ChartSeries {
  name: string;
  kind: 'bars' | 'line';
  color: string;
  /** One for each slot; a line is broken where there is none. */
  values: (number | null)[];
}

export interface Picture {
  title: string;
  subtitle: string;
  /** Under the slots; as many as fit are shown. */
  labels: string[];
  charts: Chart[];
}

/** In pixels; a phone shows it at a third of that. */
const PICTURE_WIDTH = 1200;
const MARGIN = 48;
const HEAD = 132;
const GAP = 32;
const PANEL = { width: (PICTURE_WIDTH - 2 * MARGIN - GAP) / 2, height: 372 };
const PLOT = { left: 64, top: 112, right: 16, bottom: 48 };
const INK = { text: '#1f2933', soft: '#66727f', grid: '#e3e8ee', paper: '#ffffff', ground: '#f4f6f9' };
const MOST_LABELS = 7;

/** Panels two by two under a title, as SVG. Texts are set in the family `Noto Sans SC`. */
export function chartSvg({ title, subtitle, labels, charts }: Picture): string {
  const rows = Math.ceil(charts.length / 2);
  const height = HEAD + rows * (PANEL.height + GAP) - GAP + MARGIN;
  const panels = charts.map((chart, index) => {
    const x = MARGIN + (index % 2) * (PANEL.width + GAP);
    const y = HEAD + Math.floor(index / 2) * (PANEL.height + GAP);
    return `<g transform="translate(${x} ${y})">${panel(chart, labels)}</g>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${PICTURE_WIDTH}" height="${height}" font-family="Noto Sans SC">`,
    `<rect width="${PICTURE_WIDTH}" height="${height}" fill="${INK.ground}"/>`,
    words(MARGIN, 68, title, { size: 36, weight: 700 }),
    words(MARGIN, 106, subtitle, { size: 22, color: INK.soft }),
    ...panels,
    '</svg>',
  ].join('');
}

function panel({ title, figure, series }: Chart, labels: readonly string[]): string {
  const most = niceCeiling(Math.max(1, ...series.flatMap(({ values }) => values.map((value) => value ?? 0))));
  const bars = series.filter(({ kind }) => kind === 'bars');
  return [
    `<rect width="${PANEL.width}" height="${PANEL.height}" rx="16" fill="${INK.paper}"/>`,
    words(24, 44, title, { size: 24, weight: 700 }),
    words(PANEL.width - 24, 44, figure, { size: 24, weight: 700, anchor: 'end' }),
    legend(series),
    grid(most),
    ...bars.map((one, index) => barsOf(one, most, { index, of: bars.length })),
    ...series.filter(({ kind }) => kind === 'line').map((one) => lineOf(one, most)),
    axis(labels),
  ].join('');
}

function legend(series: readonly ChartSeries[]): string {
  let x = 24;
  return series
    .map(({ name, kind, color }) => {
      const mark =
        kind === 'bars'
          ? `<rect x="${x}" y="66" width="18" height="18" rx="4" fill="${color}"/>`
          : `<rect x="${x}" y="73" width="18" height="4" rx="2" fill="${color}"/>`;
      const label = words(x + 26, 82, name, { size: 18, color: INK.soft });
      x += 26 + textWidth(name, 18) + 24;
      return mark + label;
    })
    .join('');
}

function grid(most: number): string {
  return [0, 0.5, 1]
    .map((part) => {
      const y = yOf(part * most, most);
      const line = `<line x1="${PLOT.left}" x2="${PANEL.width - PLOT.right}" y1="${y}" y2="${y}" stroke="${INK.grid}" stroke-width="2"/>`;
      return (
        line + words(PLOT.left - 10, y + 6, shortNumber(part * most), { size: 16, color: INK.soft, anchor: 'end' })
      );
    })
    .join('');
}

function barsOf({ color, values }: ChartSeries, most: number, { index, of }: { index: number; of: number }): string {
  const slot = plotWidth() / values.length;
  const width = Math.max(1, (slot * 0.7) / of);
  return values
    .map((value, at) => {
      if (!value) return '';
      const x = PLOT.left + at * slot + slot * 0.15 + index * width;
      const y = yOf(value, most);
      return `<rect x="${x.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${(yOf(0, most) - y).toFixed(1)}" rx="${Math.min(4, width / 3).toFixed(1)}" fill="${color}"/>`;
    })
    .join('');
}

function lineOf({ color, values }: ChartSeries, most: number): string {
  const slot = plotWidth() / values.length;
  const point = (value: number, at: number): string =>
    `${(PLOT.left + (at + 0.5) * slot).toFixed(1)},${yOf(value, most)}`;
  const runs: string[][] = [[]];
  for (const [at, value] of values.entries()) {
    if (value === null) runs.push([]);
    else runs.at(-1)?.push(point(value, at));
  }
  return runs
    .filter((run) => run.length > 0)
    .map((run) =>
      // A single point would be no line.
      run.length === 1
        ? `<circle cx="${run[0]?.split(',')[0]}" cy="${run[0]?.split(',')[1]}" r="5" fill="${color}"/>`
        : `<polyline points="${run.join(' ')}" fill="none" stroke="${color}" stroke-width="4" stroke-linejoin="round" stroke-linecap="round"/>`,
    )
    .join('');
}

function axis(labels: readonly string[]): string {
  const slot = plotWidth() / labels.length;
  const every = Math.ceil(labels.length / MOST_LABELS);
  return labels
    .map((label, at) =>
      at % every === 0
        ? words(PLOT.left + (at + 0.5) * slot, PANEL.height - 18, label, {
            size: 16,
            color: INK.soft,
            anchor: 'middle',
          })
        : '',
    )
    .join('');
}

function words(
  x: number,
  y: number,
  text: string,
  {
    size,
    weight = 400,
    color = INK.text,
    anchor = 'start',
  }: { size: number; weight?: number; color?: string; anchor?: string },
): string {
  const place = `x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${size}" font-weight="${weight}"`;
  return `<text ${place} fill="${color}" text-anchor="${anchor}">${escapeHtml(text)}</text>`;
}

function plotWidth(): number {
  return PANEL.width - PLOT.left - PLOT.right;
}

function yOf(value: number, most: number): number {
  const height = PANEL.height - PLOT.top - PLOT.bottom;
  return Number((PLOT.top + height * (1 - value / most)).toFixed(1));
}

/** An even number of few digits that the largest value fits under, so that its half is whole too. */
export function niceCeiling(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return [2, 4, 6, 8, 10, 20].map((step) => step * power).find((step) => step >= value) ?? value;
}

function shortNumber(value: number): string {
  return value >= 10_000 ? `${(value / 1000).toFixed(0)}k` : String(Number(value.toFixed(1)));
}

/** About: a Han character is as wide as high, a Latin one half of that. */
function textWidth(text: string, size: number): number {
  return Array.from(text).reduce((width, character) => width + (character > '\u2e7f' ? size : size * 0.56), 0);
}
