import { makePlainCopy } from '../../../engine/generation/make-plain-copy.ts';
import { outboxKey } from '../../../engine/outbox/enqueue.ts';
import type { HolderItem, OutboxMessage } from '../../../engine/outbox/outbox-item.ts';
import type { Account } from '../../../engine/ports/account.ts';
import type { Language } from '../../../engine/ports/language.ts';
import type { Transaction } from '../../../engine/ports/storage.ts';
import type { Certificate } from '../../../engine/registry/holder.ts';
import { qualificationOf } from '../../../engine/registry/find-in-catalogue.ts';
import { never } from '../../../engine/result.ts';
import { button } from '../../telegram/buttons/button.ts';
import type { View } from '../../telegram/effects.ts';
import type { Rendering } from '../../telegram/sending/courier.ts';
import { plain, text } from '../../telegram/text/locale.ts';
import { certificateTitle, hotline } from '../../telegram/text/words.ts';
import { homeButton } from '../views/buttons.ts';
import type { RenderDeps } from './render-outbox.ts';

interface PlainItem extends HolderItem {
  message: Extract<OutboxMessage, { certificateId: string }>;
}

/** The plain copy of a certificate that needs no endorsement, or the news that it is still being made or isn't any more. */
export async function plainRendering(
  tx: Transaction,
  deps: RenderDeps,
  { userId: chatId, language }: Account,
  item: PlainItem,
): Promise<Rendering | 'drop'> {
  const certificate = await tx.certificates.get(item.message.certificateId);
  const holder = certificate && (await tx.holders.get(certificate.holderId));
  if (!certificate || !holder) return 'drop';
  const qualification = qualificationOf(deps.catalogue, certificate.qualification);
  const facts = { certificate: certificateTitle(language, qualification, certificate) };
  const say = (html: string): View => withWays(language, html);
  switch (item.message.kind) {
    case 'plain-copy-waits':
      return {
        kind: 'message',
        chatId,
        view: say(text(language, 'plain-copy-waits', { ...facts, reason: await reasonOf(tx, certificate) })),
      };
    case 'plain-copy-failed': {
      const reason = await reasonOf(tx, certificate);
      const view = say(text(language, 'plain-copy-failed', { ...facts, reason, ...hotline(language, deps.policy) }));
      const progress = await inPlaceOf(tx, item.message.item, say(text(language, 'plain-copy-over', facts)));
      return { kind: 'message', chatId, view, progress };
    }
    case 'plain-copy':
      return {
        kind: 'document',
        chatId,
        file: { bytes: () => makePlainCopy(deps, { certificate, holder, item }), name: 'certificate.pdf' },
        captionHtml: text(language, 'plain-caption', facts),
        progress: await inPlaceOf(tx, item.key, say(text(language, 'plain-copy-came', facts))),
      };
    default:
      return never(item.message);
  }
}

/** Why there is no plain copy of a certificate by now. */
async function reasonOf(
  tx: Transaction,
  { id, status }: Certificate,
): Promise<'certificate-gone' | 'missing-glyph' | 'fault'> {
  if (status !== 'valid') return 'certificate-gone';
  const glyphs = await tx.alerts.openOfKind('missing-glyph');
  return glyphs.some(({ facts }) => facts['certificateId'] === id) ? 'missing-glyph' : 'fault';
}

/** What the message comes to say that announced the plain copy of the item with this key; undefined when none did. */
async function inPlaceOf(tx: Transaction, key: string, view: View): Promise<Rendering['progress']> {
  const messageId = await tx.outbox.messageOf(outboxKey.plainCopyWaits(key));
  return messageId === undefined ? undefined : { messageId, view };
}

function withWays(language: Language, html: string): View {
  const certificates = button(plain(language, 'button-certificates'), 'certificates:list');
  return { html, inline: [[certificates, homeButton(language)]] };
}
