import { InlineKeyboard, InputFile, Keyboard } from 'grammy';
import { expect, test } from 'vitest';
import { grammyBot, LI, polling, start } from './start.ts';

test('a person and a polling bot talk: text, buttons, edits, files, contact', async () => {
  const { sandbox } = await start();
  const bot = grammyBot(sandbox);
  bot.command('start', (ctx) =>
    ctx.reply('<b>欢迎</b>', { parse_mode: 'HTML', reply_markup: new InlineKeyboard().text('继续', 'go') }),
  );
  bot.callbackQuery('go', async (ctx) => {
    await ctx.answerCallbackQuery('好');
    await ctx.editMessageText('请分享号码');
    await ctx.reply('↓', { reply_markup: new Keyboard().requestContact('分享').oneTime() });
  });
  bot.on(':contact', (ctx) =>
    ctx.replyWithDocument(new InputFile(Buffer.from('%PDF-1.7'), 'copy.pdf'), {
      caption: ctx.msg.contact.phone_number,
    }),
  );
  await polling(bot);

  const li = sandbox.person(LI.id);
  await li.sendText('/start');
  const welcome = await li.waitForText('欢迎');
  expect(welcome.entities).toEqual([{ type: 'bold', offset: 0, length: 2 }]);
  await li.tap('继续');
  expect(await li.callbackAnswer()).toMatchObject({ text: '好', show_alert: false });
  await li.waitForText('请分享号码');
  await li.waitForText('↓');
  await li.press('分享');
  expect(li.chat().reply_keyboard).toBeNull();
  const document = await li.waitForDocument();
  expect(document).toMatchObject({
    caption: LI.phone_number,
    document: { file_name: 'copy.pdf', mime_type: 'application/pdf' },
  });
  expect(Buffer.from(await li.download(document)).toString()).toBe('%PDF-1.7');
});
