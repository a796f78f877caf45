import type { Policy } from '../../../../engine/policy/policy.ts';
import type { Language } from '../../../../engine/ports/language.ts';
import type { Proposal } from '../../../../engine/ports/stores/staff-stores.ts';
import type { Transaction } from '../../../../engine/ports/storage.ts';
import { COLUMNS } from '../../../../engine/registry/import/columns.ts';
import type { ImportSample, ImportSummary } from '../../../../engine/registry/import/import-summary.ts';
import { needsSecond } from '../../../../engine/staff/import/check-import.ts';
import { changesOf, type HeldImport } from '../../../../engine/staff/import/held-import.ts';
import type { Zone } from '../../../../engine/time/instant.ts';
import { glyphWarningText, importSummaryText, moreText, sampleText } from '../../../../locales/import-texts.ts';
import { button } from '../../../telegram/buttons/button.ts';
import { formatMoment } from '../../../telegram/text/dates.ts';
import type { Effect, InlineButton, View } from '../../../telegram/effects.ts';
import { escapeHtml, plain, text } from '../../../telegram/text/locale.ts';
import { excelCsv } from '../../excel-csv.ts';

const WARNINGS_SHOWN = 5;
/** With the others, so many fit a message. */
const MOVES_SHOWN = 12;

/** What the dry run found, with the buttons of what can be done about it. `note` is a sentence above it, in HTML. */
export function dryRunView(language: Language, policy: Policy, held: HeldImport, note?: string): View {
  const changes = changesOf(held.summary);
  const second = needsSecond(held, policy);
  const ask = second
    ? text(language, 'staff-import-ask-second', { changes, most: String(policy.import.confirmAbove) })
    : text(language, 'staff-import-ask-confirm', { changes });
  const parts = [
    note,
    text(language, 'staff-import-found', { name: held.name }),
    summaryHtml(language, held.summary),
    ask,
  ];
  const html = parts.filter((part) => part !== undefined).join('\n\n');
  const args = [held.id, held.summary.fingerprint];
  const go: InlineButton = second
    ? button(plain(language, 'staff-import-button-second'), 'import:second', { args, style: 'primary' })
    : button(plain(language, 'staff-import-button-confirm', { changes }), 'import:write', { args, style: 'danger' });
  return { html, inline: [[go], [button(plain(language, 'staff-button-cancel'), 'import:drop', { args: [held.id] })]] };
}

/** What the import would do, some of its rows masked, and what no font has. */
function summaryHtml(language: Language, summary: ImportSummary): string {
  const { rows, warnings } = summary;
  const samples = inAMessage(summary.samples);
  const unseen = rows.total - rows.unchanged - samples.length;
  const shown = samples.map((sample) => sampleText(language, sample));
  const warned = warnings.first.slice(0, WARNINGS_SHOWN).map((warning) => glyphWarningText(language, warning));
  const unwarned = warnings.total - warned.length;
  const blocks = [
    importSummaryText(language, summary),
    [...shown, ...(unseen > 0 && shown.length > 0 ? [moreText(language, unseen)] : [])].join('\n'),
    [...warned, ...(unwarned > 0 ? [moreText(language, unwarned)] : [])].join('\n'),
  ];
  return blocks
    .filter((block) => block !== '')
    .map(escapeHtml)
    .join('\n\n');
}

function inAMessage(samples: readonly ImportSample[]): ImportSample[] {
  let moves = 0;
  return samples.filter(({ action }) => {
    if (action === 'moved') moves += 1;
    return action !== 'moved' || moves <= MOVES_SHOWN;
  });
}

/** An import that waits for another member, as that member sees it. */
export async function proposalView(
  tx: Transaction,
  { language, zone }: { language: Language; zone: Zone },
  { proposal, held, mine }: { proposal: Proposal; held: HeldImport; mine: boolean },
): Promise<View> {
  const asker = await tx.staff.members.get(proposal.askedBy);
  const head = text(language, 'staff-import-asked', {
    by: asker?.name ?? '—',
    at: formatMoment(language, proposal.askedAt, zone),
    name: held.name,
    reason: proposal.reason,
    until: formatMoment(language, held.expiresAt, zone),
  });
  return {
    html: `${head}\n\n${summaryHtml(language, held.summary)}`,
    inline: decisions(language, held, proposal, mine),
  };
}

function decisions(language: Language, held: HeldImport, { id }: Proposal, mine: boolean): InlineButton[][] {
  const args = [id];
  if (mine) return [[button(plain(language, 'staff-import-button-take-back'), 'import:take-back', { args })]];
  const changes = changesOf(held.summary);
  const confirm = plain(language, 'staff-import-button-confirm', { changes });
  return [
    [button(confirm, 'import:confirm', { args, style: 'danger' })],
    [button(plain(language, 'staff-import-button-decline'), 'import:decline', { args })],
  ];
}

/** A file with nothing but the header, to be filled in. */
export function templateFile(language: Language): Effect {
  return {
    kind: 'file',
    name: 'registry.csv',
    mimeType: 'text/csv',
    base64: Buffer.from(excelCsv([Object.values(COLUMNS)])).toString('base64'),
    captionHtml: text(language, 'staff-import-template'),
  };
}
