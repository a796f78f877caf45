import type { Language } from '../../../../engine/ports/language.ts';
import type { Policy } from '../../../../engine/policy/policy.ts';
import type { FigurePoint, ServiceFigures } from '../../../../engine/statistics/service-figures.ts';
import { yearMonthDay } from '../../../../engine/time/civil-date.ts';
import { plain } from '../../../telegram/text/locale.ts';
import { type Chart, type ChartSeries, chartSvg } from './chart-svg.ts';
import { periodWords, seconds } from './stats-words.ts';

const BLUE = '#2f6fde';
const GREEN = '#27a37a';
const AMBER = '#e08a1e';
const VIOLET = '#7a5bd0';

/** The figures as bars and lines. */
export function statsPicture(language: Language, { authority }: Policy, figures: ServiceFigures): string {
  return chartSvg({
    title: plain(language, 'staff-stats-title'),
    subtitle: `${periodWords(language, figures)} · ${authority.name[language]}`,
    labels: figures.points.map(labelOf),
    charts: [requests, linked, delivery, verified].map((chart) => chart(language, figures)),
  });
}

function requests(language: Language, { points, totals }: ServiceFigures): Chart {
  return {
    title: title(language, 'requests'),
    figure: number(totals.requested),
    series: [
      { ...series(language, 'requested', points), kind: 'bars', color: BLUE },
      { ...series(language, 'renewed', points), kind: 'bars', color: GREEN },
    ],
  };
}

function linked(language: Language, { points, totals }: ServiceFigures): Chart {
  return {
    title: title(language, 'linked'),
    figure: number(totals.linked),
    series: [{ ...series(language, 'linked', points), kind: 'line', color: BLUE }],
  };
}

function delivery(language: Language, { points, totals }: ServiceFigures): Chart {
  return {
    title: title(language, 'delivery'),
    figure: `${seconds(language, totals.p50)} / ${seconds(language, totals.p95)}`,
    series: [
      { ...series(language, 'p50', points), kind: 'line', color: BLUE },
      { ...series(language, 'p95', points), kind: 'line', color: AMBER },
    ],
  };
}

function verified(language: Language, { points, totals }: ServiceFigures): Chart {
  return {
    title: title(language, 'verified'),
    figure: number(totals.verified),
    series: [
      { ...series(language, 'verified', points), kind: 'bars', color: VIOLET },
      { ...series(language, 'reminded', points), kind: 'line', color: AMBER },
    ],
  };
}

function title(language: Language, panel: string): string {
  return plain(language, 'staff-stats-panel', { panel });
}

function series(
  language: Language,
  name: Exclude<keyof FigurePoint, 'day' | 'hour'>,
  points: readonly FigurePoint[],
): Pick<ChartSeries, 'name' | 'values'> {
  return {
    name: plain(language, 'staff-stats-series', { series: name }),
    values: points.map((point) => point[name]),
  };
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}

function labelOf({ day, hour }: FigurePoint): string {
  const { month, day: date } = yearMonthDay(day);
  return hour === null ? `${month}/${date}` : `${hour}:00`;
}
