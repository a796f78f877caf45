import { Api } from 'grammy';
import { onTestFinished } from 'vitest';
import { grammyTelegramApi } from '../../../../bot/telegram/api/grammy-api.ts';
import type { TelegramApi } from '../../../../bot/telegram/api/telegram-api.ts';
import { createPacing, type Pacing, type PacingOptions } from '../../../../bot/telegram/sending/pacing.ts';
import type { Fault } from '../../../../bot/sandbox/chat-api.ts';
import type { PersonClient } from '../../../../bot/sandbox/person-client.ts';
import type { Sandbox } from '../../../../bot/sandbox/sandbox.ts';
import { HOLDER_BOT, LI, start } from '../../../sandbox/start.ts';

export const CHAT = LI.id;

export interface Bench {
  sandbox: Sandbox;
  person: PersonClient;
  api: TelegramApi;
  pacing: Pacing;
  /** Spoils the next calls of a method. */
  spoil: (method: string, fault: Fault['fault'], times?: number) => void;
  /** The methods called so far. */
  methods: () => string[];
  /** The texts that the bot has in the chat. */
  texts: () => (string | undefined)[];
}

/** The holder bot's API over HTTP to the sandbox, in whose chat the person has started the bot. */
export async function bench(pacingOptions: Partial<PacingOptions> = {}): Promise<Bench> {
  const { sandbox } = await start();
  const person = sandbox.person(LI.id);
  await person.sendText('/start');
  const pacing = createPacing({ betweenCallsMs: 0, betweenInChatMs: 0, ...pacingOptions });
  onTestFinished(() => pacing.close());
  return {
    sandbox,
    person,
    pacing,
    api: grammyTelegramApi(new Api(HOLDER_BOT.token, { apiRoot: sandbox.apiRoot })),
    spoil: (method, fault, times = 1) => sandbox.fault({ bot: HOLDER_BOT.username, method, fault, times }),
    methods: () => sandbox.requests().map(({ method }) => method),
    texts: () => person.chat().messages.flatMap(({ from, text, caption }) => (from === 'bot' ? [text ?? caption] : [])),
  };
}
