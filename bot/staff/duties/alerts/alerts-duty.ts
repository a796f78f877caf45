import { acknowledgeAlerts, muteAlerts } from '../../../../engine/staff/alerts/acknowledge-alerts.ts';
import { type AlertKind, readAlertKind } from '../../../../engine/staff/alerts/alert-kinds.ts';
import type { Member } from '../../../../engine/staff/member.ts';
import { may } from '../../../../engine/staff/permissions.ts';
import { HOUR_MS, instant, later } from '../../../../engine/time/instant.ts';
import type { CallbackData } from '../../../telegram/buttons/callback-data.ts';
import { formatMoment } from '../../../telegram/text/dates.ts';
import type { Effect } from '../../../telegram/effects.ts';
import { plain, text } from '../../../telegram/text/locale.ts';
import type { Duty, NewsWriter } from '../../duty.ts';
import { show } from '../../show.ts';
import type { StaffTurn } from '../../turn.ts';
import { alertKindView, alertName, alertsView } from './alert-views.ts';

const MUTE_HOURS: ReadonlySet<string> = new Set(['1', '24']);

/** The alerts: told unasked, a kind at a time; seen once by whoever takes note of them, and quiet for a while if need be. */
export const alertsDuty: Duty = {
  commands: {
    alerts: { needs: 'alerts', handle: async (turn) => show(turn, await alertsView(turn.tx, wordsOf(turn))) },
  },
  taps: {
    'alerts:all': { needs: 'alerts', handle: async (turn) => show(turn, await alertsView(turn.tx, wordsOf(turn))) },
    'alerts:kind': { needs: 'alerts', handle: (turn, data) => withKind(turn, data, (kind) => showKind(turn, kind)) },
    'alerts:seen': {
      needs: 'alerts',
      handle: (turn, data) => withKind(turn, data, (kind) => acknowledge(turn, kind, data)),
    },
    'alerts:mute': {
      needs: 'mute-alerts',
      handle: (turn, data) => withKind(turn, data, (kind) => mute(turn, kind, data)),
    },
    'alerts:unmute': {
      needs: 'mute-alerts',
      handle: (turn, data) => withKind(turn, data, (kind) => unmute(turn, kind)),
    },
  },
  news: { alerts: (tx, facts) => tellOfKind(tx, facts) },
};

const tellOfKind: NewsWriter = async (tx, { deps: { policy, zone }, now, item: { accountId, message }, to }) => {
  if (message.kind !== 'alerts') return 'drop';
  const { language } = to;
  // In the group the buttons are for those of its members who may.
  const mayMute = to.kind === 'group' || mayMuteAlerts(await tx.staff.members.get(accountId));
  const view = await alertKindView(tx, { language, zone, now, mayMute, policy }, message.alertKind);
  return view ? { view } : 'drop';
};

async function withKind(
  turn: StaffTurn,
  { args }: CallbackData,
  handle: (kind: AlertKind) => Promise<Effect[]>,
): Promise<Effect[]> {
  const kind = readAlertKind(args[0]);
  if (!kind) return show(turn, await alertsView(turn.tx, wordsOf(turn)));
  turn.note({ about: kind });
  return handle(kind);
}

async function showKind(turn: StaffTurn, kind: AlertKind, words?: string): Promise<Effect[]> {
  const { language } = turn.member;
  const none = { html: text(language, 'staff-alerts-kind-none', { name: alertName(language, kind) }) };
  return show(turn, (await alertKindView(turn.tx, wordsOf(turn), kind)) ?? none, words);
}

async function acknowledge(turn: StaffTurn, kind: AlertKind, { args }: CallbackData): Promise<Effect[]> {
  const { tx, now, member, deps } = turn;
  const { language } = member;
  const until = instant(Number.parseInt(args[1] ?? '', 36) || 0);
  const acknowledged = await acknowledgeAlerts(tx, { now, memberId: member.id, kind, until });
  if (acknowledged.ok) {
    const { count } = acknowledged.value;
    turn.note({ facts: { count } });
    return showKind(turn, kind, plain(language, 'staff-alerts-acknowledged', { count: String(count) }));
  }
  const { by, at } = acknowledged.refusal;
  turn.note({ refusal: acknowledged.refusal.kind });
  const name = by === null ? 'none' : ((await tx.staff.members.get(by))?.name ?? '—');
  const moment = at === null ? '' : formatMoment(language, at, deps.zone);
  return showKind(turn, kind, plain(language, 'staff-alerts-nothing-left', { by: name, at: moment }));
}

async function mute(turn: StaffTurn, kind: AlertKind, { args: [, hours = ''] }: CallbackData): Promise<Effect[]> {
  const { tx, now, member, deps } = turn;
  const until = later(now, Number(MUTE_HOURS.has(hours) ? hours : '1') * HOUR_MS);
  await muteAlerts(tx, { memberId: member.id, kind, until });
  turn.note({ facts: { until } });
  const words = plain(member.language, 'staff-alerts-muted', {
    until: formatMoment(member.language, until, deps.zone),
  });
  return showKind(turn, kind, words);
}

async function unmute(turn: StaffTurn, kind: AlertKind): Promise<Effect[]> {
  await muteAlerts(turn.tx, { memberId: turn.member.id, kind, until: null });
  return showKind(turn, kind, plain(turn.member.language, 'staff-alerts-unmuted'));
}

function wordsOf({ member, deps, place, now }: StaffTurn) {
  const mayMute = place.kind === 'group' || mayMuteAlerts(member);
  return { language: member.language, zone: deps.zone, now, mayMute, policy: deps.policy };
}

function mayMuteAlerts(member: Member | undefined): boolean {
  return member !== undefined && may(member.role, 'mute-alerts');
}
