import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { bubbles, CHAT, inLog, openPage, say, startChat } from './browser.ts';
import { HOSTILE } from '../play-bot.ts';
import { clipboard, focused, hacked } from './probes.js';

test('an empty chat shows what the bot is for, in the language of the person, and starts with one button', async () => {
  const { page } = await openPage(CHAT);
  await page.getByText('绑定本人身份后即可使用。').waitFor();
  await startChat(page);
  expect(await bubbles(page)).toEqual(['/start', '你好,芳\n这里是证书加注。']);
  await page.getByRole('button', { name: /^Maria Lopez/ }).click();
  await page.getByText('Time-limited, signed copies of your certificate.').waitFor();
});

test('Enter sends, Shift+Enter starts a line, and the answer comes in', async () => {
  const { page } = await openPage(CHAT);
  await startChat(page);
  await page.locator('#message-input').fill('一');
  await page.locator('#message-input').press('Shift+Enter');
  await page.locator('#message-input').pressSequentially('二');
  await page.locator('#message-input').press('Enter');
  await inLog(page, '回声:一').waitFor();
  expect((await bubbles(page)).slice(-2)).toEqual(['一\n二', '回声:一\n二']);
  expect(await page.locator('#message-input').inputValue()).toBe('');
  await page.locator('.message.out').last().getByRole('img', { name: '已读' }).waitFor();
});

test('a tapped button shows progress until the bot answers with a note', async () => {
  const { page } = await openPage(CHAT);
  await startChat(page);
  await say(page, '/buttons');
  const held = page.getByRole('button', { name: '等一等' });
  await held.click();
  await expect.poll(() => held.getAttribute('aria-busy')).not.toBeNull();
  await say(page, '放行');
  await page.getByRole('status').getByText('好了').waitFor();
  await expect.poll(() => held.getAttribute('aria-busy')).toBeNull();
});

test('an answer that must be read comes as a dialog and gives the focus back', async () => {
  const { page } = await openPage(CHAT);
  await startChat(page);
  await page.getByRole('button', { name: '说明' }).click();
  const dialog = page.getByRole('dialog', { name: '证书加注' });
  await dialog.getByText('加注件最长 90 天。').waitFor();
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  expect(await page.evaluate(focused)).toMatchObject({ name: '说明' });
});

test('an edited message changes in its place, is marked, and keeps the focus on its buttons', async () => {
  const { page } = await openPage(CHAT);
  await startChat(page);
  await page.getByRole('button', { name: '开始绑定' }).click();
  await inLog(page, '请选择证件类型').waitFor();
  expect(await bubbles(page)).toEqual(['/start', '请选择证件类型']);
  expect(await page.locator('.message.in .edited').textContent()).toBe('已编辑');
  expect(await page.evaluate(focused)).toMatchObject({ name: '居民身份证' });
});

test('a deleted message fades and is gone', async () => {
  const { page } = await openPage(CHAT);
  await startChat(page);
  await say(page, '/buttons');
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByRole('log').getByText('各种按钮').waitFor({ state: 'detached' });
  expect((await bubbles(page)).at(-1)).toBe('/buttons');
});

test('the phone number is shared after a question only', async () => {
  const { page, sandbox } = await openPage(CHAT);
  await startChat(page);
  await say(page, '/contact');
  const share = page.getByRole('group', { name: '机器人键盘' }).getByRole('button', { name: '分享手机号' });
  await share.click();
  const dialog = page.getByRole('dialog', { name: '分享手机号？' });
  expect(await dialog.getByText('机器人“证书加注”会看到').textContent()).toContain(
    '+86 138 0010 0001'.replaceAll(' ', '\u00a0'),
  );
  await dialog.getByRole('button', { name: '取消' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(sandbox.transcript().some(({ message }) => message?.contact)).toBe(false);
  await share.click();
  await dialog.getByRole('button', { name: '分享' }).click();
  await inLog(page, '收到 +8613800100001').waitFor();
  await share.waitFor({ state: 'hidden' });
});

test('a document opens in a new tab and downloads under its name', async () => {
  const { page } = await openPage(CHAT);
  await startChat(page);
  await say(page, '/pdf');
  const link = page.getByRole('link', { name: '在新标签页打开 jiazhu-0001.pdf' });
  const href = (await link.getAttribute('href')) ?? '';
  const [tab] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
  await tab.close();
  const response = await page.request.get(new URL(href, page.url()).href);
  expect(response.headers()['content-type']).toBe('application/pdf');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载 jiazhu-0001.pdf' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('jiazhu-0001.pdf');
  expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-');
});

test('a person sends a file with a caption, and a sticker', async () => {
  const { page, sandbox } = await openPage(CHAT);
  await startChat(page);
  const file = { name: 'registry.csv', mimeType: 'text/csv', buffer: Buffer.from('姓名\n王芳\n') };
  await page.locator('input[type=file]').setInputFiles(file);
  const dialog = page.getByRole('dialog', { name: '发送文件' });
  await dialog.getByRole('textbox', { name: '添加说明…' }).fill('名单');
  await dialog.getByRole('button', { name: '发送' }).click();
  await inLog(page, '文件 registry.csv').waitFor();
  const sent = sandbox.transcript().find(({ message }) => message?.document)?.message;
  expect(sent).toMatchObject({
    caption: '名单',
    document: { file_name: 'registry.csv', mime_type: 'text/csv', file_size: 14 },
  });
  await page.getByRole('button', { name: '贴纸' }).click();
  await page.getByRole('button', { name: '贴纸 🐼' }).click();
  await inLog(page, '贴纸 🐼').waitFor();
});

test('commands are offered by menu and while typing, in the language of the person', async () => {
  const { page } = await openPage(CHAT);
  await startChat(page);
  await page.getByRole('button', { name: '命令' }).click();
  expect(await page.getByRole('listbox').getByRole('option').allTextContents()).toEqual([
    '/start重新开始',
    '/rich带格式的文字',
    '/pdf一份 PDF',
  ]);
  await page.locator('.log').click({ position: { x: 5, y: 5 } });
  await page.locator('#message-input').fill('/p');
  await page.getByRole('option', { name: '/pdf' }).waitFor();
  await page.keyboard.press('Enter');
  await inLog(page, 'jiazhu-0001.pdf').waitFor();
});

test('formatted text is drawn, hidden text waits for a tap, commands in a text can be tapped', async () => {
  const { page } = await openPage(CHAT);
  await startChat(page);
  await say(page, '/rich');
  const text = page.locator('.message.in .text').last();
  await text.locator('blockquote').waitFor();
  for (const tag of ['strong', 'em', 'u', 's', 'code', 'pre']) expect(await text.locator(tag).count()).toBe(1);
  const link = text.getByRole('link', { name: '说明' });
  expect(await link.getAttribute('href')).toBe('https://example.org/guide');
  expect(await link.getAttribute('rel')).toContain('noopener');
  const cover = text.getByRole('button', { name: '显示隐藏的文字' });
  await cover.click();
  await expect.poll(() => text.locator('.spoiler-shown').textContent()).toBe('藏起来的字');
  await text.getByRole('button', { name: '/pdf' }).click();
  await inLog(page, 'jiazhu-0001.pdf').waitFor();
});

test('a copy button puts its text into the clipboard', async () => {
  const { page } = await openPage(CHAT, { permissions: ['clipboard-read', 'clipboard-write'] });
  await startChat(page);
  await say(page, '/buttons');
  await page.getByRole('button', { name: '复制编号' }).click();
  await page.getByRole('status').getByText('已复制').waitFor();
  expect(await page.evaluate(clipboard)).toBe('JZ-0001');
});

test('hostile texts, names and hints are shown as they are and never run', async () => {
  const { page } = await openPage('/?bot=play_bot&person=603');
  await page.getByRole('button', { name: '开始', exact: true }).click();
  await inLog(page, '这里是证书加注。').waitFor();
  await page.getByRole('button', { name: `填入${HOSTILE}` }).click();
  await page.locator('#message-input').press('Enter');
  await inLog(page, '回声:').waitFor();
  expect((await bubbles(page)).slice(-2)).toEqual([HOSTILE, `回声:${HOSTILE}`]);
  expect(await page.locator('#message-input').inputValue()).toBe('');
  expect(await page.locator('.message img, .person-row img, .card img, script:not([src="main.js"])').count()).toBe(0);
  expect(await page.evaluate(hacked)).toBe(false);
});
