import { type EndorsementView, viewEndorsement } from '../../../engine/endorsement/list-endorsements.ts';
import type { Account } from '../../../engine/ports/account.ts';
import type { Language } from '../../../engine/ports/language.ts';
import type { Transaction } from '../../../engine/ports/storage.ts';
import type {
  GatheredVerification,
  VerificationNotice,
} from '../../../engine/ports/stores/verification-notice-store.ts';
import type { Instant } from '../../../engine/time/instant.ts';
import { button } from '../../telegram/buttons/button.ts';
import { formatMoment } from '../../telegram/text/dates.ts';
import type { InlineButton, View } from '../../telegram/effects.ts';
import { plain, text } from '../../telegram/text/locale.ts';
import { itemButton } from '../endorsements/endorsement-list.ts';
import type { HolderDeps } from '../turn.ts';
import { newsFacts } from './news-views.ts';

type ViewDeps = Pick<HolderDeps, 'catalogue' | 'policy' | 'zone'>;

/** One endorsement of a notice, with all that it gathered about it. */
interface Verified {
  view: EndorsementView;
  count: number;
  lastAt: Instant;
  way: GatheredVerification['way'] | 'both';
}

/** As many as can be taken in at a glance. */
const MOST_SHOWN = 5;

/** What was verified, told together; undefined when the account has nothing to do with any of it any more. */
export async function verifiedView(
  tx: Transaction,
  deps: ViewDeps,
  { id: accountId, language }: Account,
  { day, sequence }: Pick<VerificationNotice, 'day' | 'sequence'>,
  now: Instant,
): Promise<View | undefined> {
  const holderId = (await tx.links.activeOfAccount(accountId))?.holderId;
  if (holderId === undefined) return undefined;
  const gathered = await tx.verificationNotices.gathered({ accountId, day, sequence });
  const verified: Verified[] = [];
  for (const [endorsementId, all] of Map.groupBy(gathered, (one) => one.endorsementId)) {
    const view = await viewEndorsement(tx, deps, { now, holderId, endorsementId });
    if (view.ok) verified.push({ view: view.value, ...summed(all) });
  }
  if (verified.length === 0) return undefined;
  const shown = verified.slice(0, MOST_SHOWN);
  const others = verified.length - shown.length;
  const html = [
    text(language, 'verified-title'),
    ...shown.map((one) => factsOf(language, deps, one)),
    ...(others > 0 ? [text(language, 'verified-others', { count: others })] : []),
    aboutThem(language, verified),
  ];
  return { html: html.join('\n\n'), inline: [...ways(language, shown), [muteButton(language)]] };
}

/** They come with the most recent first. */
function summed(all: readonly GatheredVerification[]): Omit<Verified, 'view'> {
  const [latest] = all;
  if (!latest) throw new RangeError('nothing was gathered');
  const way = all.some((one) => one.way !== latest.way) ? 'both' : latest.way;
  return { count: all.reduce((sum, { count }) => sum + count, 0), lastAt: latest.lastAt, way };
}

function factsOf(language: Language, { zone }: ViewDeps, { count, lastAt, view, way }: Verified): string {
  const facts = {
    ...newsFacts(language, view),
    moment: formatMoment(language, lastAt, zone),
    way: plain(language, 'verified-way', { way }),
  };
  return count === 1
    ? text(language, 'verified-once', facts)
    : text(language, 'verified-often', { ...facts, count: String(count) });
}

function aboutThem(language: Language, verified: readonly Verified[]): string {
  const revocable = verified.some(({ view }) => view.standing === 'valid');
  const about = text(language, 'verified-about');
  return revocable ? `${about}\n${text(language, 'verified-revocable')}` : about;
}

/** One can be revoked from here; several are looked at first. */
function ways(language: Language, shown: readonly Verified[]): InlineButton[][] {
  const [only, ...more] = shown.map(({ view }) => view);
  if (!only || more.length > 0) return shown.map(({ view }) => [itemButton(language, view)]);
  const args = [only.endorsement.id];
  const card = button(plain(language, 'button-view-endorsement'), 'endorsements:view', { args });
  if (only.standing !== 'valid') return [[card]];
  return [[card, button(plain(language, 'button-revoke'), 'endorsements:revoke', { args })]];
}

function muteButton(language: Language): InlineButton {
  return button(plain(language, 'button-notices-off'), 'notices:mute');
}
