import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { CHAT, DESKTOP, inLog, openPage, PHONE, say, startChat } from './browser.ts';
import { HOSTILE } from '../play-bot.ts';
import { brightness, contrastRatios, focused, heard, sidewaysBoxes, startListening } from './probes.js';

const LONG = `${'x'.repeat(300)} https://example.org/${'y'.repeat(200)} ${'字'.repeat(200)}`;

test.each([320, 360, 390, 430, 760, 1024, 1280, 1600])('nothing scrolls sideways at %i px', async (width) => {
  const { page } = await openPage('/', { viewport: { width, height: 844 } });
  await page.getByRole('button', { name: /^王芳/ }).waitFor();
  expect(await page.evaluate(sidewaysBoxes)).toEqual([]);
  await page.goto(new URL(CHAT, page.url()).href);
  await startChat(page);
  for (const text of ['/rich', '/pdf', '/buttons', LONG, HOSTILE, '/contact']) await say(page, text);
  await inLog(page, '请分享你的手机号。').waitFor();
  expect(await page.evaluate(sidewaysBoxes)).toEqual([]);
  await page.getByRole('button', { name: '分享手机号' }).click();
  expect(await page.evaluate(sidewaysBoxes)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '命令' }).click();
  expect(await page.evaluate(sidewaysBoxes)).toEqual([]);
});

test('a phone shows one column at a time, and back leads to the people', async () => {
  const { page } = await openPage('/', { viewport: PHONE });
  const row = page.getByRole('button', { name: /^王芳/ });
  await row.click();
  await page.getByRole('button', { name: '开始', exact: true }).waitFor();
  expect(await row.isVisible()).toBe(false);
  await page.getByRole('button', { name: '返回聊天列表' }).click();
  await row.waitFor();
  await page.goBack();
  await page.getByRole('button', { name: '开始', exact: true }).waitFor();
});

const TEXTS = [
  '.in .text',
  '.in .meta',
  '.out .text',
  '.out .meta',
  '.in .text a',
  '.out .inline-link',
  '.file-size',
  '.inline-button.plain',
  '.inline-button.primary',
  '.inline-button.danger',
  '.inline-button.success',
  '.bot-status',
  '.group-title',
  '.person-row.open .person-preview',
  '.person-row:not(.open) .person-preview',
  '.person-about',
  '.hint-label',
  '.card-help',
  '.clock-step',
  '.menu-button',
  '.language',
  '.brand-tagline',
];

test.each(['light', 'dark'] as const)('texts are readable in the %s scheme', async (colorScheme) => {
  const { page } = await openPage(CHAT, { colorScheme, viewport: DESKTOP });
  await startChat(page);
  for (const text of ['/rich', '/pdf', '/buttons']) await say(page, text);
  await inLog(page, '各种按钮').waitFor();
  const ratios = await page.evaluate(contrastRatios, TEXTS);
  const poor = Object.entries(ratios).filter(([, value]) => value < 4.5);
  expect(poor).toEqual([]);
});

test('the dark scheme is dark', async () => {
  const { page } = await openPage(CHAT, { colorScheme: 'dark' });
  await startChat(page);
  const surfaces = ['.list-column', '.chat-header', '.in > .bubble', '.side-column'];
  expect(Math.max(...(await page.evaluate(brightness, surfaces)))).toBeLessThan(80);
});

/** Presses Tab until the focus is on something of that name; whether it shows there. */
async function tabTo(page: Page, name: RegExp): Promise<boolean> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    const { name: found, visible } = await page.evaluate(focused);
    if (name.test(found)) return visible;
  }
  throw new Error(`no way to ${name} by Tab`);
}

test('everything can be done with the keyboard alone, and the focus shows', async () => {
  const { page } = await openPage(CHAT);
  await page.getByRole('button', { name: '开始', exact: true }).waitFor();
  expect(await tabTo(page, /^开始$/)).toBe(true);
  await page.keyboard.press('Enter');
  await inLog(page, '这里是证书加注。').waitFor();
  expect(await page.evaluate(focused)).toMatchObject({ id: 'message-input' });
  await page.keyboard.type('/');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await inLog(page, '藏起来的字').waitFor();
  expect(await tabTo(page, /^填入姓名/)).toBe(true);
  await page.keyboard.press('Enter');
  expect(await page.evaluate(focused)).toMatchObject({ id: 'message-input' });
  await page.keyboard.press('Enter');
  await inLog(page, '回声:王芳').waitFor();
  expect(await tabTo(page, /^\+1 天$/)).toBe(true);
  await page.keyboard.press('Space');
  await page.getByRole('region', { name: '沙盒时钟' }).getByText('2026年3月3日星期二').waitFor();
  expect(await tabTo(page, /^跳到消息输入框$/)).toBe(true);
  await page.keyboard.press('Enter');
  expect(await page.evaluate(focused)).toMatchObject({ id: 'message-input' });
});

test('a screen reader is told of new messages, and of each one once', async () => {
  const { page } = await openPage(CHAT);
  await startChat(page);
  const log = page.getByRole('log', { name: '与 证书加注 的聊天记录' });
  expect(await log.getAttribute('aria-live')).toBe('polite');
  await page.evaluate(startListening);
  await say(page, '你好');
  await inLog(page, '回声:你好').waitFor();
  expect(await page.evaluate(heard)).toEqual([expect.stringContaining('你好'), expect.stringContaining('回声:你好')]);
});
