import { exportAccount } from '../../../engine/linking/export-account.ts';
import { formatDate } from '../../telegram/text/dates.ts';
import type { Effect } from '../../telegram/effects.ts';
import { text } from '../../telegram/text/locale.ts';
import { toast } from '../show.ts';
import type { Turn } from '../turn.ts';

/** Hands over what is kept, as a JSON file. */
export async function exportData(turn: Turn): Promise<Effect[]> {
  const { tx, now, account, deps } = turn;
  const today = deps.zone.dateOf(now);
  const data = await exportAccount(tx, { now, accountId: account.id });
  const captionHtml = text(account.language, 'export-caption', { date: formatDate(account.language, today) });
  const file: Effect = {
    kind: 'file',
    name: `jiazhu-data-${today}.json`,
    mimeType: 'application/json',
    base64: Buffer.from(`${JSON.stringify(data, null, 2)}\n`).toString('base64'),
    captionHtml,
  };
  return [...toast(turn), { kind: 'action', action: 'upload_document' }, file];
}
