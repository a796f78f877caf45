import type { Language } from '../../../../engine/ports/language.ts';
import type { ServiceFigures } from '../../../../engine/statistics/service-figures.ts';
import { formatDate } from '../../../telegram/text/dates.ts';
import { plain, text } from '../../../telegram/text/locale.ts';

/** More reasons than these are added up. */
const MOST_REASONS = 5;
const BETWEEN = { 'zh-CN': '至', en: ' – ' } as const;

/** The figures under the picture, as a caption of at most 1024 characters. */
export function statsCaption(language: Language, figures: ServiceFigures): string {
  const { totals, refusals, verifications } = figures;
  return text(language, 'staff-stats', {
    period: periodWords(language, figures),
    linked: String(totals.linked),
    requested: String(totals.requested),
    p50: totals.p50 === null ? 'none' : seconds(language, totals.p50),
    p95: seconds(language, totals.p95),
    verified: String(totals.verified),
    results: listed(language, verifications, ({ result }) => plain(language, 'staff-stats-result', { result })),
    reminded: String(totals.reminded),
    renewed: String(totals.renewed),
    refused: String(refusals.reduce((sum, { count }) => sum + count, 0)),
    reasons: listed(language, refusals, ({ reason }) => plain(language, 'staff-stats-reason', { reason })),
  }).trimEnd();
}

export function periodWords(language: Language, { from, to }: Pick<ServiceFigures, 'from' | 'to'>): string {
  if (from === to) return formatDate(language, to);
  return `${formatDate(language, from)}${BETWEEN[language]}${formatDate(language, to)}`;
}

/** 8 秒, 2 分钟: a step of the counts, or a dash when nothing was delivered. */
export function seconds(language: Language, value: number | null): string {
  if (value === null) return '—';
  const [unit, length] =
    value >= 7200 ? (['hours', 3600] as const) : value >= 120 ? (['minutes', 60] as const) : (['seconds', 1] as const);
  return plain(language, 'staff-stats-time', { unit, count: String(Math.round(value / length)) });
}

function listed<T extends { count: number }>(
  language: Language,
  rows: readonly T[],
  nameOf: (row: T) => string,
): string {
  if (rows.length === 0) return 'none';
  const shown = rows.slice(0, MOST_REASONS).map((row) => `${nameOf(row)} ${row.count}`);
  const rest = rows.slice(MOST_REASONS).reduce((sum, { count }) => sum + count, 0);
  if (rest > 0) shown.push(`${plain(language, 'staff-stats-rest')} ${rest}`);
  return shown.join(language === 'zh-CN' ? '，' : ', ');
}
