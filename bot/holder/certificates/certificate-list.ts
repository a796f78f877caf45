import { listCertificates } from '../../../engine/registry/list-certificates.ts';
import type { CallbackData } from '../../telegram/buttons/callback-data.ts';
import type { Effect, InlineButton, View } from '../../telegram/effects.ts';
import { plain, text } from '../../telegram/text/locale.ts';
import { pageButtons, pageNumber, pageOf } from '../../telegram/buttons/paging.ts';
import { packCallback } from '../../telegram/buttons/callback-data.ts';
import { show } from '../show.ts';
import type { LinkedTurn } from '../turn.ts';
import { button } from '../../telegram/buttons/button.ts';
import { homeButton } from '../views/buttons.ts';
import { certificateLabel } from '../../telegram/text/words.ts';

const PAGE_SIZE = 5;

export async function listOfCertificates(turn: LinkedTurn, { args }: CallbackData): Promise<Effect[]> {
  return show(turn, await certificatesView(turn, pageNumber(args[0])));
}

/** 我的证书: every certificate with its status, or the three reasons why there may be none. */
export async function certificatesView(turn: LinkedTurn, wantedPage: number): Promise<View> {
  const { account, deps, link, tx } = turn;
  const { language } = account;
  const certificates = await listCertificates(tx, deps.catalogue, link.holderId);
  if (certificates.length === 0) return emptyView(turn);
  const page = pageOf(certificates.length, PAGE_SIZE, wantedPage);
  const rows = certificates.slice(page.offset, page.offset + page.limit).map(({ certificate, qualification }) => {
    const status = plain(language, `certificate-status-${certificate.status}`);
    const label = plain(language, 'certificate-button', {
      name: certificateLabel(language, qualification, certificate),
      status,
    });
    return [button(label, 'certificates:view', { args: [certificate.id] })];
  });
  const turning = pageButtons(page, (to) => packCallback({ feature: 'certificates', action: 'list', args: [`${to}`] }));
  const html = text(language, 'certificates', { total: String(certificates.length) });
  return { html, inline: [...rows, turning, [homeButton(language)]] };
}

function emptyView({ account: { language }, deps }: LinkedTurn): View {
  const row: InlineButton[] = [button(plain(language, 'button-faq'), 'faq:list'), homeButton(language)];
  return {
    html: text(language, 'certificates-empty', { authority: deps.policy.authority.name[language] }),
    inline: [[button(plain(language, 'button-relink'), 'privacy:unlink')], row],
  };
}
