import type { Answer } from '../api/answer.ts';
import { persist } from '../api/persist.ts';
import { type Refusal, refusalOf } from '../api/refusal.ts';
import type { Destination, TelegramApi } from '../api/telegram-api.ts';
import type { Effect, View } from '../effects.ts';
import { inlineKeyboard, replyMarkup } from '../buttons/keyboards.ts';
import { cut } from '../text/cut.ts';
import type { Pacing } from './pacing.ts';

export interface EffectDeps {
  api: TelegramApi;
  pacing: Pacing;
  /** Waits before another try; the real clock unless said otherwise. */
  wait?: (ms: number) => Promise<unknown>;
}

/** Where the effects of one reply go. */
type Place = Pick<Destination, 'chatId' | 'threadId'>;

type EffectOutcome =
  | { kind: 'sent'; messageId: number | null }
  /** The chat is as the effect would have it, or it is too late for it to matter. */
  | { kind: 'needless'; messageId: number | null }
  | { kind: 'refused'; reason: Refusal; detail: string }
  /** Certainly not sent, though tried again where that helps. */
  | { kind: 'not-sent'; detail: string }
  /** The answer never came. A message is not sent twice for that. */
  | { kind: 'unknown'; detail: string };

export interface SendReport {
  /** One for each effect, in their order. */
  outcomes: EffectOutcome[];
  /** What certainly did not go out and is worth another try later. */
  unsent: Effect[];
  /** The message that was sent or edited last. */
  lastMessageId: number | null;
  /** Whether the person blocks the bot. */
  blocked: boolean;
}

/** People wait for these: before everything from the outbox. */
const DIRECT = 0;
const ANSWER_LENGTH = 200;

/**
 * Sends what handling an update decided on: messages in their order, answers to taps and deletions at
 * once. Once a message can't be sent, those after it are not tried. Rejects on faults of our own only.
 */
export async function sendEffects(deps: EffectDeps, to: Place, effects: readonly Effect[]): Promise<SendReport> {
  const [atOnce, inOrder] = await Promise.all([
    Promise.all(effects.map(async (effect) => (isAtOnce(effect) ? carryOut(deps, to, effect) : undefined))),
    sendInOrder(deps, to, effects),
  ]);
  const outcomes = effects.flatMap((_, index) => atOnce[index] ?? inOrder[index] ?? []);
  return report(effects, outcomes);
}

function isAtOnce({ kind }: Effect): boolean {
  return kind === 'answer' || kind === 'delete';
}

async function sendInOrder(deps: EffectDeps, to: Place, effects: readonly Effect[]) {
  const outcomes: (EffectOutcome | undefined)[] = [];
  let end: EffectOutcome | undefined;
  for (const effect of effects) {
    const outcome = isAtOnce(effect) ? undefined : (end ?? (await carryOut(deps, to, effect)));
    outcomes.push(outcome);
    if (outcome && effect.kind !== 'action' && endsAll(outcome)) end = outcome;
  }
  return outcomes;
}

function endsAll(outcome: EffectOutcome): boolean {
  if (outcome.kind === 'refused') return outcome.reason !== 'bad-request';
  return outcome.kind === 'not-sent';
}

function report(effects: readonly Effect[], outcomes: EffectOutcome[]): SendReport {
  const unsent = effects.filter((effect, index) => effect.kind !== 'action' && outcomes[index]?.kind === 'not-sent');
  const messageIds = outcomes.map((outcome) => ('messageId' in outcome ? outcome.messageId : null));
  return {
    outcomes,
    unsent,
    lastMessageId: messageIds.findLast((id) => id !== null) ?? null,
    blocked: outcomes.some((outcome) => outcome.kind === 'refused' && outcome.reason === 'blocked'),
  };
}

async function carryOut(deps: EffectDeps, to: Place, effect: Effect): Promise<EffectOutcome> {
  const { api, pacing } = deps;
  const { chatId } = to;
  switch (effect.kind) {
    case 'send':
      return send(deps, to, effect.view, effect.replyTo);
    case 'edit':
      return edit(deps, to, effect);
    case 'strip': {
      const call = () => api.editMessageReplyMarkup({ chatId, messageId: effect.messageId });
      const stripped = await persist(deps.wait, 'repeatable', () => pacing.inChat(chatId, DIRECT, call));
      return outcomeOf(stripped, () => null, ['as-wanted', 'not-editable']);
    }
    case 'delete': {
      const call = () => api.deleteMessage({ chatId, messageId: effect.messageId });
      const deleted = await persist(deps.wait, 'repeatable', () => pacing.aside(call));
      return outcomeOf(deleted, () => null, ['as-wanted', 'not-editable']);
    }
    case 'answer': {
      const answered = await persist(deps.wait, 'repeatable', () =>
        pacing.aside(() => api.answerCallbackQuery(clipped(effect))),
      );
      return outcomeOf(answered, () => null, ['too-late']);
    }
    case 'action':
      return outcomeOf(await pacing.aside(() => api.sendChatAction({ chatId, action: effect.action })), () => null);
    case 'file':
      return sendFile(deps, to, effect);
    case 'photo':
      return sendPhoto(deps, to, effect);
    case 'topic': {
      const call = () => api.changeForumTopic(effect);
      const changed = await persist(deps.wait, 'repeatable', () => pacing.inChat(effect.chatId, DIRECT, call));
      return outcomeOf(changed, () => null, ['as-wanted', 'no-topic']);
    }
    default:
      return effect satisfies never;
  }
}

// A text that is too long would leave the button waiting: Telegram refuses the whole answer.
function clipped({ callbackId, text, alert }: Extract<Effect, { kind: 'answer' }>) {
  const short = text === undefined ? {} : { text: cut(text, ANSWER_LENGTH) };
  return { callbackId, ...short, ...(alert === undefined ? {} : { alert }) };
}

async function send(deps: EffectDeps, to: Place, view: View, replyTo?: number): Promise<EffectOutcome> {
  const message = { ...to, replyTo, html: view.html, markup: replyMarkup(view) };
  const call = () => deps.api.sendMessage(message);
  const sent = await persist(deps.wait, 'once', () => deps.pacing.inChat(to.chatId, DIRECT, call));
  return outcomeOf(sent, ({ messageId }) => messageId);
}

// editMessageText takes inline keyboards only: a view with another keyboard has to be a new message.
async function edit(
  deps: EffectDeps,
  to: Place,
  { messageId, view, inPlaceOnly = false }: Extract<Effect, { kind: 'edit' }>,
): Promise<EffectOutcome> {
  if (view.reply) return send(deps, to, view);
  const { chatId } = to;
  const change = { chatId, messageId, html: view.html, markup: inlineKeyboard(view.inline) };
  const call = () => deps.api.editMessageText(change);
  const edited = await persist(deps.wait, 'repeatable', () => deps.pacing.inChat(chatId, DIRECT, call));
  if (edited.kind === 'refused' && refusalOf(edited) === 'not-editable' && !inPlaceOnly) return send(deps, to, view);
  const outcome = outcomeOf(edited, () => messageId, ['as-wanted']);
  return outcome.kind === 'needless' ? { ...outcome, messageId } : outcome;
}

async function sendFile(
  deps: EffectDeps,
  to: Place,
  { name, base64, captionHtml }: Extract<Effect, { kind: 'file' }>,
): Promise<EffectOutcome> {
  const file = { name, bytes: Buffer.from(base64, 'base64') };
  const call = () => deps.api.sendDocument({ ...to, file, captionHtml, markup: undefined });
  const sent = await persist(deps.wait, 'once', () => deps.pacing.inChat(to.chatId, DIRECT, call));
  return outcomeOf(sent, ({ messageId }) => messageId);
}

async function sendPhoto(
  deps: EffectDeps,
  to: Place,
  { base64, captionHtml, inline }: Extract<Effect, { kind: 'photo' }>,
): Promise<EffectOutcome> {
  const photo = { ...to, bytes: Buffer.from(base64, 'base64'), captionHtml, markup: inlineKeyboard(inline) };
  const call = () => deps.api.sendPhoto(photo);
  const sent = await persist(deps.wait, 'once', () => deps.pacing.inChat(to.chatId, DIRECT, call));
  return outcomeOf(sent, ({ messageId }) => messageId);
}

function outcomeOf<T>(
  answer: Answer<T>,
  messageIdOf: (value: T) => number | null,
  fine: readonly Refusal[] = [],
): EffectOutcome {
  switch (answer.kind) {
    case 'done':
      return { kind: 'sent', messageId: messageIdOf(answer.value) };
    case 'too-many':
      return { kind: 'not-sent', detail: `429, retry after ${answer.retryAfterMs} ms` };
    case 'refused': {
      const reason = refusalOf(answer);
      if (fine.includes(reason)) return { kind: 'needless', messageId: null };
      if (reason === 'unauthorized') return { kind: 'not-sent', detail: answer.description };
      return { kind: 'refused', reason, detail: answer.description };
    }
    default:
      return answer;
  }
}
