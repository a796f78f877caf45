import type { Storage } from '../../../../engine/ports/storage.ts';
import type { StaffTask } from '../../../../engine/ports/stores/staff-stores.ts';
import { may } from '../../../../engine/staff/permissions.ts';
import { type Period, PERIODS, serviceFigures } from '../../../../engine/statistics/service-figures.ts';
import { button } from '../../../telegram/buttons/button.ts';
import type { CallbackData } from '../../../telegram/buttons/callback-data.ts';
import type { Effect, InlineButton } from '../../../telegram/effects.ts';
import { plain, text } from '../../../telegram/text/locale.ts';
import type { Duty, TaskContext } from '../../duty.ts';
import { excelCsv } from '../../excel-csv.ts';
import { show, toast } from '../../show.ts';
import type { StaffTurn } from '../../turn.ts';
import { draw } from './draw.ts';
import { statsTable } from './stats-csv.ts';
import { statsPicture } from './stats-picture.ts';
import { periodWords, statsCaption } from './stats-words.ts';

const DEFAULT_PERIOD = 7;

/** How the service does, as a picture with the figures under it, and as a table. Both take a while and so are tasks. */
export const statsDuty: Duty = {
  commands: {
    stats: { needs: 'stats', handle: (turn, days) => start(turn, 'stats', periodOf(days)) },
    export: { needs: 'export', handle: (turn, days) => start(turn, 'stats-export', periodOf(days)) },
  },
  taps: {
    'stats:show': { needs: 'stats', handle: (turn, data) => start(turn, 'stats', periodIn(data)) },
    'stats:export': { needs: 'export', handle: (turn, data) => start(turn, 'stats-export', periodIn(data)) },
  },
  tasks: { stats: drawStats, 'stats-export': exportStats },
};

async function start(turn: StaffTurn, kind: 'stats' | 'stats-export', period: Period): Promise<Effect[]> {
  const { tx, member, now, place, updateId, event } = turn;
  const { language } = member;
  const { chatId, threadId } = place;
  turn.note({ facts: { days: period } });
  const payload = { period, language };
  const id = `${kind}:${updateId}`;
  await tx.staff.tasks.add({ id, kind, memberId: member.id, chatId, threadId, payload, createdAt: now });
  const wait = plain(language, 'staff-stats-wait');
  return event.kind === 'tap' ? toast(turn, wait) : show(turn, { html: text(language, 'staff-stats-wait') });
}

async function drawStats(task: StaffTask, { storage, clock, deps }: TaskContext): Promise<Effect[]> {
  const { period, language } = orderOf(task);
  const figures = await storage.transact((tx) => serviceFigures(tx.statistics, deps.zone, clock.now(), period));
  const png = await draw(statsPicture(language, deps.policy, figures));
  const captionHtml = statsCaption(language, figures);
  const inline = periodButtons(language, await mayExport(task, storage));
  return [{ kind: 'photo', base64: Buffer.from(png).toString('base64'), captionHtml, inline }];
}

async function exportStats(task: StaffTask, { storage, clock, deps }: TaskContext): Promise<Effect[]> {
  const { period, language } = orderOf(task);
  const figures = await storage.transact((tx) => serviceFigures(tx.statistics, deps.zone, clock.now(), period));
  const bytes = excelCsv(statsTable(language, figures));
  const captionHtml = text(language, 'staff-stats-exported', { period: periodWords(language, figures) });
  const name = `jiazhu-${figures.from}-${figures.to}.csv`;
  return [{ kind: 'file', name, mimeType: 'text/csv', base64: Buffer.from(bytes).toString('base64'), captionHtml }];
}

/** In the group the table is for those of its members who may have it. */
async function mayExport({ memberId, chatId }: StaffTask, storage: Storage): Promise<boolean> {
  const member = await storage.transact((tx) => tx.staff.members.get(memberId));
  return member !== undefined && (may(member.role, 'export') || chatId !== member.userId);
}

function periodButtons(language: 'zh-CN' | 'en', withTable: boolean): InlineButton[][] {
  const label = (period: Period): string =>
    plain(language, 'staff-button-stats-period', { days: period === 1 ? 'today' : String(period) });
  const periods = PERIODS.map((period) => button(label(period), 'stats:show', { args: [String(period)] }));
  if (!withTable) return [periods];
  const table = plain(language, 'staff-button-stats-export');
  return [periods, [button(table, 'stats:export', { args: ['90'] })]];
}

function orderOf({ payload: { period, language } }: StaffTask): { period: Period; language: 'zh-CN' | 'en' } {
  return { period: periodOf(String(period)), language: language === 'en' ? 'en' : 'zh-CN' };
}

function periodIn({ args: [days = ''] }: CallbackData): Period {
  return periodOf(days);
}

function periodOf(days: string): Period {
  return PERIODS.find((period) => String(period) === days.trim()) ?? DEFAULT_PERIOD;
}
