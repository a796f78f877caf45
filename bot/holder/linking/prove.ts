import { normalizeLinkCode } from '../../../engine/ids.ts';
import type { Linked, LinkRefusal } from '../../../engine/linking/link-account.ts';
import { linkByCode } from '../../../engine/linking/link-by-code.ts';
import { linkByContact } from '../../../engine/linking/link-by-contact.ts';
import type { Language } from '../../../engine/ports/language.ts';
import { maskName } from '../../../engine/registry/mask.ts';
import { never, type Result } from '../../../engine/result.ts';
import { noteRefusal } from '../../../engine/statistics/note-refusal.ts';
import type { Instant } from '../../../engine/time/instant.ts';
import { formatMoment } from '../../telegram/text/dates.ts';
import type { Effect, View } from '../../telegram/effects.ts';
import { plain, text } from '../../telegram/text/locale.ts';
import { certificatesView } from '../certificates/certificate-list.ts';
import { enterStep, leaveDialog } from '../dialog.ts';
import { homeView } from '../home/home-view.ts';
import { noticeInTheWay } from '../notice/notice-view.ts';
import { deleteTyped, stripStep } from '../show.ts';
import { supportButton } from '../support/views.ts';
import type { DialogTurn, HolderDeps, Turn } from '../turn.ts';
import { button } from '../../telegram/buttons/button.ts';
import { homeButton } from '../views/buttons.ts';
import { hotline } from '../../telegram/text/words.ts';
import type { Claim, ProofGiven } from './reduce.ts';
import { retryLinkingRows } from './views.ts';

const CERTIFICATES = { feature: 'certificates', action: 'list', args: [] };

/** Tries to link, and forgets the claim whatever comes of it. */
export async function prove(turn: DialogTurn, claim: Claim, proof: ProofGiven): Promise<Effect[]> {
  const { tx, deps, now, account } = turn;
  // The reply keyboard stands only at the proof; a message that takes it away can't have buttons of its own.
  const keyboard = turn.dialog.step === 'proof';
  const tidy = turn.event.kind === 'text' ? [...deleteTyped(turn), ...stripStep(turn)] : [];
  const left = await leaveDialog(turn);
  const attempt = { now, accountId: account.id, claim };
  const linked =
    proof.kind === 'contact'
      ? await linkByContact(tx, deps, { ...attempt, phone: proof.phone })
      : await linkByCode(tx, deps, { ...attempt, code: proof.code });
  if (!linked.ok && linked.refusal.kind === 'no-match' && proof.kind === 'code') await keepCode(left, proof.code);
  return [...tidy, ...(await answer(left, linked, keyboard))];
}

/** A code is used up by linking only: what still works is there for the next try. */
async function keepCode(turn: Turn, code: string): Promise<void> {
  const works = (await turn.tx.linkCodes.holderOf(normalizeLinkCode(code) ?? '', turn.now)) !== undefined;
  if (works) await enterStep(turn, 'linking', { step: 'type', code });
}

async function answer(turn: Turn, linked: Result<Linked, LinkRefusal>, keyboard: boolean): Promise<Effect[]> {
  const { language } = turn.account;
  if (linked.ok) return welcome(turn, linked.value, keyboard);
  turn.deps.onRefused?.(linked.refusal.kind);
  const checking: View = { html: text(language, 'linking-checking'), reply: 'remove' };
  await noteRefusal(turn.tx, turn.deps.zone, { now: turn.now, of: 'link', reason: linked.refusal.kind });
  const view = await refusalView(turn, linked.refusal);
  return [...(keyboard ? [send(checking)] : []), send(view)];
}

/** Greets the holder and leads on: to the service notice, or straight to the certificates. */
async function welcome(turn: Turn, { link, holder, movedFrom }: Linked, keyboard: boolean): Promise<Effect[]> {
  const { language } = turn.account;
  const name = maskName(holder.name);
  const html = text(language, movedFrom === null ? 'linking-done' : 'linking-done-moved', { name });
  const linked = { ...turn, link };
  const next = (await noticeInTheWay(linked, CERTIFICATES)) ?? (await certificatesView(linked, 1));
  return [send(keyboard ? { html, reply: 'remove' } : { html }), send(next)];
}

async function refusalView(turn: Turn, refusal: LinkRefusal): Promise<View> {
  const { deps, account } = turn;
  const { language } = account;
  switch (refusal.kind) {
    case 'no-match': {
      const { attemptsLeft } = refusal;
      const lockHours = String(deps.policy.linking.accountLockHours);
      const html = text(language, 'linking-no-match', { attemptsLeft, lockHours, ...hotline(language, deps.policy) });
      return { html, inline: retryLinkingRows(language) };
    }
    case 'account-locked':
      return lockedView(language, deps, refusal.until);
    case 'already-linked':
      return homeView(turn);
    default:
      return never(refusal);
  }
}

/** Says until when linking is paused. */
export function lockedView(language: Language, { zone, policy }: HolderDeps, until: Instant): View {
  return {
    html: text(language, 'linking-locked', {
      until: formatMoment(language, until, zone),
      ...hotline(language, policy),
    }),
    inline: [[supportButton(language)], [button(plain(language, 'button-faq'), 'faq:list'), homeButton(language)]],
  };
}

function send(view: View): Effect {
  return { kind: 'send', view };
}
