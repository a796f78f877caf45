import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ChatMessage, Fault } from '../../bot/sandbox/chat-api.ts';
import { MovableClock } from '../../bot/sandbox/movable-clock.ts';
import type { PersonClient } from '../../bot/sandbox/person-client.ts';
import { createLogger } from '../../bot/telegram/log/create-logger.ts';
import { parseConfig } from '../../config.ts';
import { DAY_MS } from '../../engine/time/instant.ts';
import { SANDBOX_BOT, type SandboxService, startSandboxService } from '../../service/start-sandbox-service.ts';
import { at } from '../fakes/fixed-clock.ts';
import { seededRandom } from '../fakes/seeded-random.ts';
import { agree, tapFor } from '../journeys/ways.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';
import { findSecrets } from './find-secrets.ts';

const PROJECT = path.join(import.meta.dirname, '../..');
const folder = temporaryFolder();

let running: SandboxService;
let log = '';
let secrets: Record<string, string>;
/** Everything on disk while the service runs, its database's log included. */
let whileRunning: Buffer;
let transcript: ReturnType<SandboxService['sandbox']['transcript']>;
let faces: { verifyUrl: string }[];

// One journey with everything in it; each test then looks for secrets somewhere else.
beforeAll(async () => {
  running = await startSandboxService({
    config: parseConfig({}, { policy: null }, PROJECT),
    dir: folder('sandbox'),
    port: 0,
    clock: MovableClock.frozenAt(at('2026-11-22T10:00:00+08:00')),
    random: seededRandom('privacy'),
    logger: createLogger({ level: 'debug', destination: { write: (line: string) => void (log += line) } }),
  });
  const makeCopy = vi.spyOn(running.prepared.maker, 'makeCopy');
  secrets = secretsOf(running);
  await play(running);
  whileRunning = await bytesIn(folder('sandbox'));
  transcript = running.sandbox.transcript();
  faces = makeCopy.mock.calls.map(([, endorsement]) => endorsement);
  await running.close();
});
afterAll(() => vi.restoreAllMocks());

/** All that the demonstration holders of the journey would not want to read elsewhere. */
function secretsOf({ sandbox }: SandboxService): Record<string, string> {
  const found: Record<string, string> = {
    token: SANDBOX_BOT.token,
    'secret half of the token': SANDBOX_BOT.token.split(':')[1] ?? '',
  };
  for (const id of [1001, 1006, 1010]) {
    const { hints = [], phone_number: phone } = sandbox.person(id).person;
    const [, number = '', name = '', code] = hints.map(({ value }) => value);
    Object.assign(found, { [`number of ${id}`]: number, [`name of ${id}`]: name, [`phone of ${id}`]: phone.slice(2) });
    if (code !== undefined) {
      Object.assign(found, { 'link code': code, 'link code as it is kept': code.replaceAll('-', '') });
    }
  }
  return found;
}

async function play(service: SandboxService): Promise<void> {
  const { sandbox } = service;
  await link(sandbox.person(1001));
  await link(sandbox.person(1006));
  await linkByCode(sandbox.person(1010));
  const person = sandbox.person(1001);
  await agree(person);
  await suffer(service);
  await request(person);
  await person.sendText('110105199003070025');
  await person.sendText('/privacy');
  await tapFor(person, '导出我的数据', /./);
  await person.waitForDocument();
  await sandbox.advance(83 * DAY_MS);
  await person.waitForText('即将到期', { before: true });
}

async function link(person: PersonClient): Promise<void> {
  await identify(person, '/start');
  await person.waitFor(({ reply_keyboard }) => reply_keyboard);
  await person.shareContact();
  await person.waitForText(/服务须知|Service notice/i);
}

async function linkByCode(person: PersonClient): Promise<void> {
  const code = person.person.hints?.at(-1)?.value ?? '';
  await identify(person, `/start ${code.replaceAll('-', '')}`);
  await person.waitForText('服务须知');
}

/** Answers what is asked, whatever the language. */
async function identify(person: PersonClient, first: string): Promise<void> {
  const [type = '', number = '', name = ''] = (person.person.hints ?? []).map(({ value }) => value);
  await person.sendText(first);
  await person.waitFor(({ messages }) => messages.some(({ from }) => from === 'bot'));
  if (first === '/start') await tapFor(person, /^(开始绑定|Link.*)$/, /1/);
  await tapFor(person, type, /2/);
  await person.sendText(number);
  await person.waitForText(/3/);
  await person.sendText(name);
}

async function request(person: PersonClient): Promise<void> {
  await person.sendText('/certificates');
  await tapFor(person, /建造师/, '证书信息');
  await tapFor(person, '申请加注', '核对信息');
  await tapFor(person, /信息无误/, '有效期');
  await tapFor(person, /推荐/, '确认提交');
  await tapFor(person, '提交加注申请', '证书生成中');
  await person.waitForDocument();
}

/** Everything that can go wrong between the bot and Telegram, and inside the bot. */
async function suffer({ sandbox, prepared: { storage } }: SandboxService): Promise<void> {
  const person = sandbox.person(1001);
  const kinds: Fault['fault'][] = [
    { kind: 'server_error' },
    { kind: 'drop' },
    { kind: 'accept_then_drop' },
    { kind: 'too_many_requests', retry_after: 0 },
  ];
  for (const fault of kinds) {
    sandbox.fault({ bot: SANDBOX_BOT.username, method: 'deleteMessage', fault });
    await person.sendText(secrets['number of 1001'] ?? '');
    await person.waitForText(/./);
  }
  const told = Object.entries(secrets).filter(([what]) => /^(number of 1001|phone of 1001|token)$/.test(what));
  const words = `UNIQUE constraint failed for ${told.map(([, secret]) => secret).join(', ')}`;
  // Whichever of the service's loops asks next, until it is the person's turn.
  const failing = vi.spyOn(storage, 'transact').mockRejectedValue(new Error(words, { cause: new Error(words) }));
  await person.sendText('/help');
  await person.waitForText('系统暂时出了点问题');
  failing.mockRestore();
}

async function bytesIn(dir: string): Promise<Buffer> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => path.join(parentPath, name));
  return Buffer.concat(
    await Promise.all(files.map(async (file) => Buffer.concat([Buffer.from(file), await readFile(file)]))),
  );
}

function messages(): ChatMessage[] {
  return transcript.flatMap(({ message }) => message ?? []);
}

/** The secrets in the texts, once it is sure that there are any. */
function secretsInAll(texts: readonly string[]): string[] {
  expect(texts).not.toEqual([]);
  return findSecrets(secrets, Buffer.from(texts.join('\n')));
}

describe('no identity number, phone, name, link code or token', () => {
  test('is in the log, faults and all', () => {
    expect(log).toContain('UNIQUE constraint failed');
    expect(findSecrets(secrets, Buffer.from(log))).toEqual([]);
  });

  test('is in the files that the service keeps, while it runs or afterwards', async () => {
    const afterwards = await bytesIn(folder('sandbox'));
    for (const bytes of [whileRunning, afterwards]) {
      expect(bytes.includes('endorsement-requested')).toBe(true);
      expect(findSecrets(secrets, bytes)).toEqual([]);
    }
  });

  test('is in the data behind any button', () => {
    const buttons = messages().flatMap(({ inline_keyboard: rows = [] }) => rows.flat());
    expect(secretsInAll(buttons.flatMap((button) => button.callback_data ?? []))).toEqual([]);
    expect(
      findSecrets(secrets, Buffer.from(JSON.stringify(buttons.map(({ url, copy_text }) => [url, copy_text])))),
    ).toEqual([]);
  });

  test('is in the name of a file that is sent', () => {
    expect(secretsInAll(messages().flatMap(({ document }) => document?.file_name ?? []))).toEqual([]);
  });

  test('is in what a QR code says', () => {
    expect(secretsInAll(faces.map(({ verifyUrl }) => verifyUrl))).toEqual([]);
  });

  test('is in what a bot calls, but for words that are meant for the holder', () => {
    const calls = running.sandbox
      .requests()
      .map(({ parameters: { text: _text, caption: _caption, ...others } }) => others);
    expect(secretsInAll(calls.map((call) => JSON.stringify(call)))).toEqual([]);
  });

  test('stays in the chat where a holder typed it', () => {
    const { messages: left } = running.sandbox.person(1001).chat();
    expect(left.filter(({ from, text }) => from === 'person' && text === secrets['number of 1001'])).toEqual([]);
  });
});
