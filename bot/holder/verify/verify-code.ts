import { qualificationOf } from '../../../engine/registry/find-in-catalogue.ts';
import { maskName } from '../../../engine/registry/mask.ts';
import { type CodeVerdict, verifyCode } from '../../../engine/verification/verify-code.ts';
import { formatDate } from '../../telegram/dates.ts';
import type { Effect } from '../../telegram/effects.ts';
import { text } from '../../telegram/locale.ts';
import { show } from '../show.ts';
import type { Turn } from '../turn.ts';
import { resumeRow } from '../views/buttons.ts';
import { certificateTitle } from '../views/words.ts';

/** Says what a verification code stands for, and with what to compare the page it was on. Open to everybody. */
export async function verifyByCode(turn: Turn, code: string): Promise<Effect[]> {
  const { tx, deps, now, account, dialog } = turn;
  const verdict = await verifyCode(tx, deps, { now, code });
  const html = await verdictWords(turn, verdict);
  return show(turn, { html, inline: [resumeRow(account.language, dialog !== undefined)] });
}

async function verdictWords({ tx, deps, account: { language } }: Turn, verdict: CodeVerdict): Promise<string> {
  if (verdict.reason === 'not-issued') return text(language, 'verify-code-unknown');
  const { endorsement, certificate } = verdict.issued;
  const holder = await tx.holders.get(endorsement.holderId);
  return text(language, 'verify-code', {
    reason: verdict.reason,
    number: endorsement.number,
    name: maskName(holder?.name ?? ''),
    certificate: certificateTitle(language, qualificationOf(deps.catalogue, certificate.qualification), certificate),
    lastDay: formatDate(language, endorsement.lastDay),
  });
}
