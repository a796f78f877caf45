import { never } from '../../../engine/result.ts';
import type { FileSoundness } from '../../../engine/verification/file-soundness.ts';
import { numberOf } from '../../../engine/verification/issued-verdict.ts';
import { recordVerification } from '../../../engine/verification/record-verification.ts';
import { type CopyVerdict, verifyCopy } from '../../../engine/verification/verify-copy.ts';
import type { Effect } from '../../telegram/effects.ts';
import { text } from '../../telegram/text/locale.ts';
import { show } from '../show.ts';
import type { Turn } from '../turn.ts';
import { resumeRow } from '../views/buttons.ts';
import type { FileCheck } from './file-check.ts';
import { fileVerdictHtml } from './verdict-view.ts';

/** Says of a file that somebody sent whether it is a copy issued here that holds today. Open to everybody. */
export async function verifyDocument(turn: Turn, check: FileCheck): Promise<Effect[]> {
  const { language } = turn.account;
  const html = await wordsOf(turn, check);
  return show(turn, { html, inline: [resumeRow(language, turn.dialog !== undefined)] });
}

async function wordsOf(turn: Turn, check: FileCheck): Promise<string> {
  const { language } = turn.account;
  switch (check.kind) {
    case 'judged':
      return fileVerdictHtml(language, await verifyAndRecord(turn, check.file));
    case 'not-pdf':
    case 'too-large':
    case 'unreachable':
      return text(language, `verify-${check.kind}`);
    default:
      return never(check);
  }
}

async function verifyAndRecord({ tx, deps, now, account }: Turn, file: FileSoundness): Promise<CopyVerdict> {
  const verdict = await verifyCopy(tx, deps, { now, file });
  const { issued } = verdict;
  await recordVerification(tx, deps, now, {
    at: now,
    door: 'chat',
    way: 'file',
    result: issued.reason,
    number: numberOf(issued),
    askedBy: account.id,
  });
  return verdict;
}
