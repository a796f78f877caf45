import { afterEach, beforeEach, expect, test } from 'vitest';
import { DAY_MS } from '../../engine/time/instant.ts';
import { type Journey, startJourney, TOKEN } from './journey.ts';
import { askFor, goToProof, holder, tapFor } from './ways.ts';

let journey: Journey;
beforeEach(async () => {
  journey = await startJourney();
});
afterEach(() => journey.close());

test('what is kept comes as a file, the document number masked', async () => {
  const person = await holder(journey, 1001);
  await person.sendText('/privacy');
  await person.waitForText('我的数据与隐私');
  await person.tap('导出我的数据');
  const file = await person.waitForDocument();
  expect(file.document?.file_name).toBe('jiazhu-data-2026-11-22.json');
  const data: unknown = JSON.parse(Buffer.from(await person.download(file)).toString('utf8'));
  expect(data).toMatchObject({ account: { userId: 1001 }, holder: { documentNumber: '110105********0025' } });
});

test('unlinking asks first; after it nothing of the holder opens', async () => {
  const person = await holder(journey, 1001);
  await person.sendText('/privacy');
  await person.waitForText('我的数据与隐私');
  await tapFor(person, '解除绑定', '确认解除绑定');
  await tapFor(person, '不，返回', '我的数据与隐私');
  await tapFor(person, '解除绑定', '确认解除绑定');
  await tapFor(person, '确认解除绑定', '已解除绑定');
  await person.sendText('/certificates');
  await expect(person.waitForText('请先绑定证书')).resolves.toBeDefined();
});

test('erasing says what stays, and leaves a newcomer', async () => {
  const person = await holder(journey, 1001);
  await askFor(person, /建造师/);
  await journey.work();
  await person.sendText('/privacy');
  await person.waitForText('我的数据与隐私');
  const ask = await tapFor(person, '删除我的数据', '确认删除');
  expect(ask.text).toContain('证书库中的证书信息（由发证机关依法管理）');
  await tapFor(person, '确认删除', '已删除');
  expect(await journey.storage.transact((tx) => tx.accounts.findByUser(1001))).toBeUndefined();
  await person.sendText('/start');
  await tapFor(person, '开始绑定', '第 1 步');
});

test('whoever failed to link keeps the count of it, and is told from when on they can erase it', async () => {
  const person = await goToProof(journey, 1001);
  await person.sendText('AAAAA-AAAAA');
  await person.waitForText('还可尝试 4 次');
  await person.sendText('/privacy');
  await person.waitForText('我的数据与隐私');
  const asked = await tapFor(person, '删除我的数据', '暂时不能删除');
  expect(asked.text).toContain('2026年11月23日');
  await person.tap({ messageId: asked.message_id, data: 'privacy:erase-yes' });
  await person.callbackAnswer();
  expect(await journey.storage.transact((tx) => tx.accounts.findByUser(1001))).toBeDefined();
  await journey.sandbox.advance(DAY_MS);
  await person.sendText('/privacy');
  await person.waitForText('我的数据与隐私');
  await tapFor(person, '删除我的数据', '确认删除');
  await tapFor(person, '确认删除', '已删除');
});

test('erasing at the proof takes its keyboard away', async () => {
  const person = await goToProof(journey, 1001);
  await person.sendText('/privacy');
  await person.waitForText('我的数据与隐私');
  await tapFor(person, '删除我的数据', '确认删除');
  await tapFor(person, '确认删除', '已删除');
  await person.waitFor(({ reply_keyboard }) => !reply_keyboard, { what: 'no keyboard' });
});

test('no identity number, phone, name or token gets into logs, buttons or file names', async () => {
  const person = await holder(journey, 1001);
  await askFor(person, /建造师/);
  await journey.work();
  await person.waitForDocument();
  await person.sendText('/endorsements');
  await person.waitForText('我的加注');
  await tapFor(person, /余 90 天/, '✅ 有效');
  const buttons = journey.sandbox
    .transcript()
    .flatMap(({ message, data }) => [
      data,
      ...(message?.inline_keyboard?.flat() ?? []).map((one) => one.callback_data),
    ]);
  const files = journey.sandbox.transcript().map(({ message }) => message?.document?.file_name);
  const secrets = /110105199003070025|13800000001|林晓雨|1001:journey/;
  expect(JSON.stringify([buttons, files, journey.logged])).not.toMatch(secrets);
  expect(JSON.stringify([buttons, files, journey.logged])).not.toContain(TOKEN);
  for (const data of buttons) expect(Buffer.byteLength(data ?? '')).toBeLessThanOrEqual(64);
});

test('what the bot writes never shows the document number in full, nor the phone', async () => {
  const person = await holder(journey, 1001);
  await askFor(person, /建造师/);
  await journey.work();
  const written = journey.sandbox.transcript().filter(({ message }) => message?.from === 'bot');
  expect(JSON.stringify(written)).not.toMatch(/110105199003070025|13800000001/);
  expect(person.screen()).toContain('林**');
});
