import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PersonClient } from '../../../bot/sandbox/person-client.ts';
import { type Journey, startJourney } from '../journey.ts';
import { goToProof, holder, tapFor } from '../ways.ts';

let journey: Journey;
beforeEach(async () => {
  journey = await startJourney();
});
afterEach(() => journey.close());

async function atLastDay(): Promise<PersonClient> {
  const person = await holder(journey, 1001);
  await tapFor(person, /建造师/, '证书信息');
  await tapFor(person, '申请加注', '核对信息');
  await tapFor(person, /信息无误/, '有效期');
  await tapFor(person, '自行填写最后一天', '请输入有效期的最后一天');
  return person;
}

test('commands work from every step and lead back to it', async () => {
  const person = await atLastDay();
  for (const [command, words] of [
    ['/help', '使用帮助'],
    ['/faq', '常见问题'],
    ['/privacy', '我的数据与隐私'],
    ['/language', '请选择语言'],
  ] as const) {
    await person.sendText(command);
    await person.waitForText(words);
    await tapFor(person, '继续刚才的步骤', '请输入有效期的最后一天');
  }
  await person.sendText('/start');
  await person.waitForText('还没有完成');
  await tapFor(person, '继续刚才的步骤', '请输入有效期的最后一天');
  await person.sendText('/cancel');
  await expect(person.waitForText('已取消')).resolves.toBeDefined();
});

test('stickers, contacts and text where a tap is expected keep the step and say what is expected', async () => {
  const person = await holder(journey, 1001);
  await tapFor(person, /建造师/, '证书信息');
  await tapFor(person, '申请加注', '核对信息');
  await person.sendSticker();
  await person.waitForText(/请点击下面的按钮选择[^]*核对信息/);
  await person.sendText('对的');
  await person.waitForText(/请点击下面的按钮选择[^]*核对信息/);
  await person.shareContact();
  await person.waitForText(/现在不需要手机号码[^]*核对信息/);
  await expect(tapFor(person, /信息无误/, '有效期')).resolves.toBeDefined();
});

test('a sticker in the middle of linking keeps the step', async () => {
  const person = await goToProof(journey, 1001);
  await person.sendSticker();
  await person.waitForText(/请点击下方|输入绑定码/);
  await person.press(/提供本人手机号码/);
  await expect(person.waitForText('绑定成功')).resolves.toBeDefined();
});

test('a command after the proof has expired says so and takes its keyboard away', async () => {
  const person = await goToProof(journey, 1001);
  await journey.advance({ hours: 24 });
  await person.sendText('/help');
  await person.waitForText('使用帮助');
  expect(person.screen()).toContain('已自动取消');
  expect(person.chat().reply_keyboard).toBeNull();
});

test('text out of place gets an answer with the way on', async () => {
  const person = await holder(journey, 1001);
  await person.sendText('你好');
  await person.waitForText(/没有明白[^]*请选择要办理的事项/);
  await person.sendText('/nonsense');
  await expect(person.waitForText('没有这个指令')).resolves.toBeDefined();
});

test('an identity number typed where none was asked for is deleted, and that is said', async () => {
  const person = await holder(journey, 1001);
  for (const typed of [
    '我的身份证号是110105199003070025。',
    '１１０１０５ １９９００３０７ ００２５',
    '/start 110105199003070025',
    '/110105199003070025',
    '/110105 19900307 0025',
  ]) {
    await person.sendText(typed);
    await person.waitFor(({ messages }) => messages.every(({ text }) => text !== typed), { what: 'no number' });
  }
  expect(person.screen()).toContain('已从聊天中删除');
});

test('the language switches at once, in the middle of a step', async () => {
  const person = await atLastDay();
  await person.sendText('/language');
  await person.waitForText('请选择语言');
  await tapFor(person, 'English', 'Please type the last day');
  await person.sendText('19 Feb 2027');
  await person.waitForText('step 3 of 3: confirm');
  await person.sendText('/language');
  await person.waitForText('Please choose');
  await expect(tapFor(person, '简体中文', '确认提交')).resolves.toBeDefined();
});

test('the keyboard of the proof changes its language as well', async () => {
  const person = await goToProof(journey, 1001);
  await person.sendText('/language');
  await person.waitForText('请选择语言');
  await tapFor(person, 'English', 'step 4 of 4');
  await person.waitFor(({ reply_keyboard }) => reply_keyboard?.rows[0]?.[0]?.text.includes('Share my own'));
  await person.press(/Share my own/);
  await expect(person.waitForText('Linked')).resolves.toBeDefined();
});

test('a button of an earlier step says so, loses its message the buttons and shows where the person is', async () => {
  const person = await holder(journey, 1001);
  await tapFor(person, /建造师/, '证书信息');
  const details = await tapFor(person, '申请加注', '核对信息');
  const old = details.inline_keyboard?.[0]?.[0]?.callback_data ?? '';
  await person.sendText('/start');
  await person.waitForText('还没有完成');
  await tapFor(person, '继续刚才的步骤', '核对信息');
  await tapFor(person, /信息无误/, '有效期');
  await person.tap({ messageId: details.message_id, data: old });
  expect((await person.callbackAnswer()).text).toContain('之前的步骤');
  await person.waitForText('有效期');
  const stripped = await person.waitFor(({ messages }) =>
    messages.find(({ message_id, inline_keyboard }) => message_id === details.message_id && !inline_keyboard),
  );
  expect(stripped.text).toContain('核对信息');
});

test('tapping a step twice shows the next one once', async () => {
  const person = await holder(journey, 1001);
  await tapFor(person, /建造师/, '证书信息');
  const details = await tapFor(person, '申请加注', '核对信息');
  const data = details.inline_keyboard?.[0]?.[0]?.callback_data ?? '';
  const before = person.chat().messages.length;
  const taps = await Promise.all([1, 2, 3].map(() => person.tap({ messageId: details.message_id, data })));
  for (const tap of taps) await person.callbackAnswer(tap);
  await person.waitForText('有效期');
  expect(person.chat().messages).toHaveLength(before);
});

test('what was begun expires after a day, and that is said kindly', async () => {
  const person = await goToProof(journey, 1001);
  await journey.advance({ hours: 25 });
  await person.sendText('ABCDE-23456');
  await person.waitForText('为保护您的信息已自动取消');
  expect(person.chat().reply_keyboard).toBeNull();
  await tapFor(person, '开始绑定', '第 1 步');
  await journey.advance({ hours: 25 });
  await tapFor(person, '护照', '已自动取消');
});

test('somebody who blocked the bot and came back is answered', async () => {
  const person = await holder(journey, 1001);
  await person.block();
  await person.unblock();
  await person.sendText('/start');
  await expect(person.waitForText('请选择要办理的事项')).resolves.toBeDefined();
});

test('an identity number that was edited into a message goes as well', async () => {
  const person = await holder(journey, 1001);
  const messageId = await person.sendText('hello');
  await person.waitForText('没有明白');
  const from = { id: 1001, is_bot: false, first_name: '晓雨', language_code: 'zh-hans' };
  const chat = { id: 1001, type: 'private' as const, first_name: '晓雨' };
  const edited = { message_id: messageId, date: 1, edit_date: 2, from, chat };
  await journey.bot.handle({ update_id: 900_001, edited_message: { ...edited, text: 'hello again' } });
  expect(person.screen()).toContain('hello');
  await journey.bot.handle({ update_id: 900_002, edited_message: { ...edited, text: '11010519491231002X' } });
  expect(person.screen()).not.toContain('hello');
  expect(person.lastMessage().text).toContain('已从聊天中删除');
});
