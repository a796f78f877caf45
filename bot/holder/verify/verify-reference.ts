import { recordVerification } from '../../../engine/verification/record-verification.ts';
import { type Reference, readReference } from '../../../engine/verification/read-reference.ts';
import { verifyReference } from '../../../engine/verification/verify-reference.ts';
import type { Effect } from '../../telegram/effects.ts';
import { text } from '../../telegram/text/locale.ts';
import { show } from '../show.ts';
import type { Turn } from '../turn.ts';
import { resumeRow } from '../views/buttons.ts';
import { isOwnAddress } from './own-address.ts';
import { referenceVerdictHtml } from './verdict-view.ts';

/** Answers a code, a number or the text of a QR code in what somebody wrote; undefined when there is none in it. */
export async function answerReference(turn: Turn): Promise<Effect[] | undefined> {
  const reference = referenceIn(turn);
  return reference && verifyByReference(turn, reference);
}

/** Says what a code or number stands for, and with what to compare the page it was on. Open to everybody. */
export async function verifyByReference(turn: Turn, reference: Reference): Promise<Effect[]> {
  const { account, deps, now, tx } = turn;
  const verdict = await verifyReference(tx, deps, { now, accountId: account.id, reference });
  await recordVerification(tx, deps, now, {
    at: now,
    door: 'chat',
    way: 'code',
    result: verdict.reason,
    number: verdict.copy?.number ?? null,
    askedBy: account.id,
  });
  const foreign = reference.kind === 'code' && reference.address !== null && !isOwnAddress(deps, reference);
  const html = referenceVerdictHtml(account.language, deps.policy, verdict, foreign);
  return show(turn, { html, inline: [resumeRow(account.language, turn.dialog !== undefined)] });
}

/** How to have a copy verified here. */
export async function howToVerify(turn: Turn): Promise<Effect[]> {
  const { language } = turn.account;
  return show(turn, { html: text(language, 'verify-how'), inline: [resumeRow(language, turn.dialog !== undefined)] });
}

function referenceIn(turn: Turn): Reference | undefined {
  const { event } = turn;
  if (event.kind === 'other') return readReference(event.caption);
  if (event.kind !== 'text') return undefined;
  return readReference(event.text, turn.dialog || turn.expired ? 'in-step' : 'anywhere');
}
