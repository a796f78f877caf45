import { isNoticeVersion, nextVersion } from '../../../../engine/notice/next-version.ts';
import { publishNotice } from '../../../../engine/notice/publish-notice.ts';
import { readNoticeFile } from '../../../../engine/notice/read-notice-file.ts';
import type { ServiceNotice } from '../../../../engine/notice/service-notice.ts';
import { LANGUAGES } from '../../../../engine/ports/language.ts';
import type { CallbackData } from '../../../telegram/buttons/callback-data.ts';
import type { Effect } from '../../../telegram/effects.ts';
import { plain, text } from '../../../telegram/text/locale.ts';
import { pageNumber } from '../../../telegram/buttons/paging.ts';
import { type DialogTurn, enterStep, isOfFlow, leaveDialog } from '../../dialog.ts';
import type { Duty, Said, Tap } from '../../duty.ts';
import { inPrivate } from '../../in-private.ts';
import { ofStep } from '../../of-step.ts';
import { show, toast } from '../../show.ts';
import type { StaffTurn } from '../../turn.ts';
import { draftOf, EMPTY_DRAFT, FLOW, type NoticeDraft, withLanguage, withText } from './draft.ts';
import { previewView, stepView } from './notice-views.ts';

/** A new version of the service notice: a file for each language, a look at it, and its publication. */
export const noticeDuty: Duty = {
  commands: { notice: inPrivate('publish-notice', (turn) => go(turn, EMPTY_DRAFT)) },
  taps: {
    'notice:language': onDraft(chooseLanguage),
    'notice:preview': onDraft(preview),
    'notice:sample': onDraft(sample),
    'notice:back': onDraft(stay),
    'notice:publish': onDraft(publish),
  },
  flows: { [FLOW]: inPrivate('publish-notice', said) },
};

type OnDraft = (turn: DialogTurn, draft: NoticeDraft, data: CallbackData) => Promise<Effect[]>;

function onDraft(handle: OnDraft): Tap {
  const tap = inPrivate<CallbackData>('publish-notice', async (turn, data) =>
    isOfFlow(turn, FLOW) ? handle(turn, draftOf(turn.dialog), data) : [],
  );
  return ofStep(FLOW, tap);
}

async function said(turn: StaffTurn, event: Said): Promise<Effect[]> {
  if (!isOfFlow(turn, FLOW)) return [];
  const draft = draftOf(turn.dialog);
  if (event.kind === 'document') return takeFile(turn, draft, event);
  if (event.kind === 'text' && draft.step === 'ready') return takeVersion(turn, draft, event.text.trim());
  return refuse(turn, draft, { kind: 'not-a-file' });
}

async function takeFile(
  turn: DialogTurn,
  draft: NoticeDraft,
  { bytes, name }: Extract<Said, { kind: 'document' }>,
): Promise<Effect[]> {
  if (!bytes) return refuse(turn, draft, { kind: 'too-long' });
  const read = readNoticeFile(bytes, name);
  if (!read.ok) return refuse(turn, draft, read.refusal);
  return go(turn, withText(draft, read.value.text, read.value.language));
}

/** Typed instead of the version that was proposed. */
async function takeVersion(turn: DialogTurn, draft: NoticeDraft, version: string): Promise<Effect[]> {
  const current = await currentVersion(turn);
  if (!isNoticeVersion(version)) return refuse(turn, draft, { kind: 'not-a-version' });
  if (current !== undefined && version <= current) return refuse(turn, draft, { kind: 'older-version' });
  return go(turn, { ...draft, version });
}

function chooseLanguage(turn: DialogTurn, draft: NoticeDraft, { args: [wanted] }: CallbackData): Promise<Effect[]> {
  const language = LANGUAGES.find((known) => known === wanted);
  return language ? go(turn, withLanguage(draft, language)) : stay(turn, draft);
}

async function preview(turn: DialogTurn, draft: NoticeDraft, { args }: CallbackData): Promise<Effect[]> {
  const [wanted, page] = args;
  const notice = noticeOf(turn, draft);
  const language = LANGUAGES.find((known) => known === wanted);
  return notice && language ? show(turn, previewView(turn, notice, language, pageNumber(page))) : stay(turn, draft);
}

async function sample(turn: DialogTurn): Promise<Effect[]> {
  return toast(turn, plain(turn.member.language, 'staff-notice-sample'));
}

async function publish(turn: DialogTurn, draft: NoticeDraft): Promise<Effect[]> {
  const { tx, deps, now, member } = turn;
  const notice = noticeOf(turn, draft);
  if (!notice) return stay(turn, draft);
  const { version } = notice;
  turn.note({ about: version });
  const published = await publishNotice(tx, notice);
  if (!published.ok) {
    // Somebody else has published one meanwhile.
    turn.note({ refusal: published.refusal.kind });
    const note = text(member.language, 'staff-notice-refused', { kind: 'taken' });
    return go(turn, { ...draft, version: null }, note);
  }
  const accounts = await tx.broadcasts.countAccounts({ kind: 'linked' }, deps.zone.dateOf(now));
  turn.note({ facts: { published: published.value === 'published', accounts } });
  await leaveDialog(turn);
  return show(turn, { html: text(member.language, 'staff-notice-published', { version, accounts: String(accounts) }) });
}

/** What is to be published; undefined while something is missing. */
function noticeOf({ now }: StaffTurn, { texts, version, step }: NoticeDraft): ServiceNotice | undefined {
  const { 'zh-CN': chinese, en: english } = texts;
  if (step !== 'ready' || chinese === undefined || english === undefined || version === null) return undefined;
  return { version, texts: { 'zh-CN': chinese, en: english }, publishedAt: now };
}

/** Puts the draft into the dialog. Once all is there it gets the next version, unless one was typed. */
async function go(turn: StaffTurn, draft: NoticeDraft, note?: string): Promise<Effect[]> {
  const current = await currentVersion(turn);
  const today = turn.deps.zone.dateOf(turn.now);
  const complete = draft.step === 'ready' ? { version: draft.version ?? nextVersion(current, today) } : {};
  const next = { ...draft, ...complete };
  const entered = await enterStep(turn, FLOW, next);
  return show(entered, stepView(entered, next, current, note));
}

async function stay(turn: DialogTurn, draft: NoticeDraft): Promise<Effect[]> {
  return show(turn, stepView(turn, draft, await currentVersion(turn)));
}

async function refuse(turn: DialogTurn, draft: NoticeDraft, refusal: { kind: string }): Promise<Effect[]> {
  turn.note({ refusal: refusal.kind });
  const note = text(turn.member.language, 'staff-notice-refused', refusal);
  return show(turn, stepView(turn, draft, await currentVersion(turn), note));
}

async function currentVersion({ tx }: StaffTurn): Promise<string | undefined> {
  return (await tx.agreements.currentNotice())?.version;
}
