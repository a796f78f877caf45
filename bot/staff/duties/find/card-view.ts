import type { EndorsementView } from '../../../../engine/endorsement/list-endorsements.ts';
import type { CertificateView } from '../../../../engine/registry/list-certificates.ts';
import type { MaskedHolder } from '../../../../engine/staff/find/mask-holder.ts';
import { type HolderCard, viewHolder } from '../../../../engine/staff/find/view-holder.ts';
import { type Capability, may } from '../../../../engine/staff/permissions.ts';
import { button } from '../../../telegram/buttons/button.ts';
import { formatMoment } from '../../../telegram/text/dates.ts';
import type { InlineButton, View } from '../../../telegram/effects.ts';
import { plain, text } from '../../../telegram/text/locale.ts';
import { certificateTitle } from '../../../telegram/text/words.ts';
import type { StaffTurn } from '../../turn.ts';
import { searchButton } from './views.ts';
import { entryWords, stateWords } from './words.ts';

type Words = Pick<StaffTurn, 'tx' | 'deps' | 'member' | 'now'>;

/** As many as a card has room for; the others have pages of their own. */
const CERTIFICATES = 5;

/** A holder at a glance, masked; `focus` are buttons that come first. Undefined when there is no such holder. */
export async function cardView(turn: Words, holderId: string, focus: InlineButton[] = []): Promise<View | undefined> {
  const card = await viewHolder(turn.tx, turn.deps, { now: turn.now, holderId });
  if (!card) return undefined;
  const sections = [
    personSection(turn, card.holder),
    certificatesSection(turn, card.certificates),
    endorsementsSection(turn, card.endorsements),
    linkSection(turn, card),
    locksSection(turn, card),
    journalSection(turn, card),
  ];
  const html = sections.filter((section) => section !== '').join('\n\n');
  return { html, inline: [focus, ...buttonsOf(turn, card)] };
}

function personSection({ member: { language } }: Words, holder: MaskedHolder): string {
  return text(language, 'staff-find-person', {
    name: holder.name,
    documentType: plain(language, `document-type-${holder.documentType}`),
    documentNumber: holder.documentNumber,
    phone: holder.phone === null ? 'none' : `+${holder.phone}`,
  });
}

function certificatesSection({ member: { language } }: Words, certificates: CertificateView[]): string {
  const lines = certificates.slice(0, CERTIFICATES).map(({ certificate, qualification }) =>
    text(language, 'staff-find-certificate-line', {
      certificate: certificateTitle(language, qualification, certificate),
      status: certificate.status,
      managementNumber: certificate.managementNumber,
    }),
  );
  const head = text(language, 'staff-find-certificates', { total: String(certificates.length) });
  return [head, ...lines, ...more({ language }, certificates.length - lines.length)].join('\n');
}

function endorsementsSection(words: Words, { newest, total }: HolderCard['endorsements']): string {
  const { language } = words.member;
  const lines = newest.map((view: EndorsementView) =>
    text(language, 'staff-find-endorsement-line', {
      number: view.endorsement.number,
      state: stateWords(words, view),
    }),
  );
  const head = text(language, 'staff-find-endorsements', { total: String(total) });
  return [head, ...lines, ...more({ language }, total - lines.length)].join('\n');
}

function more({ language }: Pick<Words['member'], 'language'>, count: number): string[] {
  return count > 0 ? [text(language, 'staff-find-more', { count: String(count) })] : [];
}

function linkSection({ member: { language }, deps: { zone } }: Words, { link: view }: HolderCard): string {
  if (!view) return text(language, 'staff-find-unlinked');
  const { link, blockedAt, position } = view;
  const lines = [
    text(language, 'staff-find-linked', { since: formatMoment(language, link.linkedAt, zone), proof: link.proof }),
    position
      ? text(language, 'staff-find-position', {
          position: plain(language, 'staff-find-position-name', { position: `${position.flow}-${position.step}` }),
          since: position.since === null ? 'none' : formatMoment(language, position.since, zone),
        })
      : text(language, 'staff-find-idle'),
  ];
  if (blockedAt !== null)
    lines.push(text(language, 'staff-find-blocked', { since: formatMoment(language, blockedAt, zone) }));
  return lines.join('\n');
}

function locksSection({ member: { language }, deps: { zone } }: Words, { locks }: HolderCard): string {
  const lines = locks.accounts.map(({ until }) =>
    text(language, 'staff-find-lock-account', { until: formatMoment(language, until, zone) }),
  );
  if (locks.holder !== null) {
    lines.unshift(text(language, 'staff-find-lock-holder', { until: formatMoment(language, locks.holder, zone) }));
  }
  return lines.length === 0 ? '' : [text(language, 'staff-find-locks'), ...lines].join('\n');
}

function journalSection({ member: { language }, deps }: Words, { journal }: HolderCard): string {
  if (journal.length === 0) return '';
  const lines = journal.map(({ entry, number }) =>
    text(language, 'staff-find-entry', {
      at: formatMoment(language, entry.at, deps.zone),
      event: entryWords(language, entry),
      // Enough to tell the few of one holder apart.
      ending: number?.slice(-6) ?? 'none',
    }),
  );
  return [text(language, 'staff-find-journal'), ...lines].join('\n');
}

/** The ways on that this member may take. */
function buttonsOf(
  { member }: Words,
  { holder, certificates, endorsements, link, locks }: HolderCard,
): InlineButton[][] {
  const { language } = member;
  const args = [holder.id];
  const when = (needs: Capability, possible: boolean, made: () => InlineButton): InlineButton[] =>
    possible && may(member.role, needs) ? [made()] : [];
  const certificatesLabel = plain(language, 'staff-find-button-certificates', { total: String(certificates.length) });
  const endorsementsLabel = plain(language, 'staff-find-button-endorsements', { total: String(endorsements.total) });
  const locked = locks.holder !== null || locks.accounts.length > 0;
  return [
    when('reveal', true, () => button(plain(language, 'staff-find-button-reveal'), 'find:reveal', { args })),
    [
      ...when('find', certificates.length > 0, () => button(certificatesLabel, 'find:certificates', { args })),
      ...when('find', endorsements.total > 0, () => button(endorsementsLabel, 'find:endorsements', { args })),
    ],
    [
      ...when('make-link-code', true, () => button(plain(language, 'staff-find-button-code'), 'find:code', { args })),
      ...when('unlink', link !== null, () =>
        button(plain(language, 'staff-find-button-unlink'), 'find:unlink', { args }),
      ),
    ],
    when('unlock', locked, () => button(plain(language, 'staff-find-button-unlock'), 'find:unlock', { args })),
    [button(plain(language, 'staff-find-button-refresh'), 'find:card', { args }), searchButton(language)],
  ];
}
