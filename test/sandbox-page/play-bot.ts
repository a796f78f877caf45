import { Bot, InlineKeyboard, InputFile, Keyboard } from 'grammy';
import type { Person } from '../../bot/sandbox/chat-api.ts';
import { MovableClock } from '../../bot/sandbox/movable-clock.ts';
import { type Sandbox, startSandbox } from '../../bot/sandbox/sandbox.ts';
import { instant } from '../../engine/time/instant.ts';

const PLAY_BOT = { token: '7001:test-token-of-the-play-bot', username: 'play_bot', name: '证书加注' };

const FANG: Person = {
  id: 601,
  first_name: '芳',
  last_name: '王',
  language_code: 'zh-hans',
  phone_number: '8613800100001',
  bot: PLAY_BOT.username,
  about: '执业药师,还没有绑定',
  hints: [
    { label: '证件号码', value: '11010519491231002X' },
    { label: '姓名', value: '王芳' },
  ],
};
const MARIA: Person = {
  id: 602,
  first_name: 'Maria',
  last_name: 'Lopez',
  language_code: 'en',
  phone_number: '34600100200',
  bot: PLAY_BOT.username,
};
/** Whatever of this reaches a parser as markup runs. */
export const HOSTILE = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
const MALLORY: Person = {
  id: 603,
  first_name: HOSTILE,
  language_code: 'zh-hans',
  phone_number: '8613800100003',
  bot: PLAY_BOT.username,
  about: HOSTILE,
  hints: [{ label: HOSTILE, value: HOSTILE }],
};

/** 2026-03-02 10:00 in Beijing. */
const START = instant(Date.UTC(2026, 2, 2, 2));

/** A PDF that readers open: one empty page. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
`;

export interface Playing {
  sandbox: Sandbox;
  bot: Bot;
  stop(): Promise<void>;
}

/** A sandbox with a bot that does, one by one, everything the chat page must show. */
export async function play(port = 0): Promise<Playing> {
  const clock = MovableClock.frozenAt(START);
  const remind = async (): Promise<void> => {
    if (!sandbox.transcript().some(({ person }) => person === FANG.id)) return;
    await bot.api.sendMessage(FANG.id, '⏰ 你的加注件还有 <b>7 天</b>到期。', { parse_mode: 'HTML' });
  };
  const sandbox = await startSandbox({
    clock,
    port,
    bots: [PLAY_BOT],
    people: [FANG, MARIA, MALLORY],
    onClockMoved: remind,
  });
  const bot = new Bot(PLAY_BOT.token, { client: { apiRoot: sandbox.apiRoot } });
  addCommands(bot);
  addCallbacks(bot);
  bot.on('message:contact', (ctx) =>
    ctx.reply(`收到 +${ctx.message.contact.phone_number}`, { reply_markup: { remove_keyboard: true } }),
  );
  bot.on('message:document', (ctx) => ctx.reply(`文件 ${ctx.message.document.file_name}`));
  bot.on('message:sticker', (ctx) => ctx.reply(`贴纸 ${ctx.message.sticker.emoji}`));
  bot.on('message:text', (ctx) => ctx.reply(`回声:${ctx.message.text}`));
  await describe(bot);
  await new Promise<void>((resolve, reject) => {
    bot.start({ onStart: () => resolve() }).catch(reject);
  });
  return {
    sandbox,
    bot,
    async stop() {
      await bot.stop();
      await sandbox.close();
    },
  };
}

async function describe(bot: Bot): Promise<void> {
  await bot.api.setMyDescription('为职业资格证书申请有期限的签名 PDF 加注件。\n\n绑定本人身份后即可使用。');
  await bot.api.setMyDescription('Time-limited, signed copies of your certificate.', { language_code: 'en' });
  await bot.api.setMyCommands([
    { command: 'start', description: '重新开始' },
    { command: 'rich', description: '带格式的文字' },
    { command: 'pdf', description: '一份 PDF' },
  ]);
  await bot.api.setMyCommands([{ command: 'start', description: 'Start again' }], { language_code: 'en' });
}

function addCommands(bot: Bot): void {
  bot.command('start', (ctx) => {
    const code = ctx.match ? `,代码 <code>${ctx.match}</code>` : '';
    const buttons = new InlineKeyboard()
      .text('开始绑定', 'edit')
      .primary()
      .row()
      .text('提示', 'toast')
      .text('说明', 'alert');
    return ctx.reply(`<b>你好,${escape(ctx.from?.first_name ?? '')}</b>${code}\n这里是证书加注。`, {
      parse_mode: 'HTML',
      reply_markup: buttons,
    });
  });
  bot.command('rich', (ctx) =>
    ctx.reply(
      '<b>粗</b> <i>斜</i> <u>下划</u> <s>删</s> <code>代码</code> <tg-spoiler>藏起来的字</tg-spoiler> ' +
        '<a href="https://example.org/guide">说明</a> https://example.org/x /pdf\n<pre>一行\n两行</pre><blockquote>引文</blockquote>',
      { parse_mode: 'HTML' },
    ),
  );
  bot.command('pdf', (ctx) =>
    ctx.replyWithDocument(new InputFile(new TextEncoder().encode(PDF), 'jiazhu-0001.pdf'), {
      caption: '加注件,<b>有效至 2026-05-30</b>',
      parse_mode: 'HTML',
    }),
  );
  bot.command('contact', (ctx) =>
    ctx.reply('请分享你的手机号。', {
      reply_markup: new Keyboard().requestContact('分享手机号').row().text('输入代码').resized().oneTime(),
    }),
  );
  bot.command('buttons', (ctx) =>
    ctx.reply('各种按钮', {
      reply_markup: new InlineKeyboard()
        .text('撤销', 'delete')
        .danger()
        .text('等一等', 'hold')
        .success()
        .row()
        .url('打开网页', 'https://example.org/')
        .copyText('复制编号', 'JZ-0001'),
    }),
  );
  bot.command('typing', (ctx) => ctx.replyWithChatAction('upload_document'));
}

function addCallbacks(bot: Bot): void {
  const held: string[] = [];
  bot.callbackQuery('edit', async (ctx) => {
    await ctx.answerCallbackQuery();
    await ctx.editMessageText('请选择证件类型', { reply_markup: new InlineKeyboard().text('居民身份证', 'toast') });
  });
  bot.callbackQuery('toast', (ctx) => ctx.answerCallbackQuery('已记录'));
  bot.callbackQuery('alert', (ctx) => ctx.answerCallbackQuery({ text: '加注件最长 90 天。', show_alert: true }));
  bot.callbackQuery('delete', async (ctx) => {
    await ctx.answerCallbackQuery();
    await ctx.deleteMessage();
  });
  bot.callbackQuery('hold', (ctx) => void held.push(ctx.callbackQuery.id));
  bot.hears('放行', async () => {
    for (const id of held.splice(0)) await bot.api.answerCallbackQuery(id, { text: '好了' });
  });
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
