import { Bot } from 'grammy';
import { Telegraf } from 'telegraf';
import { expect, onTestFinished } from 'vitest';
import { instant } from '../../engine/time/instant.ts';
import type { Person } from '../../bot/sandbox/chat-api.ts';
import { MovableClock } from '../../bot/sandbox/movable-clock.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../bot/sandbox/sandbox.ts';

export const HOLDER_BOT = { token: '1001:test-token-of-the-holder-bot', username: 'holder_test_bot', name: '加注' };
export const STAFF_BOT = { token: '2002:test-token-of-the-staff-bot', username: 'staff_test_bot', name: '客服' };

export const LI: Person = {
  id: 501,
  first_name: '丽',
  last_name: '李',
  language_code: 'zh-hans',
  phone_number: '8613800000001',
  bot: HOLDER_BOT.username,
};
export const WANG: Person = {
  id: 502,
  first_name: 'Wang',
  language_code: 'en',
  phone_number: '8613800000002',
  bot: HOLDER_BOT.username,
};

/** 2026-03-02 10:00 in Beijing. */
export const START = instant(Date.UTC(2026, 2, 2, 2));

export interface Started {
  sandbox: Sandbox;
  clock: MovableClock;
}

/** A sandbox with two bots and two people that closes when the test is over. */
export async function start(options: Partial<SandboxOptions> = {}): Promise<Started> {
  const clock = MovableClock.frozenAt(START);
  const sandbox = await startSandbox({ clock, bots: [HOLDER_BOT, STAFF_BOT], people: [LI, WANG], ...options });
  onTestFinished(() => sandbox.close());
  return { sandbox, clock };
}

/** A grammY bot for the sandbox; it is not polling yet. */
export function grammyBot({ apiRoot }: Sandbox, token = HOLDER_BOT.token): Bot {
  return new Bot(token, { client: { apiRoot } });
}

/** Starts long polling and ends it with the test. */
export async function polling(bot: Bot): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    bot.start({ onStart: () => resolve() }).catch(reject);
  });
  onTestFinished(() => bot.stop());
}

/** A Telegraf bot for the sandbox; it is not polling yet. */
export function telegrafBot({ apiRoot }: Sandbox, token = STAFF_BOT.token): Telegraf {
  return new Telegraf(token, { telegram: { apiRoot, webhookReply: false } });
}

export interface Answer {
  ok: boolean;
  result?: unknown;
  error_code?: number;
  description?: string;
  parameters?: { retry_after?: number };
}

/** Calls a method with no client in between. */
export async function call(
  sandbox: Sandbox,
  method: string,
  parameters: object = {},
  bot = HOLDER_BOT,
): Promise<Answer> {
  const response = await fetch(`${sandbox.apiRoot}/bot${bot.token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(parameters),
  });
  const answer = (await response.json()) as Answer;
  expect(response.status).toBe(answer.ok ? 200 : answer.error_code);
  return answer;
}

/** What a call was refused with. */
export async function refusal(sandbox: Sandbox, method: string, parameters: object = {}, bot = HOLDER_BOT) {
  const { ok, error_code, description } = await call(sandbox, method, parameters, bot);
  expect(ok).toBe(false);
  return `${error_code} ${description}`;
}

/** The result of a call that must succeed. */
export async function result<T>(
  sandbox: Sandbox,
  method: string,
  parameters: object = {},
  bot = HOLDER_BOT,
): Promise<T> {
  const answer = await call(sandbox, method, parameters, bot);
  expect(answer).toMatchObject({ ok: true });
  return answer.result as T;
}

/** A sandbox in which 李丽 has written to the holder bot. */
export async function startWithLi(options: Partial<SandboxOptions> = {}) {
  const started = await start(options);
  const li = started.sandbox.person(LI.id);
  await li.sendText('/start');
  return { ...started, li };
}
