import { describe, expect, test } from 'vitest';
import type { Effect } from '../../../../bot/telegram/effects.ts';
import { type SendReport, sendEffects } from '../../../../bot/telegram/sending/send-effects.ts';
import { type Bench, bench, CHAT } from './bench.ts';

const HELLO: Effect = { kind: 'send', view: { html: '你好' } };
const BYE: Effect = { kind: 'send', view: { html: '再见' } };
const BUTTON = { text: '好', data: 'test:ok' };

/** Sends, without waiting between tries; notes how long it would have waited. */
async function carryOut({ api, pacing }: Bench, effects: Effect[], pauses: number[] = []): Promise<SendReport> {
  const wait = async (ms: number): Promise<void> => void pauses.push(ms);
  return sendEffects({ api, pacing, wait }, { chatId: CHAT }, effects);
}

const kinds = ({ outcomes }: SendReport): string[] => outcomes.map(({ kind }) => kind);

describe('what is answered at once', () => {
  test('messages go out in their order, and the last one is named', async () => {
    const it = await bench();
    const report = await carryOut(it, [
      { kind: 'action', action: 'typing' },
      HELLO,
      { kind: 'send', view: { html: '<b>&lt;再见&gt;</b>', inline: [[BUTTON]] } },
    ]);
    expect(it.texts()).toEqual(['你好', '<再见>']);
    expect(it.person.lastMessage().inline_keyboard).toEqual([[{ text: '好', callback_data: 'test:ok' }]]);
    expect(report).toMatchObject({ unsent: [], lastMessageId: it.person.lastMessage().message_id, blocked: false });
    expect(kinds(report)).toEqual(['sent', 'sent', 'sent']);
  });

  test('an edit changes the message in its place', async () => {
    const it = await bench();
    const { lastMessageId } = await carryOut(it, [HELLO]);
    const edit: Effect = { kind: 'edit', messageId: lastMessageId ?? 0, view: { html: '改了', inline: [[BUTTON]] } };
    expect(await carryOut(it, [edit])).toMatchObject({ lastMessageId });
    expect(it.texts()).toEqual(['改了']);
    // The same again is "message is not modified" to Telegram and as it should be to us.
    expect(await carryOut(it, [edit])).toMatchObject({ outcomes: [{ kind: 'needless', messageId: lastMessageId }] });
    await carryOut(it, [{ kind: 'strip', messageId: lastMessageId ?? 0 }]);
    expect(it.person.lastMessage().inline_keyboard).toBeUndefined();
    const again: Effect = { kind: 'strip', messageId: lastMessageId ?? 0 };
    expect(kinds(await carryOut(it, [again]))).toEqual(['needless']);
  });

  test('an edit of a message that is gone becomes a new message', async () => {
    const it = await bench();
    const { lastMessageId } = await carryOut(it, [HELLO]);
    await carryOut(it, [{ kind: 'delete', messageId: lastMessageId ?? 0 }]);
    const edited = await carryOut(it, [{ kind: 'edit', messageId: lastMessageId ?? 0, view: { html: '新的' } }]);
    expect(it.texts()).toEqual(['新的']);
    expect(edited.lastMessageId).toBe(it.person.lastMessage().message_id);
  });

  test('an edit that needs a reply keyboard becomes a new message', async () => {
    const it = await bench();
    const { lastMessageId } = await carryOut(it, [HELLO]);
    const reply = { rows: [[{ text: '分享', requestContact: true }]] };
    await carryOut(it, [{ kind: 'edit', messageId: lastMessageId ?? 0, view: { html: '请分享', reply } }]);
    expect(it.texts()).toEqual(['你好', '请分享']);
    expect(it.person.chat().reply_keyboard?.rows).toEqual([[{ text: '分享', request_contact: true }]]);
  });

  test('deleting twice and answering an unknown tap are fine', async () => {
    const it = await bench();
    const messageId = await it.person.sendText('11010519491231002X');
    const report = await carryOut(it, [
      { kind: 'delete', messageId },
      { kind: 'delete', messageId: 9999 },
      { kind: 'answer', callbackId: '1234567890' },
    ]);
    expect(kinds(report)).toEqual(['sent', 'needless', 'needless']);
    expect(it.person.screen()).not.toContain('1101');
  });

  test('a tap is answered although a message before it has to wait', async () => {
    const it = await bench({ betweenInChatMs: 60_000 });
    await carryOut(it, [{ kind: 'send', view: { html: '请选择', inline: [[BUTTON]] } }]);
    const callbackId = await it.person.tap('好');
    const sending = carryOut(it, [HELLO, { kind: 'answer', callbackId, text: '收到', alert: true }]);
    expect(await it.person.callbackAnswer()).toMatchObject({ text: '收到', show_alert: true });
    expect(it.texts()).toEqual(['请选择']);
    await it.pacing.close();
    expect(await sending).toMatchObject({ unsent: [HELLO] });
  });

  test('an answer to a tap that is too long is cut between characters rather than lost', async () => {
    const it = await bench();
    await carryOut(it, [{ kind: 'send', view: { html: '请选择', inline: [[BUTTON]] } }]);
    const callbackId = await it.person.tap('好');
    await carryOut(it, [{ kind: 'answer', callbackId, text: `长${'𬍛'.repeat(300)}` }]);
    expect((await it.person.callbackAnswer()).text).toBe(`长${'𬍛'.repeat(198)}…`);
  });

  test('a file made on the spot arrives under its name', async () => {
    const it = await bench();
    const base64 = Buffer.from('{"a":1}').toString('base64');
    const effect: Effect = {
      kind: 'file',
      name: 'data.json',
      mimeType: 'application/json',
      base64,
      captionHtml: '<b>数据</b>',
    };
    expect(kinds(await carryOut(it, [effect]))).toEqual(['sent']);
    expect(it.person.lastMessage()).toMatchObject({ caption: '数据', document: { file_name: 'data.json' } });
    expect(Buffer.from(await it.person.download(it.person.lastMessage())).toString()).toBe('{"a":1}');
  });
});

describe('when sending goes wrong', () => {
  test('a 429 is waited for, and then everything goes out once and in order', async () => {
    const it = await bench();
    it.spoil('sendMessage', { kind: 'too_many_requests', retry_after: 0.05 }, 2);
    expect(kinds(await carryOut(it, [HELLO, BYE]))).toEqual(['sent', 'sent']);
    expect(it.texts()).toEqual(['你好', '再见']);
  });

  test('a 429 that asks for longer than people wait is left for later', async () => {
    const it = await bench();
    it.spoil('sendMessage', { kind: 'too_many_requests', retry_after: 600 });
    expect(await carryOut(it, [HELLO, BYE])).toMatchObject({ unsent: [HELLO, BYE], lastMessageId: null });
    expect(it.methods()).toEqual(['sendMessage']);
  });

  test('a server out of order is tried again, with growing pauses', async () => {
    const it = await bench();
    const pauses: number[] = [];
    it.spoil('sendMessage', { kind: 'server_error' }, 2);
    expect(kinds(await carryOut(it, [HELLO], pauses))).toEqual(['sent']);
    expect(pauses).toEqual([300, 1000]);
    expect(it.texts()).toEqual(['你好']);
  });

  test('when it stays out of order, what did not go out is handed back and nothing overtakes it', async () => {
    const it = await bench();
    it.spoil('sendMessage', { kind: 'server_error' }, 4);
    const report = await carryOut(it, [HELLO, BYE, { kind: 'action', action: 'typing' }]);
    expect(report.unsent).toEqual([HELLO, BYE]);
    expect(it.texts()).toEqual([]);
    expect(kinds(await carryOut(it, report.unsent))).toEqual(['sent', 'sent']);
    expect(it.texts()).toEqual(['你好', '再见']);
  });

  test('when nobody is there, it is all handed back', async () => {
    const it = await bench();
    await it.sandbox.close();
    expect(await carryOut(it, [HELLO])).toMatchObject({ unsent: [HELLO], outcomes: [{ kind: 'not-sent' }] });
  });

  test('a message whose answer got lost is not sent twice, and the next one goes out', async () => {
    const it = await bench();
    it.spoil('sendMessage', { kind: 'accept_then_drop' });
    const report = await carryOut(it, [HELLO, BYE]);
    expect(kinds(report)).toEqual(['unknown', 'sent']);
    expect(report.unsent).toEqual([]);
    expect(it.texts()).toEqual(['你好', '再见']);
  });

  test('an edit, a deletion and an answer whose answer got lost are simply done again', async () => {
    const it = await bench();
    const { lastMessageId } = await carryOut(it, [{ kind: 'send', view: { html: '你好', inline: [[BUTTON]] } }]);
    const callbackId = await it.person.tap('好');
    const messageId = await it.person.sendText('秘密');
    for (const method of ['editMessageText', 'deleteMessage', 'answerCallbackQuery']) {
      it.spoil(method, { kind: 'accept_then_drop' });
    }
    const report = await carryOut(it, [
      { kind: 'edit', messageId: lastMessageId ?? 0, view: { html: '改了' } },
      { kind: 'delete', messageId },
      { kind: 'answer', callbackId },
    ]);
    expect(kinds(report)).not.toContain('unknown');
    expect(report.unsent).toEqual([]);
    expect(it.texts()).toEqual(['改了']);
  });

  test('somebody who blocks the bot is tried once', async () => {
    const it = await bench();
    await it.person.block();
    const report = await carryOut(it, [HELLO, BYE]);
    expect(report).toMatchObject({ blocked: true, unsent: [] });
    expect(it.methods()).toEqual(['sendMessage']);
  });

  test('a message that Telegram finds faulty keeps the others from nothing', async () => {
    const it = await bench();
    const report = await carryOut(it, [{ kind: 'send', view: { html: '<b>open' } }, BYE]);
    expect(report.outcomes).toMatchObject([{ kind: 'refused', reason: 'bad-request' }, { kind: 'sent' }]);
  });
});
