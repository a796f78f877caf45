import { never } from '../../../engine/result.ts';
import { verifyCopy } from '../../../engine/verification/verify-copy.ts';
import type { Effect } from '../../telegram/effects.ts';
import { text } from '../../telegram/locale.ts';
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

async function wordsOf({ tx, deps, now, account: { language } }: Turn, check: FileCheck): Promise<string> {
  switch (check.kind) {
    case 'judged':
      return fileVerdictHtml(language, await verifyCopy(tx, deps, { now, file: check.file }));
    case 'not-pdf':
    case 'too-large':
    case 'unreachable':
      return text(language, `verify-${check.kind}`);
    default:
      return never(check);
  }
}
