import { BROADCAST_TEXT_LENGTH } from '../../../../engine/broadcast/broadcast.ts';
import { addDays } from '../../../../engine/time/civil-date.ts';
import { broadcastView } from '../../../telegram/broadcast-view.ts';
import { button } from '../../../telegram/buttons/button.ts';
import { packCallback } from '../../../telegram/buttons/callback-data.ts';
import { formatMoment } from '../../../telegram/text/dates.ts';
import type { Effect, InlineButton, View } from '../../../telegram/effects.ts';
import { plain, text } from '../../../telegram/text/locale.ts';
import { pageButtons, pageOf } from '../../../telegram/buttons/paging.ts';
import type { DialogTurn } from '../../dialog.ts';
import { show } from '../../show.ts';
import { audienceWords } from './audience-words.ts';
import type { Draft } from './draft.ts';

const DAYS = [7, 30] as const;
const PAGE_SIZE = 6;
type Label = 'linked' | 'expiring' | 'qualification' | 'chinese-only' | 'now' | 'later' | 'confirm';

/** What a step asks. `note` is a sentence above it, in HTML. */
export async function showStep(
  turn: DialogTurn,
  draft: Draft,
  { note, page = 1 }: { note?: string; page?: number } = {},
): Promise<Effect[]> {
  const view = await stepView(turn, draft, page);
  const noted = note === undefined ? view : { ...view, html: `${note}\n\n${view.html}` };
  const shown = show(turn, noted);
  // The controls come below what holders will see, and so in a message of their own. With a note they were there.
  if (draft.step !== 'when' || note !== undefined) return shown;
  return [...previews(turn, draft), { kind: 'send', view: noted }];
}

function previews({ deps: { policy }, event }: DialogTurn, { chinese = '', english = '' }: Draft): Effect[] {
  const texts = { 'zh-CN': chinese, en: english };
  const answered: Effect[] = event.kind === 'tap' ? [{ kind: 'answer', callbackId: event.callbackId }] : [];
  return [
    ...answered,
    { kind: 'send', view: broadcastView('zh-CN', policy, texts) },
    { kind: 'send', view: broadcastView('en', policy, texts) },
  ];
}

async function stepView(turn: DialogTurn, draft: Draft, page: number): Promise<View> {
  const { member, dialog } = turn;
  const cancel = button(plain(member.language, 'staff-button-cancel'), 'basics:cancel', { version: dialog.version });
  return { html: await question(turn, draft), inline: [...choices(turn, draft, page), [cancel]] };
}

async function question(turn: DialogTurn, draft: Draft): Promise<string> {
  const { language } = turn.member;
  switch (draft.step) {
    case 'audience':
    case 'qualification':
    case 'english':
      return text(language, `staff-broadcast-ask-${draft.step}`);
    case 'before':
      return text(language, 'staff-broadcast-ask-before', { example: exampleDay(turn) });
    case 'chinese': {
      const most = String(BROADCAST_TEXT_LENGTH);
      return text(language, 'staff-broadcast-ask-chinese', { ...(await whom(turn, draft)), most });
    }
    case 'when':
      return text(language, 'staff-broadcast-ask-when', await whom(turn, draft));
    case 'time':
      return text(language, 'staff-broadcast-ask-time', { example: exampleTime(turn) });
    case 'confirm': {
      const when = startWords(turn, draft);
      return text(language, 'staff-broadcast-ask-confirm', { ...(await whom(turn, draft)), when });
    }
    default:
      return draft.step satisfies never;
  }
}

function choices(turn: DialogTurn, { step }: Draft, page: number): InlineButton[][] {
  const { language } = turn.member;
  const { version } = turn.dialog;
  const choice = (label: Label, style?: 'danger'): InlineButton =>
    button(plain(language, `staff-button-broadcast-${label}`), `broadcast:${label}`, {
      version,
      ...(style && { style }),
    });
  switch (step) {
    case 'audience':
      return [[choice('linked')], [choice('expiring')], [choice('qualification')]];
    case 'before':
      return [dayButtons(turn)];
    case 'qualification':
      return qualificationButtons(turn, page);
    case 'english':
      return [[choice('chinese-only')]];
    case 'when':
      return [[choice('now'), choice('later')]];
    case 'confirm':
      return [[choice('confirm', 'danger')]];
    case 'chinese':
    case 'time':
      return [];
    default:
      return step satisfies never;
  }
}

/** A day to follow as an example. */
export function exampleDay({ deps, now }: Pick<DialogTurn, 'deps' | 'now'>): string {
  return addDays(deps.zone.dateOf(now), 14);
}

/** A time to follow as an example. */
export function exampleTime(turn: Pick<DialogTurn, 'deps' | 'now'>): string {
  return `${addDays(turn.deps.zone.dateOf(turn.now), 1)} 09:00`;
}

function startWords({ deps, member: { language } }: DialogTurn, { startAt }: Draft): string {
  return startAt === null || startAt === undefined ? 'now' : formatMoment(language, startAt, deps.zone);
}

async function whom({ tx, deps, now, member }: DialogTurn, draft: Draft): Promise<{ audience: string; count: string }> {
  const audience = draft.audience ?? { kind: 'linked' };
  const count = await tx.broadcasts.countAccounts(audience, deps.zone.dateOf(now));
  return { audience: audienceWords(member.language, deps.catalogue, audience), count: String(count) };
}

function dayButtons({ member, dialog: { version } }: DialogTurn): InlineButton[] {
  return DAYS.map((days) => {
    const label = plain(member.language, 'staff-button-broadcast-days', { days: String(days) });
    return button(label, 'broadcast:within', { args: [String(days)], version });
  });
}

function qualificationButtons({ deps, member, dialog: { version } }: DialogTurn, wanted: number): InlineButton[][] {
  const { qualifications } = deps.catalogue;
  const page = pageOf(qualifications.length, PAGE_SIZE, wanted);
  const rows = qualifications
    .slice(page.offset, page.offset + page.limit)
    .map(({ name }, index) => [
      button(name[member.language], 'broadcast:choose', { args: [String(page.offset + index)], version }),
    ]);
  const turning = pageButtons(page, (to) =>
    packCallback({ feature: 'broadcast', action: 'page', args: [`${to}`], version }),
  );
  return [...rows, turning];
}
