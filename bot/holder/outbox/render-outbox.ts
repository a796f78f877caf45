import { type EndorsementView, viewEndorsement } from '../../../engine/endorsement/list-endorsements.ts';
import type { HolderItem, OutboxItem, OutboxMessage } from '../../../engine/outbox/outbox-item.ts';
import type { Account } from '../../../engine/ports/account.ts';
import type { Clock } from '../../../engine/ports/clock.ts';
import type { CopyMaker } from '../../../engine/ports/copy-maker.ts';
import type { Storage, Transaction } from '../../../engine/ports/storage.ts';
import { never } from '../../../engine/result.ts';
import type { MessageRendering, Rendering } from '../../telegram/sending/courier.ts';
import type { View } from '../../telegram/effects.ts';
import { endedView, progressMessageIn } from '../request/progress-view.ts';
import type { HolderDeps } from '../turn.ts';
import { broadcastView } from '../../telegram/broadcast-view.ts';
import { copyRendering } from './copy-rendering.ts';
import {
  documentCorrectedView,
  failedView,
  linkMovedView,
  overdueView,
  revokedView,
  unlinkedView,
} from './news-views.ts';
import { plainRendering } from './plain-copy-rendering.ts';
import { reminderView } from './reminder-view.ts';
import { verifiedView } from './verified-view.ts';
import { isTicketNews } from '../../../engine/tickets/ticket-message.ts';
import { ticketNewsView } from '../support/news.ts';

export interface RenderDeps extends Omit<HolderDeps, 'username'> {
  storage: Storage;
  clock: Clock;
  maker: Pick<CopyMaker, 'makePlainCopy'>;
}

/** Words the outbox's items for the holder bot, each in its account's language of the moment. */
export function createOutboxRenderer(deps: RenderDeps): (item: OutboxItem) => Promise<Rendering | 'drop'> {
  return async (item) => {
    if (item.bot !== 'holder') return 'drop';
    return deps.storage.transact(async (tx) => {
      const account = await tx.accounts.get(item.accountId);
      return account ? render(tx, deps, account, item) : 'drop';
    });
  };
}

async function render(
  tx: Transaction,
  deps: RenderDeps,
  account: Account,
  item: HolderItem,
): Promise<Rendering | 'drop'> {
  const { message } = item;
  if (message.kind === 'link-moved') return messageTo(account, linkMovedView(account.language, deps.policy));
  if (message.kind === 'unlinked') return messageTo(account, unlinkedView(account.language, deps.policy));
  if (message.kind === 'document-corrected') {
    return messageTo(account, documentCorrectedView(account.language, deps.policy));
  }
  if ('certificateId' in message) return plainRendering(tx, deps, account, { ...item, message });
  if (message.kind === 'broadcast') {
    const broadcast = await tx.broadcasts.get(message.broadcastId);
    return broadcast ? messageTo(account, broadcastView(account.language, deps.policy, broadcast.texts)) : 'drop';
  }
  if (message.kind === 'verified') {
    const verified = await verifiedView(tx, deps, account, message, deps.clock.now());
    return verified ? messageTo(account, verified) : 'drop';
  }
  if (isTicketNews(message)) {
    const news = await ticketNewsView(tx, deps.policy, account.language, message);
    return news ? messageTo(account, news) : 'drop';
  }
  return renderAbout(tx, deps, account, message);
}

async function renderAbout(
  tx: Transaction,
  deps: RenderDeps,
  account: Account,
  message: Extract<OutboxMessage, { endorsementId: string }>,
): Promise<Rendering | 'drop'> {
  const view = await viewOf(tx, deps, message.endorsementId);
  if (!view) return 'drop';
  switch (message.kind) {
    case 'copy':
      return copyRendering(tx, deps, account, view, message.firstTime);
    case 'reminder':
      return messageTo(account, await reminderView(tx, deps, account.language, view, deps.clock.now()));
    case 'overdue':
      return messageTo(account, overdueView(account.language, view));
    case 'failed':
      return endTo(account, view, 'failed', failedView(account.language, deps.policy, view));
    case 'revoked':
      return endTo(account, view, 'revoked', revokedView(account.language, deps.policy, view));
    default:
      return never(message);
  }
}

/** The endorsement as its holder sees it. That the account is its holder's is judged before an item is sent. */
async function viewOf(tx: Transaction, deps: RenderDeps, endorsementId: string): Promise<EndorsementView | undefined> {
  const endorsement = await tx.endorsements.get(endorsementId);
  if (!endorsement) return undefined;
  const { holderId } = endorsement;
  const view = await viewEndorsement(tx, deps, { now: deps.clock.now(), holderId, endorsementId });
  return view.ok ? view.value : undefined;
}

// The private chat with a person has the number of the person.
function messageTo({ userId }: Account, view: View): MessageRendering {
  return { kind: 'message', chatId: userId, view };
}

/** How an endorsement ended; the message that says 证书生成中 doesn't go on saying it. */
function endTo(account: Account, about: EndorsementView, standing: 'failed' | 'revoked', view: View): Rendering {
  const messageId = progressMessageIn(account, about);
  const message = messageTo(account, view);
  return messageId === null
    ? message
    : { ...message, progress: { messageId, view: endedView(account.language, about, standing) } };
}
