import { groupChatOf } from '../../../engine/outbox/enqueue-for-staff.ts';
import type { OutboxItem, StaffItem } from '../../../engine/outbox/outbox-item.ts';
import type { Clock } from '../../../engine/ports/clock.ts';
import { LANGUAGES } from '../../../engine/ports/language.ts';
import type { Storage, Transaction } from '../../../engine/ports/storage.ts';
import type { Destination, StaffTelegramApi } from '../../telegram/api/telegram-api.ts';
import type { Rendering } from '../../telegram/sending/courier.ts';
import type { Pacing } from '../../telegram/sending/pacing.ts';
import type { Recipient, StaffNews } from '../duty.ts';
import type { StaffDeps } from '../turn.ts';

export interface NewsDeps {
  storage: Storage;
  clock: Clock;
  api: Pick<StaffTelegramApi, 'createForumTopic'>;
  pacing: Pacing;
  staffDeps: () => StaffDeps;
}

/** A topic that news should open could not be made; the item is tried again. */
class TopicFault extends Error {
  readonly code = 'topic';

  constructor(detail: string) {
    super(`a topic could not be opened: ${detail}`);
    this.name = 'TopicFault';
  }
}

/** Words the outbox's items for staff by the duties they belong to. */
export function createNewsRenderer(deps: NewsDeps): (item: OutboxItem) => Promise<Rendering | 'drop'> {
  return async (item) => {
    if (item.bot !== 'staff') return 'drop';
    const worded = await deps.storage.transact((tx) => word(tx, deps, item));
    if (worded === 'drop') return 'drop';
    const { to, news } = worded;
    const threadId = news.topic ? await openTopic(deps, to.chatId, news.topic) : news.threadId;
    return rendering({ chatId: to.chatId, threadId, replyTo: news.replyTo }, news);
  };
}

async function rendering(to: Destination, { view, file, topicChanges = [] }: StaffNews): Promise<Rendering> {
  if (!file) return { ...to, kind: 'message', view, topicChanges };
  const bytes = await file.bytes().catch(() => undefined);
  if (!bytes) return { ...to, kind: 'message', view: file.otherwise, topicChanges };
  const { html: captionHtml, inline = [] } = view;
  const document = { name: file.name, bytes: () => Promise.resolve(bytes) };
  return { ...to, kind: 'document', file: document, captionHtml, inline, topicChanges };
}

async function word(tx: Transaction, { clock, staffDeps }: NewsDeps, item: StaffItem) {
  const deps = staffDeps();
  const to = await recipientOf(tx, item.accountId);
  if (!to) return 'drop';
  for (const { news: writers = {} } of deps.duties) {
    // One kind may be two duties' business: what is proposed of a certificate is one's, an import another's.
    const news = (await writers[item.message.kind]?.(tx, { deps, now: clock.now(), item, to })) ?? 'drop';
    if (news !== 'drop') return { to, news };
  }
  return 'drop';
}

async function recipientOf(tx: Transaction, accountId: string): Promise<Recipient | undefined> {
  const groupId = groupChatOf(accountId);
  if (groupId !== undefined) {
    const chosen = await tx.staff.settings.get('group-language');
    const language = LANGUAGES.find((known) => known === chosen) ?? LANGUAGES[0];
    return { kind: 'group', chatId: groupId, language };
  }
  const member = await tx.staff.members.get(accountId);
  // The private chat with a person has the number of the person.
  return member && { kind: 'member', chatId: member.userId, language: member.language };
}

/** Telegram has no key for this either: should its answer get lost, a second topic is opened, and the first stays empty. */
async function openTopic(
  { api, pacing, storage }: NewsDeps,
  chatId: number,
  { name, opened, notOpened }: NonNullable<StaffNews['topic']>,
): Promise<number | null> {
  const topic = await pacing.inChat(chatId, 1, () => api.createForumTopic({ chatId, name }));
  if (topic.kind !== 'done' && topic.kind !== 'unknown') await storage.transact(notOpened);
  // Without topics, or the right to open them, it is said in the group itself.
  if (topic.kind === 'refused') return null;
  if (topic.kind !== 'done') throw new TopicFault(topic.kind);
  const { threadId } = topic.value;
  await storage.transact((tx) => opened(tx, threadId));
  return threadId;
}
