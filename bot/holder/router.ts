import { never } from '../../engine/result.ts';
import { type CallbackData, parseCallback } from '../telegram/buttons/callback-data.ts';
import type { Effect } from '../telegram/effects.ts';
import { normalizeLinkCode } from '../../engine/ids.ts';
import { readReference } from '../../engine/verification/read-reference.ts';
import { cancelled, isCancel } from './home/cancel.ts';
import { needlessContact, outOfPlace, removeIdentityNumber, typedIdentityNumber } from './home/fallback.ts';
import { noteExpiry, sayExpired, showHome, staleButton } from './home/home.ts';
import { answerLinking, bringCode } from './linking/linking.ts';
import { answerRequest } from './request/answer-request.ts';
import { isLinked, isOfFlow } from './route.ts';
import { COMMANDS } from './routes.ts';
import { deleteTyped } from './show.ts';
import { leaveSupport } from './support/support.ts';
import { answerReply, answerSupport, offerToStaff } from './support/write.ts';
import { openTap, passNotice } from './tap.ts';
import type { Turn } from './turn.ts';
import { verifyDocument } from './verify/verify-document.ts';
import { answerReference, verifyByReference } from './verify/verify-reference.ts';

type EventOf<Kind extends Turn['event']['kind']> = Extract<Turn['event'], { kind: Kind }>;

/** What to say to what a person did; everything that changes is changed in the turn's transaction. */
export async function answerTurn(turn: Turn): Promise<Effect[]> {
  const { event } = turn;
  switch (event.kind) {
    case 'tap':
      return answerTap(turn, event);
    case 'command':
      return [
        ...(typedIdentityNumber(turn) ? deleteTyped(turn) : []),
        ...noteExpiry(turn),
        ...(await answerCommand(turn, event)),
      ];
    case 'document':
      return answerDocument(turn, event);
    case 'edited':
      return typedIdentityNumber(turn) ? removeIdentityNumber(turn) : [];
    case 'text':
    case 'contact':
    case 'other':
      return answerMessage(turn, event);
    case 'blocking':
      await turn.tx.accounts.setBlocked(turn.account.id, event.blocks ? turn.now : null);
      return [];
    default:
      return never(event);
  }
}

async function answerTap(turn: Turn, { data }: EventOf<'tap'>): Promise<Effect[]> {
  const parsed = parseCallback(data);
  return parsed ? openTap(await leaveSupport(turn, parsed), parsed) : staleButton(turn);
}

async function answerCommand(turn: Turn, { name, payload }: EventOf<'command'>): Promise<Effect[]> {
  if (name === 'cancel') return cancelled(turn);
  if (name === 'start') return begin(await leaveSupport(turn, dataOf('home:show')), payload);
  const route = COMMANDS[name];
  if (route === undefined) return outOfPlace(turn, 'unknown-command');
  return openTap(await leaveSupport(turn, dataOf(route)), dataOf(route));
}

/** A file is checked, unless it is meant for the staff. */
async function answerDocument(turn: Turn, { check }: EventOf<'document'>): Promise<Effect[]> {
  const replied = await answerReply(turn);
  if (replied) return replied;
  if (isOfFlow(turn, 'support') && turn.dialog.step !== 'offer') return answerSupport(turn);
  return [...(typedIdentityNumber(turn) ? deleteTyped(turn) : []), ...(await verifyDocument(turn, check))];
}

type MessageEvent = EventOf<'text' | 'contact' | 'other'>;

/** `/start` alone, with a one-time code for linking, or from the QR code of a copy (`v-` and its verification code). */
async function begin(turn: Turn, payload: string): Promise<Effect[]> {
  const reference = payload.startsWith('v-') ? readReference(payload) : undefined;
  if (reference) return verifyByReference(turn, reference);
  const code = normalizeLinkCode(payload);
  return code === undefined ? showHome(turn) : bringCode(turn, code);
}

async function answerMessage(turn: Turn, event: MessageEvent): Promise<Effect[]> {
  const toStaff = await sayToStaff(turn);
  if (toStaff) return toStaff;
  // Where numbers are typed, each step deletes what was typed whatever it is.
  const typing = turn.dialog?.flow === 'linking' && turn.dialog.step !== 'type';
  if (!typing && typedIdentityNumber(turn)) return removeIdentityNumber(turn);
  if (event.kind === 'text' && isCancel(event.text)) return cancelled(turn);
  // Whoever is in the middle of something may check a copy meanwhile.
  const checked = await answerReference(turn);
  if (checked) return checked;
  // What was typed into an expired step of linking is as personal as before.
  if (turn.expired && turn.expired.flow !== 'support')
    return [...(turn.expired.flow === 'linking' ? deleteTyped(turn) : []), ...(await sayExpired(turn))];
  return (await answerInStep(turn)) ?? (await offerUnlessBusy(turn)) ?? answerOutOfPlace(turn, event);
}

/** What is said to the staff goes to the staff, without the identity numbers in it; undefined for anything else. */
async function sayToStaff(turn: Turn): Promise<Effect[] | undefined> {
  const replied = await answerReply(turn);
  return replied ?? (isOfFlow(turn, 'support') ? answerSupport(turn) : undefined);
}

/** Gives the message to the step that the person is at, if any. */
async function answerInStep(turn: Turn): Promise<Effect[] | undefined> {
  if (isOfFlow(turn, 'linking') && !isLinked(turn)) return answerLinking(turn);
  if (!isOfFlow(turn, 'request') || !isLinked(turn)) return undefined;
  return (await passNotice(turn, dataOf('home:resume'))) ?? answerRequest(turn);
}

/** People answer the staff by just typing. Whoever is in the middle of something else isn't asked about that. */
async function offerUnlessBusy(turn: Turn): Promise<Effect[] | undefined> {
  return turn.dialog ? undefined : offerToStaff(turn);
}

function answerOutOfPlace(turn: Turn, event: MessageEvent): Promise<Effect[]> {
  if (event.kind === 'contact') return needlessContact(turn);
  return outOfPlace(turn, `fallback-${event.kind}`);
}

function dataOf(route: string): CallbackData {
  const [feature = '', action = ''] = route.split(':');
  return { feature, action, args: [] };
}
