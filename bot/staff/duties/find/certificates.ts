import {
  type CertificateView,
  listCertificates,
  viewCertificate,
} from '../../../../engine/registry/list-certificates.ts';
import type { Proposal } from '../../../../engine/ports/stores/staff-stores.ts';
import { openProposalOf } from '../../../../engine/staff/certificates/propose-change.ts';
import { may } from '../../../../engine/staff/permissions.ts';
import { isOwnProposal } from '../../../../engine/staff/proposals.ts';
import { button } from '../../../telegram/buttons/button.ts';
import { type CallbackData, packCallback } from '../../../telegram/buttons/callback-data.ts';
import { pageButtons, pageNumber, pageOf } from '../../../telegram/buttons/paging.ts';
import { formatDate, formatMoment } from '../../../telegram/text/dates.ts';
import type { Effect, InlineButton, View } from '../../../telegram/effects.ts';
import { plain, text } from '../../../telegram/text/locale.ts';
import { certificateLabel, certificateTitle } from '../../../telegram/text/words.ts';
import { show } from '../../show.ts';
import type { StaffTurn } from '../../turn.ts';
import { leaveFind } from './leave-find.ts';
import { cardButton, goneView, memberName, withNote } from './views.ts';

/** What is still looked through on a phone. A message can't have more than a hundred buttons. */
const PAGE_SIZE = 8;

/** A page of a holder's certificates, newest first. */
export async function openCertificates(
  turn: StaffTurn,
  { args: [holderId = '', wanted] }: CallbackData,
): Promise<Effect[]> {
  const { tx, deps, member } = turn;
  const { language } = member;
  if (!(await tx.holders.get(holderId))) return show(await leaveFind(turn), goneView(language));
  turn.note({ holderId });
  const certificates = await listCertificates(tx, deps.catalogue, holderId);
  const page = pageOf(certificates.length, PAGE_SIZE, pageNumber(wanted));
  const shown = certificates.slice(page.offset, page.offset + page.limit);
  const rows = shown.map(({ certificate, qualification }) => {
    const name = certificateLabel(language, qualification, certificate);
    const label = plain(language, 'staff-find-certificate-button', { status: certificate.status, certificate: name });
    return [button(label, 'find:certificate', { args: [certificate.id] })];
  });
  const turning = pageButtons(page, (to) =>
    packCallback({ feature: 'find', action: 'certificates', args: [holderId, String(to)] }),
  );
  const html = text(language, 'staff-find-certificate-list', { total: String(certificates.length) });
  return show(await leaveFind(turn), { html, inline: [...rows, turning, [cardButton(language, holderId)]] });
}

/** One certificate, what is asked for of it, and what can be; `note` is HTML that comes first. */
export async function openCertificate(turn: StaffTurn, certificateId: string, note?: string): Promise<Effect[]> {
  const view = await certificateView(turn, certificateId);
  const shown = view ?? goneView(turn.member.language);
  return show(await leaveFind(turn), note === undefined ? shown : withNote(shown, note));
}

/** Notes in the audit what it is about. Undefined when there is no such certificate. */
async function certificateView(turn: StaffTurn, certificateId: string): Promise<View | undefined> {
  const { tx, deps, now, member } = turn;
  const { language } = member;
  const holderId = (await tx.certificates.get(certificateId))?.holderId;
  const found =
    holderId === undefined ? undefined : await viewCertificate(tx, deps.catalogue, { holderId, certificateId });
  if (holderId === undefined || !found?.ok) {
    turn.note({ refusal: 'no-such-certificate' });
    return undefined;
  }
  const { certificate } = found.value;
  turn.note({ holderId, about: certificate.managementNumber });
  const proposal = await openProposalOf(tx, now, certificateId);
  const asked = proposal ? [await proposalSection(turn, proposal)] : [];
  return {
    html: [certificateSection(turn, found.value), ...asked].join('\n\n'),
    inline: [
      ...(proposal ? await decisions(turn, proposal) : asking(turn, found.value)),
      [cardButton(language, holderId)],
    ],
  };
}

function certificateSection(
  { member: { language } }: StaffTurn,
  { certificate, qualification }: CertificateView,
): string {
  return text(language, 'staff-find-certificate', {
    certificate: certificateTitle(language, qualification, certificate),
    managementNumber: certificate.managementNumber,
    approvedOn: formatDate(language, certificate.approvedOn),
    issuedOn: formatDate(language, certificate.issuedOn),
    issuer: certificate.issuer,
    status: certificate.status,
  });
}

async function proposalSection({ tx, member, deps }: StaffTurn, proposal: Proposal): Promise<string> {
  const { language } = member;
  return text(language, 'staff-find-proposal', {
    change: proposal.kind,
    by: await memberName(tx, proposal.askedBy),
    at: formatMoment(language, proposal.askedAt, deps.zone),
    reason: proposal.reason,
    until: formatMoment(language, proposal.expiresAt, deps.zone),
  });
}

function asking({ member }: StaffTurn, { certificate }: CertificateView): InlineButton[][] {
  if (!may(member.role, 'ask-withdrawal')) return [];
  const args = [certificate.id];
  return certificate.status === 'valid'
    ? [
        [
          button(plain(member.language, 'staff-find-button-withdraw-certificate'), 'find:withdraw', {
            args,
            style: 'danger',
          }),
        ],
      ]
    : [[button(plain(member.language, 'staff-find-button-restore-certificate'), 'find:restore', { args })]];
}

/** What this member can answer to a proposal. */
export async function decisions(
  { tx, member }: Pick<StaffTurn, 'tx' | 'member'>,
  proposal: Proposal,
): Promise<InlineButton[][]> {
  const { language } = member;
  const args = [proposal.id];
  if (await isOwnProposal(tx, proposal, member)) {
    return [[button(plain(language, 'staff-find-button-take-back'), 'find:take-back', { args })]];
  }
  if (proposal.kind === 'import' || !may(member.role, 'confirm-withdrawal')) return [];
  return [
    [
      button(plain(language, `staff-find-button-confirm-${proposal.kind}`), 'find:confirm', { args, style: 'danger' }),
      button(plain(language, 'staff-find-button-decline'), 'find:decline', { args }),
    ],
  ];
}
