import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Journey, startJourney } from './journey.ts';
import { agree, goToProof, holder, labels, link, tapFor } from './ways.ts';

let journey: Journey;
beforeEach(async () => {
  journey = await startJourney();
});
afterEach(() => journey.close());

async function failOnce(id: number): Promise<string> {
  const person = await goToProof(journey, id);
  await person.sendText('AAAAA-AAAAA');
  const message = await person.waitForText(/未能绑定|暂时不能绑定/);
  return message.text ?? '';
}

test('/start says in one message what this is, with one way to begin and one to ask', async () => {
  const person = journey.person(1001);
  await person.sendText('/start');
  const welcome = await person.waitForText('证书加注服务');
  expect(labels(welcome)).toEqual(['开始绑定', '💬 联系客服']);
  expect(person.chat().messages).toHaveLength(2);
});

test('the number and the name are deleted from the chat once read', async () => {
  const person = await goToProof(journey, 1001);
  await person.waitFor(({ messages }) => messages.every(({ from, text }) => from === 'bot' || text === '/start'));
  expect(person.screen()).not.toContain('110105199003070025');
  expect(person.screen()).toContain('您的消息已从聊天中删除');
});

test('a number that was typed under a picture is deleted from the chat, too', async () => {
  const person = journey.person(1001);
  await person.sendText('/start');
  await person.waitForText('您好');
  await tapFor(person, '开始绑定', '第 1 步');
  await tapFor(person, '居民身份证', '第 2 步');
  const messageId = await person.sendSticker('🪪');
  await person.waitForText('请输入文字');
  const from = { id: 1001, is_bot: false, first_name: '晓雨', language_code: 'zh-hans' };
  const chat = { id: 1001, type: 'private' as const, first_name: '晓雨' };
  const pictured = { message_id: messageId, date: 1, from, chat, photo: [], caption: '110105199003070025' };
  await journey.bot.handle({ update_id: 900_001, message: pictured });
  expect(person.screen()).not.toContain('🪪');
});

test.each([
  ['11010519900307002', '18 位，您输入的是 17 位'],
  ['110105199003070026', '校验码不对'],
  ['11010519900307O025', '17 位数字加 1 位校验码'],
  ['林晓雨', '您输入的是 3 位'],
])('a slip in the identity number (%s) is told at once, and is no failed attempt', async (typed, words) => {
  const person = journey.person(1001);
  await person.sendText('/start');
  await person.waitForText('您好');
  await tapFor(person, '开始绑定', '第 1 步');
  await tapFor(person, '居民身份证', '第 2 步');
  await person.sendText(typed);
  expect((await person.waitForText(words)).text).toContain('不计入错误次数');
  await person.sendText('110105199003070025');
  await person.waitForText('第 3 步');
});

test("a contact of somebody else's, a forwarded one and one without an owner are refused", async () => {
  const person = await goToProof(journey, 1001);
  const tricks = [
    { phone_number: '8613800000001', user_id: 1002 },
    { phone_number: '8613800000001', user_id: null },
    { phone_number: '8613800000001', forwarded: true },
  ];
  for (const trick of tricks) {
    await person.shareContact(trick);
    await person.waitForText('转发的或他人的名片不能使用');
  }
  await person.press(/提供本人手机号码/);
  await expect(person.waitForText('绑定成功')).resolves.toBeDefined();
  await person.waitFor(({ reply_keyboard }) => reply_keyboard === null);
});

test('the answer to an unknown number, a wrong name, a wrong phone and a wrong code is the same', async () => {
  const { documentNumber, name } = journey.knows(1001);
  const attempts = [
    { number: '110105199309090096', name: '吴明', proof: 'phone' },
    { number: documentNumber, name: '林晓', proof: 'phone' },
    { number: journey.knows(1002).documentNumber, name: '王建国', proof: 'phone' },
    { number: documentNumber, name, proof: 'code' },
  ];
  const answers: string[] = [];
  for (const attempt of attempts) {
    const person = journey.person(1001);
    await person.sendText('/start');
    await person.waitForText('您好');
    await tapFor(person, '开始绑定', '第 1 步');
    await tapFor(person, '居民身份证', '第 2 步');
    await person.sendText(attempt.number);
    await person.waitForText('第 3 步');
    await person.sendText(attempt.name);
    await person.waitForText('第 4 步');
    if (attempt.proof === 'code') await person.sendText('ABCDE-23456');
    else await person.shareContact();
    answers.push((await person.waitForText('未能绑定')).text ?? '');
  }
  const same = new Set(answers.map((answer) => answer.replace(/还可尝试 \d 次/, '')));
  expect(same.size).toBe(1);
  expect(answers[0]).toContain('还可尝试 4 次');
  expect(answers[3]).toContain('还可尝试 1 次');
});

test('the fifth failure locks the account and says until when; then it may try again', async () => {
  for (let attempt = 1; attempt <= 4; attempt += 1)
    expect(await failOnce(1001)).toContain(`还可尝试 ${5 - attempt} 次`);
  expect(await failOnce(1001)).toContain('2026年11月23日 10:00');
  const person = journey.person(1001);
  await person.sendText('/start');
  await person.waitForText('您好');
  await tapFor(person, '开始绑定', '暂时不能绑定');
  const alerts = await journey.storage.transact((tx) => tx.alerts.open());
  expect(alerts.map(({ kind }) => kind)).toEqual(['lockout']);
  await journey.advance({ hours: 24 });
  await link(journey, 1001);
});

test('a one-time code works instead of the phone, once', async () => {
  const code = await journey.linkCode(1010);
  const person = await goToProof(journey, 1010);
  await person.press('我有绑定码');
  await person.waitForText('10 位绑定码');
  await person.sendText('ABC');
  await person.waitForText('这不是有效的绑定码');
  await person.sendText(code.toLowerCase());
  await person.waitForText('绑定成功');
  expect(person.screen()).not.toContain(code);
});

test('a code in the link into the chat serves as the proof after number and name', async () => {
  const code = await journey.linkCode(1010);
  const person = journey.person(1010);
  const { documentNumber, name } = journey.knows(1010);
  await person.sendText(`/start ${code.replace('-', '')}`);
  await person.waitForText('您的绑定码已收到');
  await tapFor(person, '居民身份证', '第 2 步');
  await person.sendText(documentNumber);
  await person.waitForText('第 3 步');
  await person.sendText(name);
  await person.waitForText('绑定成功');
  expect(person.chat().reply_keyboard).toBeNull();
});

test('a code that came by a link and still works is kept for another try after a slip in the name', async () => {
  const code = await journey.linkCode(1010);
  const person = journey.person(1010);
  const { documentNumber, name } = journey.knows(1010);
  await person.sendText(`/start ${code.replace('-', '')}`);
  await person.waitForText('您的绑定码已收到');
  for (const [typed, words] of [
    ['林晓雪', '未能绑定'],
    [name, '绑定成功'],
  ] as const) {
    await tapFor(person, '居民身份证', '第 2 步');
    await person.sendText(documentNumber);
    await person.waitForText('第 3 步');
    await person.sendText(typed);
    await person.waitForText(words);
    if (typed !== name) await tapFor(person, '重新填写', '您的绑定码已收到');
  }
});

test('a code that comes by a link while the proof is awaited is the proof', async () => {
  const code = await journey.linkCode(1010);
  const person = await goToProof(journey, 1010);
  await person.sendText(`/start ${code.replace('-', '')}`);
  await expect(person.waitForText('绑定成功')).resolves.toBeDefined();
});

test('linking from a new account unlinks the old one and tells it', async () => {
  const old = await holder(journey, 1001);
  const code = await journey.linkCode(1001);
  journey.sandbox.addPerson({ ...journey.person(1011).person, id: 2001 });
  const { documentNumber, name } = journey.knows(1001);
  const fresh = journey.person(2001);
  await fresh.sendText(`/start ${code.replace('-', '')}`);
  await fresh.waitForText('第 1 步');
  await tapFor(fresh, '居民身份证', '第 2 步');
  await fresh.sendText(documentNumber);
  await fresh.waitForText('第 3 步');
  await fresh.sendText(name);
  await fresh.waitForText('另一个聊天账号已自动解除绑定');
  await journey.work();
  await old.waitForText('本聊天账号的绑定已解除', { before: true });
  await old.sendText('/certificates');
  await expect(old.waitForText('请先绑定证书')).resolves.toBeDefined();
});

test('back leads a step back, cancel ends it and takes the keyboard away', async () => {
  const person = await goToProof(journey, 1001);
  await person.press('取消');
  await person.waitForText('已取消');
  expect(person.chat().reply_keyboard).toBeNull();
  await tapFor(person, '开始绑定', '第 1 步');
  await tapFor(person, '护照', '护照号码');
  await tapFor(person, '‹ 返回', '第 1 步');
});

test('a holder with a Hong Kong permit and a phone from there links in English', async () => {
  const person = journey.person(1005);
  const { documentNumber, name } = journey.knows(1005);
  await person.sendText('/start');
  await person.waitForText('Welcome');
  await tapFor(person, 'Link my certificates', 'step 1 of 4');
  await tapFor(person, 'Hong Kong / Macau Permit', 'step 2 of 4');
  await person.sendText(documentNumber);
  await person.waitForText('step 3 of 4');
  await person.sendText(name.toLowerCase());
  await person.waitForText('step 4 of 4');
  await person.shareContact();
  await expect(person.waitForText('Service notice')).resolves.toBeDefined();
});

test('who is linked already is told so', async () => {
  const person = await link(journey, 1001);
  await agree(person);
  await person.tap({ messageId: person.lastMessage().message_id, data: 'linking:begin' });
  await expect(person.waitForText('已经绑定')).resolves.toBeDefined();
});
