// Makes the README's pictures anew: the chat after a holder got a copy, the copy, the verification page, the staff's
// chat. Needs Chromium (CHROMIUM_PATH, or /usr/bin/chromium) and pdftoppm.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { MovableClock } from '../bot/sandbox/movable-clock.ts';
import { createLogger } from '../bot/telegram/log/create-logger.ts';
import { loadConfig } from '../cli/project.ts';
import { DEFAULT_POLICY } from '../engine/policy/policy.ts';
import { instant } from '../engine/time/instant.ts';
import { SANDBOX_STAFF_BOT } from '../service/demonstration-staff.ts';
import { SANDBOX_BOT, startSandboxService } from '../service/start-sandbox-service.ts';
import { systemRandom } from '../service/system.ts';
import { Album } from './pictures/album.ts';
import { playWeek } from './pictures/play-week.ts';

const HOLDER = 1001;
const ADMIN = 2002;
const DESKTOP = [1280, 800] as const;
const WINDOW = [960, 1050] as const;
const PHONE = [412, 1000] as const;

const config = { ...loadConfig(), policy: DEFAULT_POLICY };
const scratch = path.join(config.varDir, 'pictures');
const album = await Album.open(path.join(path.dirname(import.meta.dirname), 'docs', 'pictures'));

const { close, sandbox, web } = await startSandboxService({
  config,
  dir: scratch,
  port: 0,
  clock: MovableClock.frozenAt(instant(Date.UTC(2026, 1, 24, 1, 30))),
  random: systemRandom,
  logger: createLogger({ level: 'error' }),
});
const chat = (bot: string, person: number): string => `${sandbox.url}/?bot=${bot}&person=${person}`;
const shows = (text: string) => (page: Page) => page.getByText(text).last().waitFor();
const copy = await playWeek(sandbox, web.url, HOLDER);

const holder = { url: chat(SANDBOX_BOT.username, HOLDER), ready: shows('加注件已发送到这里') };
await album.take('chat', { ...holder, size: DESKTOP });

const verified = { url: `${web.url}/v/${copy.code}`, ready: shows('加注有效') };
await album.take('verify-phone', { ...verified, size: PHONE });
await album.take('verify', { ...verified, size: WINDOW });
await album.take('verify-dark', { ...verified, size: WINDOW, colorScheme: 'dark' });

const admin = sandbox.person(ADMIN, SANDBOX_STAFF_BOT.username);
const staff = { url: chat(SANDBOX_STAFF_BOT.username, ADMIN), size: PHONE };
await admin.sendText('/find DEMO2023000001');
await admin.waitForText('林**');
await album.take('staff-card', { ...staff, ready: shows('林**') });
await admin.sendText('/stats');
await admin.waitFor(({ messages }) => messages.some(({ photo }) => photo), { what: 'the figures' });
await album.take('staff-stats', {
  ...staff,
  async ready(page) {
    await page.locator('[role=log] img').last().evaluate('(picture) => picture.decode()');
    await page.getByText('已绑定').last().scrollIntoViewIfNeeded();
  },
});

const pdf = path.join(scratch, copy.fileName);
writeFileSync(pdf, copy.bytes);
execFileSync('pdftoppm', ['-r', '100', '-png', '-singlefile', pdf, path.join(scratch, 'copy')]);
await album.add('copy', readFileSync(path.join(scratch, 'copy.png')));

await album.close();
await close();
