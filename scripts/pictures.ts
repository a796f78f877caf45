// Makes the README's pictures anew: the chat page after a holder got a copy, and the copy itself.
// Needs Chromium (CHROMIUM_PATH, or /usr/bin/chromium) and pdftoppm.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { MovableClock } from '../bot/sandbox/movable-clock.ts';
import { createLogger } from '../bot/telegram/log/create-logger.ts';
import { playToTheCopy } from '../cli/demo/demo-way.ts';
import { loadConfig } from '../cli/project.ts';
import { DEFAULT_POLICY } from '../engine/policy/policy.ts';
import { instant } from '../engine/time/instant.ts';
import { startSandboxService } from '../service/start-sandbox-service.ts';
import { systemRandom } from '../service/system.ts';

const HOLDER = 1001;
const config = { ...loadConfig(), policy: DEFAULT_POLICY };
const scratch = path.join(config.varDir, 'pictures');
const pictures = path.join(path.dirname(import.meta.dirname), 'docs', 'pictures');
mkdirSync(pictures, { recursive: true });

const { sandbox, close } = await startSandboxService({
  config,
  dir: scratch,
  port: 0,
  clock: MovableClock.frozenAt(instant(Date.UTC(2026, 2, 2, 1, 30))),
  random: systemRandom,
  logger: createLogger({ level: 'error' }),
});
const copy = await playToTheCopy(sandbox, HOLDER);

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
});
await picture(browser, 'chat.png', { width: 1280, height: 800 });
await picture(browser, 'chat-phone.png', { width: 390, height: 844 });
await browser.close();
await close();

const pdf = path.join(scratch, copy.fileName);
writeFileSync(pdf, copy.bytes);
execFileSync('pdftoppm', ['-r', '100', '-png', '-singlefile', pdf, path.join(pictures, 'copy')]);

async function picture(from: Browser, name: string, viewport: { width: number; height: number }): Promise<void> {
  const page = await from.newPage({ viewport, locale: 'zh-CN', deviceScaleFactor: 2 });
  await page.goto(`${sandbox.url}/?bot=jiazhu_bot&person=${HOLDER}`);
  await page.getByText('加注件已发送到这里').waitFor();
  await page.evaluate('document.fonts.ready');
  await page.screenshot({ path: path.join(pictures, name) });
  await page.close();
}
