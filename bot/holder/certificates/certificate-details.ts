import { fetchPlainCopy, type FetchPlainRefusal } from '../../../engine/endorsement/fetch-copy.ts';
import { type CertificateView, viewCertificate } from '../../../engine/registry/list-certificates.ts';
import { never } from '../../../engine/result.ts';
import type { CallbackData } from '../../telegram/buttons/callback-data.ts';
import type { Effect, InlineButton, View } from '../../telegram/effects.ts';
import { escapeHtml, plain, text } from '../../telegram/text/locale.ts';
import { show, toast } from '../show.ts';
import type { LinkedTurn } from '../turn.ts';
import { button } from '../../telegram/buttons/button.ts';
import { homeButton } from '../views/buttons.ts';
import { notFoundView } from '../views/not-found.ts';
import { certificateFields } from './certificate-fields.ts';

export async function certificateDetails(turn: LinkedTurn, { args }: CallbackData): Promise<Effect[]> {
  return show(turn, await certificateView(turn, args[0] ?? ''));
}

/** One certificate: its fields, what may be done with it, and why not if nothing may. */
export async function certificateView(turn: LinkedTurn, certificateId: string): Promise<View> {
  const { tx, deps, link, account } = turn;
  const { language } = account;
  const view = await viewCertificate(tx, deps.catalogue, { holderId: link.holderId, certificateId });
  const holder = await tx.holders.get(link.holderId);
  if (!view.ok || !holder) return notFoundView(language);
  const html = [
    text(language, 'certificate'),
    escapeHtml(certificateFields(language, holder, view.value)),
    noteOf(turn, view.value),
  ].join('\n\n');
  const back = button(plain(language, 'button-back'), 'certificates:list');
  return { html, inline: [actions(turn, view.value), [back, homeButton(language)]] };
}

/** Has the plain copy sent of a certificate that needs no endorsement. */
export async function fetchPlain(turn: LinkedTurn, { args }: CallbackData): Promise<Effect[]> {
  const { tx, deps, now, account, link, updateId } = turn;
  const certificateId = args[0] ?? '';
  const ask = { now, accountId: account.id, holderId: link.holderId, certificateId, updateId };
  const fetched = await fetchPlainCopy(tx, deps, ask);
  if (fetched.ok) return toast(turn, plain(account.language, 'certificate-plain-coming'));
  return show(turn, await certificateView(turn, certificateId), refusalWords(turn, fetched.refusal));
}

function refusalWords({ account: { language } }: LinkedTurn, refusal: FetchPlainRefusal): string {
  switch (refusal.kind) {
    case 'not-yours':
      return plain(language, 'refusal-not-yours');
    case 'certificate-withdrawn':
      return plain(language, 'refusal-withdrawn');
    case 'endorsement-needed':
      return plain(language, 'certificate-request-note');
    default:
      return never(refusal);
  }
}

function noteOf(
  { account: { language } }: LinkedTurn,
  { certificate, issuer, needsEndorsement }: CertificateView,
): string {
  if (certificate.status === 'withdrawn') {
    return text(language, 'certificate-withdrawn-note', { contact: issuer.contact[language] });
  }
  return text(language, needsEndorsement ? 'certificate-request-note' : 'certificate-plain-note');
}

function actions(
  { account: { language } }: LinkedTurn,
  { certificate, needsEndorsement }: CertificateView,
): InlineButton[] {
  if (certificate.status === 'withdrawn') return [];
  const args = [certificate.id];
  return needsEndorsement
    ? [button(plain(language, 'button-request'), 'request:begin', { args, style: 'primary' })]
    : [button(plain(language, 'button-plain-copy'), 'certificates:plain', { args, style: 'primary' })];
}
