import { expect, onTestFinished, test } from 'vitest';
import { bubbles, CHAT, inLog, openAt, openPage, PHONE, say, startChat } from './browser.ts';
import { play } from '../play-bot.ts';

test('the clock moves by buttons and by a number, and what the bot then sends arrives', async () => {
  const { page } = await openPage(CHAT);
  await startChat(page);
  const clock = page.getByRole('region', { name: '沙盒时钟' });
  await clock.getByText('2026年3月2日星期一').waitFor();
  await clock.getByRole('button', { name: '+7 天' }).click();
  await clock.getByText('2026年3月9日星期一').waitFor();
  await inLog(page, '你的加注件还有 7 天到期。').waitFor();
  await clock.getByRole('spinbutton', { name: '自定' }).fill('5');
  await clock.getByRole('combobox', { name: '单位' }).selectOption('小时');
  await clock.getByRole('button', { name: '前进' }).click();
  await clock.getByText('15:00').waitFor();
  expect(await page.locator('.day').allTextContents()).toEqual(['3月2日', '今天']);
});

test('what the person knows is filled in by one tap, on a phone too', async () => {
  const { page } = await openPage(CHAT, { viewport: PHONE });
  await startChat(page);
  await page.getByRole('button', { name: '填入证件号码' }).click();
  expect(await page.locator('#message-input').inputValue()).toBe('11010519491231002X');
  await page.getByRole('button', { name: '你是 王芳' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '填入姓名' }).click();
  await expect.poll(() => page.locator('#message-input').inputValue()).toBe('王芳');
});

test('a deep link starts the bot with its code once, and a reload does not repeat it', async () => {
  const { page } = await openPage('/?start=LINK-7_x&bot=play_bot&person=601');
  await inLog(page, 'LINK-7_x').waitFor();
  await expect.poll(() => bubbles(page)).toEqual(['/start LINK-7_x', '你好,芳,代码 LINK-7_x\n这里是证书加注。']);
  await page.reload();
  await inLog(page, 'LINK-7_x').waitFor();
  expect(await bubbles(page)).toHaveLength(2);
});

test('a blocked bot leaves one button, and unblocking gives the input back', async () => {
  const { page, bot } = await openPage(CHAT);
  await startChat(page);
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('button', { name: '屏蔽机器人' }).click();
  const unblock = page.getByRole('button', { name: '解除屏蔽' });
  await unblock.waitFor();
  await expect(bot.api.sendMessage(601, 'x')).rejects.toThrow('blocked by the user');
  await unblock.click();
  await say(page, '回来了');
  await inLog(page, '回声:回来了').waitFor();
});

test('messages to somebody else are counted until their chat is opened', async () => {
  const { page, sandbox } = await openPage(CHAT);
  await page.getByText('绑定本人身份后即可使用。').waitFor();
  await sandbox.person(602).sendText('hello');
  const row = page.getByRole('button', { name: /^Maria Lopez/ });
  await row.getByLabel('1 条未读').waitFor();
  await row.click();
  await inLog(page, '回声:hello').waitFor();
  expect(await row.getByLabel('1 条未读').count()).toBe(0);
});

test('while the sandbox is away a banner says so, and once it is back the page shows what is there now', async () => {
  const first = await play();
  const port = Number(new URL(first.sandbox.url).port);
  // The browser itself reports the connections that were refused meanwhile.
  const page = await openAt(first.sandbox.url + CHAT, {}, /net::ERR_/);
  await startChat(page);
  await first.stop();
  await page.getByText('与沙盒的连接断了').waitFor();
  await say(page, '听得到吗');
  await page.getByText('没有成功').waitFor();
  expect(await page.locator('#message-input').inputValue()).toBe('听得到吗');
  const second = await play(port);
  onTestFinished(() => second.stop());
  await page.getByText('与沙盒的连接断了').waitFor({ state: 'hidden' });
  await startChat(page);
  expect(await bubbles(page)).toHaveLength(2);
});

test('the page speaks the language of the browser, and the switch is remembered', async () => {
  const { page } = await openPage(CHAT, { locale: 'en-GB' });
  await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('button', { name: '开始', exact: true }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: '开始', exact: true }).waitFor();
});
