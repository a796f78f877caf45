import type { Transaction } from '../../../../engine/ports/storage.ts';
import type { OutboxItem } from '../../../../engine/outbox/outbox-item.ts';
import type { Language } from '../../../../engine/ports/language.ts';
import type { Instant } from '../../../../engine/time/instant.ts';
import { formatMoment } from '../../../telegram/text/dates.ts';
import type { Effect } from '../../../telegram/effects.ts';
import { plain, text } from '../../../telegram/text/locale.ts';
import type { RecentError } from '../../../telegram/log/recent-errors.ts';
import type { SenderFigures } from '../../../telegram/sending/pacing.ts';
import { button } from '../../../telegram/buttons/button.ts';
import type { Duty } from '../../duty.ts';
import { show } from '../../show.ts';
import type { StaffTurn } from '../../turn.ts';
import { ageWords } from '../../views/age.ts';

/** How the service is: what runs, what waits, what went wrong. */
export const statusDuty: Duty = {
  commands: { status: { needs: 'status', handle: showStatus } },
  taps: { 'status:show': { needs: 'status', handle: showStatus } },
};

async function showStatus(turn: StaffTurn): Promise<Effect[]> {
  const { tx, now, member, deps } = turn;
  const { language } = member;
  const figures = deps.figures();
  const parts = [
    text(language, 'staff-status-head', { at: formatMoment(language, now, deps.zone) }),
    versionLines(turn),
    await queueLines(tx, language, now),
    senderLine(language, 'holder', figures.holderSender, await outboxFacts(tx, 'holder', language, now)),
    senderLine(language, 'staff', figures.staffSender, await outboxFacts(tx, 'staff', language, now)),
    await auditLine(tx, language),
    errorLines(turn, figures.errors),
  ];
  const refresh = button(plain(language, 'staff-button-refresh'), 'status:show');
  return show(turn, { html: parts.join('\n\n'), inline: [[refresh]] });
}

function versionLines({ deps, member: { language }, now }: StaffTurn): string {
  const { versions, startedAt, database } = deps.figures();
  const size = database.bytes === null ? 'none' : megabytes(database.bytes);
  return text(language, 'staff-status-versions', {
    ...versions,
    up: ageWords(language, startedAt, now),
    database: database.kind,
    size,
  });
}

async function queueLines(tx: Transaction, language: Language, now: Instant): Promise<string> {
  const { count, oldest } = await tx.jobs.backlog();
  return text(language, 'staff-status-jobs', {
    count,
    age: oldest === null ? 'none' : ageWords(language, oldest, now),
  });
}

async function outboxFacts(tx: Transaction, bot: OutboxItem['bot'], language: Language, now: Instant) {
  const oldest = await tx.outbox.oldestDue(bot, now);
  return {
    queued: await tx.outbox.count(bot, 'queued'),
    uncertain: await tx.outbox.count(bot, 'uncertain'),
    dead: await tx.outbox.count(bot, 'dead'),
    age: oldest === null ? 'none' : ageWords(language, oldest, now),
  };
}

function senderLine(
  language: Language,
  bot: OutboxItem['bot'],
  { lastMinute, waiting, pausedMs }: SenderFigures,
  outbox: Awaited<ReturnType<typeof outboxFacts>>,
): string {
  const line = text(language, 'staff-status-sender', { bot, perMinute: lastMinute, waiting, ...outbox });
  if (pausedMs === 0) return line;
  return `${line}\n${text(language, 'staff-status-paused', { seconds: Math.ceil(pausedMs / 1000) })}`;
}

async function auditLine(tx: Transaction, language: Language): Promise<string> {
  const { rows, hash, sound } = await tx.staff.audit.head();
  const head = hash === null ? '–' : hash.slice(0, 16);
  return text(language, sound ? 'staff-status-audit' : 'staff-status-audit-broken', { rows, head });
}

function errorLines({ member: { language }, deps }: StaffTurn, errors: readonly RecentError[]): string {
  if (errors.length === 0) return text(language, 'staff-status-no-errors');
  const lines = errors.map(({ at, what, fault, reference }) =>
    text(language, 'staff-status-error', {
      at: formatMoment(language, at, deps.zone),
      what,
      fault: fault ?? '–',
      reference: reference ?? '–',
    }),
  );
  return [text(language, 'staff-status-errors'), ...lines].join('\n');
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
