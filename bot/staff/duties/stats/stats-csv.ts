import type { Language } from '../../../../engine/ports/language.ts';
import type { ServiceFigures } from '../../../../engine/statistics/service-figures.ts';
import { plain } from '../../../telegram/text/locale.ts';

const COLUMNS = ['day', 'hour', 'requested', 'renewed', 'reminded', 'linked', 'verified', 'p50', 'p95'] as const;

/** The figures as a table with a header: a row for each day or hour, below them the refusals and verifications. */
export function statsTable(language: Language, { points, refusals, verifications }: ServiceFigures): string[][] {
  const name = (series: string): string => plain(language, 'staff-stats-series', { series });
  return [
    COLUMNS.map(name),
    ...points.map((point) => COLUMNS.map((column) => String(point[column] ?? ''))),
    [],
    [name('refusals'), name('count')],
    ...refusals.map(({ reason, count }) => [plain(language, 'staff-stats-reason', { reason }), String(count)]),
    [],
    [name('verifications'), name('count')],
    ...verifications.map(({ result, count }) => [plain(language, 'staff-stats-result', { result }), String(count)]),
  ];
}
