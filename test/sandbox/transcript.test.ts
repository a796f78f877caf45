import { InputFile } from 'grammy';
import { expect, test } from 'vitest';
import { createTranscriptRenderer } from '../../bot/sandbox/render-transcript.ts';
import { displayWidth, wrapToWidth } from '../../bot/sandbox/display-width.ts';
import { grammyBot, LI, result, startWithLi } from './start.ts';

const STYLE = {
  columns: 60,
  colour: false,
  zone: 'Asia/Shanghai',
  botName: () => '加注',
  personName: () => '李丽',
};

test('a conversation is drawn with the bot on the left and the person on the right', async () => {
  const { sandbox, li, clock } = await startWithLi();
  const render = createTranscriptRenderer(STYLE);
  const to = { chat_id: LI.id };
  const reply_markup = {
    inline_keyboard: [
      [
        { text: '同意', callback_data: 'y' },
        { text: '不同意', callback_data: 'n' },
      ],
    ],
  };
  await result(sandbox, 'sendMessage', { ...to, text: '欢迎！', reply_markup });
  const callback_query_id = await li.tap('同意');
  await result(sandbox, 'answerCallbackQuery', { callback_query_id, text: '已记录' });
  await result(sandbox, 'editMessageText', { ...to, message_id: 2, text: '谢谢。' });
  clock.advance(24 * 3_600_000);
  await result(sandbox, 'deleteMessage', { ...to, message_id: 1 });
  await grammyBot(sandbox).api.sendDocument(LI.id, new InputFile(Buffer.alloc(2345), 'copy.pdf'), {
    caption: '加注件',
  });
  expect(sandbox.transcript().map(render).join('')).toBe(DRAWN);
});

const DRAWN = `
──────────────────────── 2026-03-02 ────────────────────────

                                                李丽 10:00
                                                    /start ▌

加注 10:00
▌ 欢迎！
▌ [ 同意 ] [ 不同意 ]

                                                李丽 10:00
                                                   👆 同意 ▌

加注 10:00
▌ 💬 已记录
▌ ✎
▌ 谢谢。

──────────────────────── 2026-03-03 ────────────────────────
                                                  ✕ /start ▌

加注 10:00
▌ 📄 copy.pdf (2.3 kB)
▌ 加注件
`;

test('each entry reaches those who listen as it happens', async () => {
  const { sandbox, li } = await startWithLi();
  const seen: string[] = [];
  const stop = sandbox.onTranscript(({ what }) => seen.push(what));
  await li.sendText('a');
  stop();
  await li.sendText('b');
  expect(seen).toEqual(['message']);
});

test('widths count Chinese characters and emoji double', () => {
  expect(displayWidth('加注 ok，👍')).toBe(4 + 1 + 2 + 2 + 2);
  expect(displayWidth('é')).toBe(1);
});

test('lines break between Chinese characters and at spaces', () => {
  expect(wrapToWidth('加注件已过期，请重申', 12)).toEqual(['加注件已过', '期，请重申']);
  expect(wrapToWidth('加注件已（重新）申请', 10)).toEqual(['加注件已', '（重新）申', '请']);
  expect(wrapToWidth('valid for ninety days', 10)).toEqual(['valid for', 'ninety', 'days']);
  expect(wrapToWidth('abcdefghijkl', 5)).toEqual(['abcde', 'fghij', 'kl']);
  expect(wrapToWidth('a\n\nb', 5)).toEqual(['a', '', 'b']);
});
