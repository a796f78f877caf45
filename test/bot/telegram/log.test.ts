import { Api, GrammyError } from 'grammy';
import { describe, expect, test } from 'vitest';
import { createLogger } from '../../../bot/telegram/log/create-logger.ts';
import { REDACTED, redact } from '../../../bot/telegram/log/redact.ts';

const TOKEN = '7012345678:AAF-abcdefghijklmnopqrstuvwxyz_0123';

/** What is logged, as one text. */
function logged(write: (logger: ReturnType<typeof createLogger>) => void, secrets: string[] = []): string {
  const lines: string[] = [];
  write(createLogger({ secrets, destination: { write: (line) => void lines.push(line) } }));
  return lines.join('');
}

describe('what is taken out of a text', () => {
  test.each([
    ['a bot token', TOKEN],
    ['a bot token in an address', `https://api.telegram.org/bot${TOKEN}/sendMessage`],
    ['an identity number', '11010519491231002X'],
    ['an identity number in lower case', 'number=11010519491231002x;'],
    ['a mobile number', '13800000001'],
    ['a mobile number with its country', '+86 13800000001'],
    ['a mobile number as Telegram gives it', '8613800000001'],
  ])('%s', (_, secret) => {
    const clean = redact(`before ${secret} after`);
    expect(clean).toContain(REDACTED);
    expect(clean).not.toMatch(/\d{9}/);
  });

  test('known secrets, whatever they look like', () => {
    expect(redact('key s3cret!', ['s3cret!', ''])).toBe(`key ${REDACTED}`);
  });

  test('nothing else: times, ids and numbers of endorsements stay', () => {
    const line = '2026-03-02T10:00:00.000Z JZ20260302-ABCDEF 1772416800000 user 7012345678 e4k2m9';
    expect(redact(line)).toBe(line);
  });
});

describe('the log', () => {
  test('has neither tokens nor numbers, in whatever field', () => {
    const lines = logged((logger) => {
      logger.error({ err: new Error(`request to /bot${TOKEN}/getMe failed`) }, 'call failed');
      logger.info({ deep: { deeper: ['11010519491231002X'] } }, 'holder 13800000001');
    });
    expect(lines.split('\n').filter(Boolean)).toHaveLength(2);
    for (const secret of [TOKEN, '11010519491231002X', '13800000001']) expect(lines).not.toContain(secret);
    expect(lines).toContain('call failed');
  });

  test('has no names: fields that hold them are blanked', () => {
    const lines = logged((logger) => {
      logger.info({ name: '李丽', holder: { name: '李丽', phone: '+1 212 555 0100' }, update: { text: '李丽' } }, 'x');
    });
    expect(lines).not.toContain('李丽');
    expect(lines).not.toContain('555');
  });

  test('has no secret of ours, even a short one', () => {
    expect(logged((logger) => logger.info('with s3cret!'), ['s3cret!'])).not.toContain('s3cret!');
  });

  test('stays readable when a call of a bot library fails', async () => {
    const api = new Api(TOKEN, { apiRoot: 'http://127.0.0.1:9', sensitiveLogs: true });
    const error: unknown = await api.getMe().catch((failure: unknown) => failure);
    const line = logged((logger) => logger.warn({ err: error }, 'no answer'));
    expect(line).not.toContain(TOKEN);
    expect(JSON.parse(line)).toMatchObject({
      msg: 'no answer',
      err: { type: 'HttpError', cause: { type: 'FetchError', code: expect.any(String) } },
    });
  });

  test('has nothing of the message that a refused call was to send', () => {
    const payload = { chat_id: 1, text: '李丽' };
    const refusal = { ok: false, error_code: 400, description: 'Bad Request: chat not found' } as const;
    const line = logged((logger) =>
      logger.warn({ err: new GrammyError('Call failed!', refusal, 'sendMessage', payload) }),
    );
    expect(line).not.toContain('李丽');
    expect(line).toContain('chat not found');
  });
});
