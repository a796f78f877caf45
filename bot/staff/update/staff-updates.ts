import type { Clock } from '../../../engine/ports/clock.ts';
import type { Language } from '../../../engine/ports/language.ts';
import type { Storage } from '../../../engine/ports/storage.ts';
import type { TelegramApi } from '../../telegram/api/telegram-api.ts';
import type { Effect } from '../../telegram/effects.ts';
import { text } from '../../telegram/text/locale.ts';
import { decideOnce, type KeptReply, type Reply } from '../../telegram/update/reply.ts';
import { type QueueDeps, UpdateQueue } from '../../telegram/update/update-queue.ts';
import type { StaffDeps, StaffEvent } from '../turn.ts';
import { decide, followMigration, isHeard } from './decide.ts';
import { fetchDocument } from './fetch-document.ts';
import { type Incoming, readUpdate, type StaffUpdate } from './read-update.ts';

export interface StaffUpdateDeps {
  storage: Storage;
  clock: Clock;
  api: TelegramApi;
  /** Known once the bot has started. */
  staffDeps: () => StaffDeps;
}

const BOT = 'staff';

/** The queue of what is said to the staff bot. */
export function staffUpdates(deps: StaffUpdateDeps & Omit<QueueDeps, 'bot'>): UpdateQueue<StaffUpdate> {
  const members = new Map<number, Language>();
  return new UpdateQueue<StaffUpdate>(
    { ...deps, bot: BOT },
    {
      personOf: ({ message, callback_query: tap }) => (message ?? tap)?.from?.id ?? 0,
      decide: (update) => decideUpdate(deps, members, update),
      apology: async (update, reference) => apology(deps, members, update, reference),
    },
  );
}

/** `members` learns who is one, so that they can be told of a fault of the database, too. */
async function decideUpdate(
  deps: StaffUpdateDeps,
  members: Map<number, Language>,
  update: StaffUpdate,
): Promise<KeptReply | undefined> {
  const staffDeps = deps.staffDeps();
  const incoming = readUpdate(update, staffDeps.username);
  if (!incoming) return undefined;
  const once = { ...deps, bot: BOT } as const;
  if ('to' in incoming) {
    const { from: chatId } = incoming;
    return decideOnce(once, incoming.updateId, async (tx) => {
      await followMigration(tx, incoming);
      return { chatId, threadId: null, effects: [], about: null };
    });
  }
  const { place } = incoming;
  const event = await fetched(deps, members, incoming);
  return decideOnce(once, incoming.updateId, async (tx, now) => {
    const effects = await decide(tx, staffDeps, now, { ...incoming, event });
    return { chatId: place.chatId, threadId: place.threadId, effects, about: null };
  });
}

/** What strangers send, or members say elsewhere, is not fetched. */
async function fetched(
  { storage, api }: StaffUpdateDeps,
  members: Map<number, Language>,
  { user, place, event }: Incoming,
): Promise<StaffEvent> {
  const wanted = await storage.transact(async (tx) => {
    const member = await tx.staff.members.findByUser(user.id);
    if (member) members.set(user.id, member.language);
    else members.delete(user.id);
    return member?.status === 'active' && (await isHeard(tx, place, event));
  });
  if (event.kind !== 'sent-document') return event;
  const { messageId, caption, replyTo } = event;
  return wanted ? fetchDocument(api, event) : { kind: 'other', messageId, caption, replyTo };
}

function apology(
  deps: StaffUpdateDeps,
  members: ReadonlyMap<number, Language>,
  update: StaffUpdate,
  reference: string,
): Reply | undefined {
  const incoming = readUpdate(update, deps.staffDeps().username);
  if (!incoming || 'to' in incoming) return undefined;
  const { user, place, event } = incoming;
  const language = members.get(user.id);
  if (language === undefined) return undefined;
  const effects: Effect[] = [{ kind: 'send', view: { html: text(language, 'staff-problem', { reference }) } }];
  if (event.kind === 'tap') effects.unshift({ kind: 'answer', callbackId: event.callbackId });
  return { chatId: place.chatId, threadId: place.threadId, effects, about: null };
}
