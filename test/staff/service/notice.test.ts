import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PersonClient } from '../../../bot/sandbox/person-client.ts';
import { publishNoticeFile } from '../../../service/notice/publish-notice-file.ts';
import { readNewestNotice } from '../../../service/notice/notice-files.ts';
import { agree, holder, labels, tapFor } from '../../journeys/ways.ts';
import { type PlayedMember, startStaffJourney, type StaffJourney } from '../staff-journey.ts';

let journey: StaffJourney;
let admin: PlayedMember;
beforeEach(async () => {
  journey = await startStaffJourney();
  admin = await journey.member('admin');
});
afterEach(() => journey.close());

const CHINESE = '服务须知\n\n一、适用范围\n本须知适用于本人调用。';
const ENGLISH = 'Service notice\n\n1. Scope\nFor use by the holder.';

function send(client: PersonClient, file_name: string, text: string): Promise<number> {
  return client.sendDocument({ file_name, mime_type: 'text/plain', bytes: new TextEncoder().encode(text) });
}

async function sendBoth(client: PersonClient): Promise<void> {
  await client.sendText('/notice');
  await client.waitForText('发布新版服务须知');
  await send(client, 'notice.zh-CN.txt', CHINESE);
  await client.waitForText('请再发送英文');
  await send(client, 'notice.en.md', `# Service notice\n\n## 1. Scope\nFor use by the holder.`);
  await client.waitForText(/中文 \d+ 字/);
}

const current = () => journey.storage.transact((tx) => tx.agreements.currentNotice());

async function today(): Promise<string> {
  return journey.deps.zone.dateOf(journey.clock.now());
}

describe('a new service notice', () => {
  test('is sent in two files, looked at, published, and agreed to by holders at their next step', async () => {
    const { client } = admin;
    const person = await holder(journey, 1001);
    await sendBoth(client);
    const version = await today();
    await tapFor(client, `发布 ${version}`, '已发布');
    expect(client.lastMessage().text).toContain('目前有 1 个');
    expect(await current()).toMatchObject({ version, texts: { 'zh-CN': CHINESE, en: ENGLISH } });
    await person.sendText('/certificates');
    await person.waitForText('本须知适用于本人调用');
    await agree(person);
    const [row] = await journey.storage.transact((tx) =>
      tx.staff.audit.search({ about: version }, { offset: 0, limit: 1 }),
    );
    expect(row).toMatchObject({ memberId: admin.member.id, capability: 'publish-notice', facts: { accounts: 1 } });
  });

  test('is shown as holders will see it, and its buttons do nothing there', async () => {
    const { client } = admin;
    await client.sendText('/notice');
    await client.waitForText('发布新版服务须知');
    await send(client, '须知-中文.txt', `${CHINESE}\n\n${'很长的条款。'.repeat(120)}`);
    await client.waitForText('请再发送英文');
    await send(client, 'notice-en.txt', ENGLISH);
    await client.waitForText('预览');
    const seen = await tapFor(client, '简体中文', '第 1/2 页');
    expect(labels(seen)).toEqual(['下一页 ›', '‹ 返回']);
    const last = await tapFor(client, '下一页 ›', '第 2/2 页');
    expect(labels(last)).toEqual(expect.arrayContaining(['同意', '不同意']));
    await client.tap('同意');
    expect((await client.callbackAnswer()).text).toContain('预览');
    await tapFor(client, '‹ 返回', '请先按持证人员');
    expect((await tapFor(client, 'English', 'Scope')).text).toContain('For use by the holder.');
    expect((await current())?.version).toBe('2026-11-01');
  });

  test('is asked about where the names of its files don’t tell the language', async () => {
    const { client } = admin;
    await client.sendText('/notice');
    await client.waitForText('发布新版服务须知');
    await send(client, 'a.txt', ENGLISH);
    await client.waitForText('哪种语言');
    await send(client, 'b.txt', CHINESE);
    await client.waitForText('哪种语言');
    await tapFor(client, 'English', /中文 \d+ 字/);
    await tapFor(client, /^发布/, '已发布');
    expect(await current()).toMatchObject({ texts: { 'zh-CN': CHINESE, en: ENGLISH } });
  });

  test('gets the version that is typed, if it is a later one', async () => {
    const { client } = admin;
    await sendBoth(client);
    await client.sendText('明天');
    await client.waitForText('版本号应为日期');
    await client.sendText('2026-10-01');
    await client.waitForText('须晚于现行版本');
    await client.sendText('2027-01-01');
    await client.waitForText('服务须知 2027-01-01');
    await tapFor(client, '发布 2027-01-01', '已发布');
    expect(await current()).toMatchObject({ version: '2027-01-01' });
  });

  test('is published once by one of two admins; the other’s gets a later version', async () => {
    const other = await journey.member('admin');
    await sendBoth(admin.client);
    await sendBoth(other.client);
    const version = await today();
    await tapFor(admin.client, `发布 ${version}`, '已发布');
    await send(other.client, 'zh.txt', '另一份须知');
    await other.client.waitForText(/中文 \d+ 字/);
    await tapFor(other.client, `发布 ${version}`, '没有发布');
    expect(await current()).toMatchObject({ texts: { 'zh-CN': CHINESE } });
    await tapFor(other.client, `发布 ${version}.1`, '已发布');
    expect(await current()).toMatchObject({ version: `${version}.1`, texts: { 'zh-CN': '另一份须知' } });
  });

  test('is not published by an old button', async () => {
    const { client } = admin;
    await sendBoth(client);
    const message = client.lastMessage();
    const data = message.inline_keyboard?.flat().find(({ text }) => text.startsWith('发布'))?.callback_data ?? '';
    await client.sendText('/cancel');
    await client.waitForText('已取消');
    await client.tap({ messageId: message.message_id, data });
    await client.tap({ messageId: message.message_id, data: data.replace(/~.*/, '') });
    expect((await client.callbackAnswer()).text).toBeDefined();
    expect((await current())?.version).toBe('2026-11-01');
  });

  test.each([
    ['须知.docx', Uint8Array.of(0x50, 0x4b, 3, 4), '不是文本文件'],
    ['empty.txt', new TextEncoder().encode(' \n'), '文件是空的'],
    ['long.txt', new TextEncoder().encode('字'.repeat(20_001)), '文本过长'],
  ])('is not taken from %s', async (file_name, bytes, words) => {
    const { client } = admin;
    await client.sendText('/notice');
    await client.waitForText('发布新版服务须知');
    await client.sendDocument({ file_name, mime_type: '', bytes });
    await client.waitForText(words);
    await client.sendText('这是文本');
    await client.waitForText('请发送文本文件');
  });
});

test('only an admin may publish', async () => {
  const supervisor = await journey.member('supervisor');
  await supervisor.client.sendText('/notice');
  await supervisor.client.waitForText('没有这项权限');
});

test('a service whose folder has the older notice starts with the one that was published from the chat', async () => {
  await sendBoth(admin.client);
  await tapFor(admin.client, /^发布/, '已发布');
  const folder = new URL('../../../data/notice', import.meta.url).pathname;
  const version = await today();
  expect(await publishNoticeFile(journey.storage, await readNewestNotice(folder, journey.clock.now()))).toBe(version);
  expect(await current()).toMatchObject({ version });
});
