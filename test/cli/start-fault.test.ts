import { GrammyError } from 'grammy';
import { TelegramError } from 'telegraf';
import { describe, expect, test } from 'vitest';
import { startFault } from '../../cli/start/start-fault.ts';
import { parseConfig } from '../../config.ts';

const CONFIG = parseConfig({}, { policy: null }, '/srv');

describe('a start that Telegram refuses says what to do', () => {
  test.each([
    [
      'bad webhook: HTTPS url must be provided for webhook',
      /^Telegram can't bring updates to PUBLIC_URL: HTTPS url must/,
    ],
    [
      'bad webhook: IP address 10.0.0.5 is reserved',
      /^Telegram can't bring updates to PUBLIC_URL: IP address 10\.0\.0\.5/,
    ],
    ['chat not found', /answers 400 Bad Request: chat not found; try again later/],
  ])('%s', (reason, sentence) => {
    const answer = { ok: false as const, error_code: 400, description: `Bad Request: ${reason}` };
    expect(startFault(new GrammyError('refused', answer, 'setWebhook', {}), CONFIG).message).toMatch(sentence);
    expect(startFault(new TelegramError(answer), CONFIG).message).toMatch(sentence);
  });

  test('with the setting of the bot whose library was answered', () => {
    const conflict = { ok: false as const, error_code: 409, description: 'Conflict: terminated by other getUpdates' };
    expect(startFault(new TelegramError(conflict), CONFIG).message).toContain('STAFF_BOT_TOKEN');
    expect(startFault(new GrammyError('refused', conflict, 'getUpdates', {}), CONFIG).message).toContain(
      'HOLDER_BOT_TOKEN',
    );
  });
});
