import type { Language } from '../../../../engine/ports/language.ts';
import type { Policy } from '../../../../engine/policy/policy.ts';
import type { FigurePoint, ServiceFigures } from '../../../../engine/statistics/service-figures.ts';
import { yearMonthDay } from '../../../../engine/time/civil-date.ts';
import { plain } from '../../../telegram/locale.ts';
import { type ChartSeries, chartSvg } from './chart-svg.ts';
import { periodWords, seconds } from './stats-words.ts';

const BLUE = '#2f6fde';
const GREEN = '#27a37a';
const AMBER = '#e08a1e';
const VIOLET = '#7a5bd0';

/** The figures as bars and lines. */
export function statsPicture(language: Language, { authority }: Policy, figures: ServiceFigures): string {
  const { points, totals } = figures;
  const title = (panel: string): string => plain(language, 'staff-stats-panel', { panel });
  const series = (
    name: string,
    kind: ChartSeries['kind'],
    color: string,
    of: (point: FigurePoint) => number | null,
  ) => ({
    name: plain(language, 'staff-stats-series', { series: name }),
    kind,
    color,
    values: points.map(of),
  });
  const number = (value: number): string => value.toLocaleString('en-US');
  return chartSvg({
    title: plain(language, 'staff-stats-title'),
    subtitle: `${periodWords(language, figures)} · ${authority.name[language]}`,
    labels: points.map(labelOf),
    charts: [
      {
        title: title('requests'),
        figure: number(totals.requested),
        series: [
          series('requested', 'bars', BLUE, ({ requested }) => requested),
          series('renewed', 'bars', GREEN, ({ renewed }) => renewed),
        ],
      },
      {
        title: title('linked'),
        figure: number(totals.linked),
        series: [series('linked', 'line', BLUE, ({ linked }) => linked)],
      },
      {
        title: title('delivery'),
        figure: `${seconds(language, totals.p50)} / ${seconds(language, totals.p95)}`,
        series: [series('p50', 'line', BLUE, ({ p50 }) => p50), series('p95', 'line', AMBER, ({ p95 }) => p95)],
      },
      {
        title: title('verified'),
        figure: number(totals.verified),
        series: [
          series('verified', 'bars', VIOLET, ({ verified }) => verified),
          series('reminded', 'line', AMBER, ({ reminded }) => reminded),
        ],
      },
    ],
  });
}

function labelOf({ day, hour }: FigurePoint): string {
  const { month, day: date } = yearMonthDay(day);
  return hour === null ? `${month}/${date}` : `${hour}:00`;
}
