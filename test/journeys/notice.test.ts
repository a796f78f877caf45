import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Journey, startJourney } from './journey.ts';
import { agree, holder, labels, link, tapFor } from './ways.ts';

let journey: Journey;
beforeEach(async () => {
  journey = await startJourney();
});
afterEach(() => journey.close());

test('the notice comes page by page, and can be agreed to on its last page only', async () => {
  const person = await link(journey, 1001);
  const first = person.lastMessage();
  expect(first.text).toMatch(/第 1\/[3-6] 页/);
  expect(labels(first)).toEqual(['下一页 ›']);
  await agree(person);
});

test('nothing but help, language, privacy, questions and checking opens before agreeing', async () => {
  const person = await link(journey, 1001);
  for (const command of ['/certificates', '/endorsements', '/start']) {
    await person.sendText(command);
    await person.waitForText('服务须知');
  }
  for (const [command, words] of [
    ['/help', '使用帮助'],
    ['/faq', '常见问题'],
    ['/privacy', '我的数据与隐私'],
    ['/language', '请选择语言'],
    ['/cancel', '没有正在进行的操作'],
  ] as const) {
    await person.sendText(command);
    await person.waitForText(words);
  }
  await person.sendDocument({ file_name: 'x.pdf', mime_type: 'application/pdf', bytes: Buffer.from('%PDF-1.4') });
  await expect(person.waitForText(/不是|未能|无法/)).resolves.toBeDefined();
});

test('declining says what that means and whom to ask, and can be taken back', async () => {
  const person = await link(journey, 1001);
  while (!person.screen().includes('[ 同意 ]')) {
    const before = person.lastMessage().text;
    await person.tap(/下一页/);
    await person.waitFor(() => person.lastMessage().text !== before);
  }
  const declined = await tapFor(person, '不同意', '您选择了不同意');
  expect(declined.text).toContain('400-000-0000');
  await tapFor(person, '重新阅读须知', '服务须知');
  await agree(person);
});

test('agreeing is recorded with version, language and the hash of the text', async () => {
  const person = await holder(journey, 1001);
  const agreements = await journey.storage.transact(async (tx) => {
    const account = await tx.accounts.findByUser(person.person.id);
    const active = account && (await tx.links.activeOfAccount(account.id));
    return active ? tx.agreements.ofHolder(active.holderId) : [];
  });
  expect(agreements).toMatchObject([
    { version: '2026-11-01', language: 'zh-CN', channel: 'telegram', agreedAt: journey.clock.now() },
  ]);
  expect(agreements[0]?.textHash).toMatch(/^[0-9a-f]{64}$/);
});

test('a new version is asked for before the next action, which then goes on', async () => {
  const person = await holder(journey, 1001);
  await journey.publish('2026-12-01');
  await tapFor(person, /建造师/, '新版须知');
  await expect(tapFor(person, '同意', '证书信息')).resolves.toBeDefined();
});

test('a new version in the middle of a request interrupts it and loses nothing', async () => {
  const person = await holder(journey, 1001);
  await tapFor(person, /建造师/, '证书信息');
  await tapFor(person, '申请加注', '核对信息');
  await tapFor(person, /信息无误/, '有效期');
  await journey.publish('2026-12-01');
  await tapFor(person, /推荐/, '新版须知');
  await tapFor(person, '同意', '确认提交');
  await expect(tapFor(person, '提交加注申请', '证书生成中')).resolves.toBeDefined();
});

test('a version that changed while it was read is asked for anew', async () => {
  const person = await holder(journey, 1001);
  await journey.publish('2026-12-01');
  await tapFor(person, /建造师/, '新版须知 2026-12-01');
  await journey.publish('2026-12-02');
  await tapFor(person, '同意', '新版须知 2026-12-02');
  await expect(tapFor(person, '同意', '证书信息')).resolves.toBeDefined();
});
