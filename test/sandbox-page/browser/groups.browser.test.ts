import { expect, test } from 'vitest';
import type { GroupOptions } from '../../../bot/sandbox/world/group.ts';
import { inLog, openPage, PHONE, say } from './browser.ts';
import { sidewaysBoxes } from './probes.js';

const GROUP: GroupOptions = {
  id: -1_007_000_000_001,
  title: '客服群',
  bots: ['play_bot'],
  admins: ['play_bot'],
  members: [601, 602],
  isForum: true,
};

test.each([PHONE.width, 1280])(
  'a topic of a group is named, and answered from its message, at %i px',
  async (width) => {
    const { page, sandbox, bot } = await openPage('/', { viewport: { width, height: 844 } });
    sandbox.addGroup(GROUP);
    await page.reload();
    await page.getByRole('button', { name: /^客服群/ }).click();
    const { message_thread_id } = await bot.api.createForumTopic(GROUP.id, '工单 1');
    await bot.api.sendMessage(GROUP.id, '林晓雨：打不开', { message_thread_id });
    await inLog(page, '新话题：工单 1').waitFor();
    await inLog(page, '话题：工单 1').waitFor();
    await page.locator('.message', { hasText: '打不开' }).hover();
    await page.locator('.message', { hasText: '打不开' }).getByRole('button', { name: '回复' }).click();
    await say(page, '请用 PDF 阅读器');
    await inLog(page, '请用 PDF 阅读器').waitFor();
    const { messages } = sandbox.person(601, 'play_bot', GROUP.id).chat();
    const said = messages.find(({ from }) => from === 'person');
    expect(said).toMatchObject({ text: '请用 PDF 阅读器', thread_id: message_thread_id, sender: { name: '芳' } });
    expect(said?.reply_to).toBeDefined();
    expect(await page.locator('.message.out').last().textContent()).toContain('打不开');
    expect(await page.evaluate(sidewaysBoxes)).toEqual([]);
  },
);

test('in a group one is whoever was looked at last, and what the others write stands on the other side', async () => {
  const { page, sandbox } = await openPage('/');
  sandbox.addGroup({ ...GROUP, isForum: false });
  await page.reload();
  await page.getByRole('button', { name: /^Maria Lopez/ }).click();
  await page.getByRole('button', { name: /^客服群/ }).click();
  await page.getByRole('button', { name: '开始', exact: true }).click();
  await sandbox.person(601, 'play_bot', GROUP.id).sendText('我来');
  await page.locator('.message.in', { hasText: '我来' }).getByText('芳').waitFor();
  expect(await page.locator('.message.out').textContent()).toContain('/start');
});
