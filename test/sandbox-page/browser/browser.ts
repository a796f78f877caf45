import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, expect, onTestFinished } from 'vitest';
import { type Playing, play } from '../play-bot.ts';
import { bubbleTexts } from './probes.js';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 800 };

let browser: Browser | undefined;
afterAll(() => browser?.close());

/** A Chromium; `more` are arguments of its command line. */
export function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: [...ARGUMENTS, ...more] });
}

/** The chat page in a browser of its own, on a sandbox with the play bot. Errors in its console fail the test. */
export async function openPage(path = '/', options: BrowserContextOptions = {}): Promise<{ page: Page } & Playing> {
  const playing = await play();
  onTestFinished(() => playing.stop());
  return { page: await openAt(playing.sandbox.url + path, options), ...playing };
}

/** Opens an address; errors in the console but those that `expected` names fail the test. */
export async function openAt(
  url: string,
  options: BrowserContextOptions = {},
  expected = /^$/,
  from?: Browser,
): Promise<Page> {
  const errors: string[] = [];
  const context = await (from ?? (browser ??= await launchBrowser())).newContext({
    viewport: DESKTOP,
    locale: 'zh-CN',
    ...options,
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (entry) => entry.type() === 'error' && errors.push(entry.text()));
  onTestFinished(async () => {
    await context.close();
    expect(errors.filter((error) => !expected.test(error))).toEqual([]);
  });
  await page.goto(url);
  return page;
}

export const CHAT = '/?bot=play_bot&person=601';

/** Types a message and presses Enter. */
export async function say(page: Page, text: string): Promise<void> {
  await page.locator('#message-input').fill(text);
  await page.locator('#message-input').press('Enter');
}

/** Presses Start and waits for the greeting. */
export async function startChat(page: Page): Promise<void> {
  await page.getByRole('button', { name: '开始', exact: true }).click();
  await inLog(page, '这里是证书加注。').waitFor();
}

/** The latest place in the conversation where a text stands. */
export function inLog(page: Page, text: string): Locator {
  return page.getByRole('log').getByText(text).last();
}

/** What stands in the conversation, top to bottom, without the times. */
export function bubbles(page: Page): Promise<string[]> {
  return page.evaluate(bubbleTexts);
}
