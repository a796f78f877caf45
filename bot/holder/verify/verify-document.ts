import { never } from '../../../engine/result.ts';
import { type FileVerdict, verifyFile } from '../../../engine/verification/verify-file.ts';
import type { Language } from '../../../engine/ports/language.ts';
import { formatDate } from '../../telegram/dates.ts';
import type { Effect } from '../../telegram/effects.ts';
import { text } from '../../telegram/locale.ts';
import { show } from '../show.ts';
import type { Turn } from '../turn.ts';
import { resumeRow } from '../views/buttons.ts';
import type { FileCheck } from './file-check.ts';

/** Says of a file that somebody sent whether it is a copy issued here that holds today. Open to everybody. */
export async function verifyDocument(turn: Turn, check: FileCheck): Promise<Effect[]> {
  const { language } = turn.account;
  const html = await wordsOf(turn, check);
  return show(turn, { html, inline: [resumeRow(language, turn.dialog !== undefined)] });
}

async function wordsOf({ tx, deps, now, account: { language } }: Turn, check: FileCheck): Promise<string> {
  switch (check.kind) {
    case 'fetched':
      return verdictWords(language, await verifyFile(tx, deps, { now, bytes: check.bytes }));
    case 'not-pdf':
    case 'too-large':
    case 'unreachable':
      return text(language, `verify-${check.kind}`);
    default:
      return never(check);
  }
}

// Number and day only: whoever has the file can read the rest on it.
function verdictWords(language: Language, verdict: FileVerdict): string {
  if (verdict.reason === 'not-issued') return text(language, 'verify-unknown');
  const { number, lastDay } = verdict.issued.endorsement;
  const facts = { number, lastDay: formatDate(language, lastDay) };
  const { reason } = verdict;
  switch (reason) {
    case 'valid':
      return text(language, 'verify-valid', facts);
    case 'expired':
      return text(language, 'verify-expired', facts);
    case 'revoked':
      return text(language, 'verify-revoked', facts);
    case 'certificate-withdrawn':
      return text(language, 'verify-withdrawn', facts);
    default:
      return never(reason);
  }
}
