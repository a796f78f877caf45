import type { Language } from '../../../../engine/ports/language.ts';
import type { Policy } from '../../../../engine/policy/policy.ts';
import type { AlertKindState, OpenAlert } from '../../../../engine/ports/stores/service-stores.ts';
import type { Transaction } from '../../../../engine/ports/storage.ts';
import { type AlertKind, ALERT_KINDS } from '../../../../engine/staff/alerts/alert-kinds.ts';
import type { Instant, Zone } from '../../../../engine/time/instant.ts';
import { button } from '../../../telegram/buttons/button.ts';
import { formatMoment } from '../../../telegram/text/dates.ts';
import type { InlineButton, View } from '../../../telegram/effects.ts';
import { LINES, withLines } from '../../../telegram/text/lines.ts';
import { plain, text } from '../../../telegram/text/locale.ts';
import { alertLine, endorsementIdOf } from './alert-line.ts';

/** So many fit a message that is read at a glance. */
const MOST_LINES = 8;
/** What can be done about these is done in the queue, where endorsements are. */
const QUEUED: ReadonlySet<AlertKind> = new Set(['overdue', 'generation-failed', 'missing-glyph', 'outbox-dead']);

interface AlertWords {
  language: Language;
  zone: Zone;
  now: Instant;
  /** Whether whoever reads it may mute alerts. */
  mayMute: boolean;
  policy: Pick<Policy, 'signature'>;
}

/** All kinds that have open alerts, a line and a button each. */
export async function alertsView(tx: Transaction, words: AlertWords): Promise<View> {
  const { language } = words;
  const open = await tx.alerts.open();
  const states = new Map((await tx.alerts.kinds()).map((state) => [state.kind, state]));
  const kinds = ALERT_KINDS.filter(
    (kind) => open.some((alert) => alert.kind === kind) || isMuted(states.get(kind), words),
  );
  if (kinds.length === 0) return { html: text(language, 'staff-alerts-none') };
  const lines = kinds.map((kind) => {
    const alerts = open.filter((alert) => alert.kind === kind);
    const unseen = alerts.filter(({ acknowledgedAt }) => acknowledgedAt === null).length;
    return text(language, 'staff-alerts-line', {
      name: alertName(language, kind),
      open: String(alerts.length),
      unseen: unseen === 0 ? 'none' : String(unseen),
      muted: mutedUntil(states.get(kind), words) ?? 'no',
    });
  });
  const rows = kinds.map((kind) => [button(alertName(language, kind), 'alerts:kind', { args: [kind] })]);
  return {
    html: withLines(text(language, 'staff-alerts', { lines: LINES }), lines),
    inline: rows,
  };
}

/** The alerts of one kind, the newest first, with what to do about them. Undefined when there are none. */
export async function alertKindView(tx: Transaction, words: AlertWords, kind: AlertKind): Promise<View | undefined> {
  const { language, mayMute, policy } = words;
  const alerts = (await tx.alerts.openOfKind(kind)).toReversed();
  const [newest] = alerts;
  if (!newest) return undefined;
  const shown = await Promise.all(alerts.slice(0, MOST_LINES).map((alert) => lineOf(tx, words, alert)));
  const rest = alerts.length - shown.length;
  if (rest > 0) shown.push(text(language, 'staff-alerts-more', { count: String(rest) }));
  const frame = text(language, 'staff-alerts-kind', {
    name: alertName(language, kind),
    count: String(alerts.length),
    lines: LINES,
    advice: plain(language, 'staff-alert-advice', { kind, onUnavailable: policy.signature.onUnavailable }),
  });
  const state = (await tx.alerts.kinds()).find((candidate) => candidate.kind === kind);
  const unseen = alerts.some(({ acknowledgedAt }) => acknowledgedAt === null);
  return {
    html: withLines(frame, shown),
    inline: buttonsOf(language, kind, {
      newest: unseen ? newest : undefined,
      muted: mayMute ? isMuted(state, words) : undefined,
      queued: QUEUED.has(kind) && alerts.some(({ facts }) => endorsementIdOf(facts) !== undefined),
    }),
  };
}

export function alertName(language: Language, kind: AlertKind): string {
  return plain(language, 'staff-alert-name', { kind });
}

async function lineOf(tx: Transaction, { language, zone, now }: AlertWords, alert: OpenAlert): Promise<string> {
  const line = `• ${await alertLine(tx, language, alert, now)}`;
  if (alert.acknowledgedAt === null || alert.acknowledgedBy === null) return line;
  const by = (await tx.staff.members.get(alert.acknowledgedBy))?.name ?? '—';
  const at = formatMoment(language, alert.acknowledgedAt, zone);
  return `${line}\n  <i>${text(language, 'staff-alerts-seen', { by, at })}</i>`;
}

/** `muted` is undefined for those who can't change it. */
function buttonsOf(
  language: Language,
  kind: AlertKind,
  { newest, muted, queued }: { newest: OpenAlert | undefined; muted: boolean | undefined; queued: boolean },
): InlineButton[][] {
  const label = (id: 'acknowledge' | 'mute-hour' | 'mute-day' | 'unmute' | 'open-queue' | 'all-alerts'): string =>
    plain(language, `staff-button-${id}`);
  // Only what was on the screen is acknowledged, not what came meanwhile.
  const seen =
    newest && button(label('acknowledge'), 'alerts:seen', { args: [kind, newest.at.toString(36)], style: 'primary' });
  const mute = [
    button(label('mute-hour'), 'alerts:mute', { args: [kind, '1'] }),
    button(label('mute-day'), 'alerts:mute', { args: [kind, '24'] }),
  ];
  const unmute = button(label('unmute'), 'alerts:unmute', { args: [kind] });
  const quiet = muted === undefined ? [] : muted ? [unmute] : mute;
  const queue = queued ? [button(label('open-queue'), 'queue:show')] : [];
  return [seen ? [seen] : [], quiet, [...queue, button(label('all-alerts'), 'alerts:all')]];
}

function isMuted(state: AlertKindState | undefined, { now }: { now: Instant }): boolean {
  return (state?.mutedUntil ?? now) > now;
}

function mutedUntil(state: AlertKindState | undefined, { language, zone, now }: AlertWords): string | undefined {
  const until = state?.mutedUntil ?? now;
  return until > now ? formatMoment(language, until, zone) : undefined;
}
