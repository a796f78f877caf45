import type { Update } from 'grammy/types';
import { languageOf, text } from '../../telegram/text/locale.ts';
import type { Effect } from '../../telegram/effects.ts';
import type { Reply } from '../../telegram/update/reply.ts';
import { type QueueDeps, UpdateQueue } from '../../telegram/update/update-queue.ts';
import { hotline } from '../../telegram/text/words.ts';
import { decideUpdate, REPLIES, type UpdateDeps } from './handle-update.ts';

type HolderQueueDeps = Omit<UpdateDeps, 'username'> &
  Omit<QueueDeps, keyof typeof REPLIES> & {
    username: () => string;
  };

/** The queue of what people send to the holder bot. */
export function holderUpdates(deps: HolderQueueDeps): UpdateQueue<Update> {
  return new UpdateQueue<Update>(
    { ...deps, ...REPLIES },
    {
      personOf,
      decide: (update) => decideUpdate({ ...deps, username: deps.username() }, update),
      apology: async (update, reference) => apology(deps, update, reference),
    },
  );
}

function apology({ policy }: Pick<UpdateDeps, 'policy'>, update: Update, reference: string): Reply | undefined {
  const from = update.callback_query?.from ?? update.message?.from;
  if (!from || (update.message && update.message.chat.type !== 'private')) return undefined;
  const language = languageOf(from.language_code);
  const html = text(language, 'problem', { reference, hotline: hotline(language, policy).hotline });
  const effects: Effect[] = [{ kind: 'send', view: { html } }];
  if (update.callback_query) effects.unshift({ kind: 'answer', callbackId: update.callback_query.id });
  return { chatId: from.id, threadId: null, effects, about: null };
}

function personOf(update: Update): number {
  const { message, edited_message, callback_query, my_chat_member } = update;
  return (message ?? edited_message ?? callback_query ?? my_chat_member)?.from?.id ?? 0;
}
