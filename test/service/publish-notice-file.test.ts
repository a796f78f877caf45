import { afterEach, beforeEach, expect, it } from 'vitest';
import { publishNotice } from '../../engine/notice/publish-notice.ts';
import type { ServiceNotice } from '../../engine/notice/service-notice.ts';
import type { Storage } from '../../engine/ports/storage.ts';
import { NoticeFileFault } from '../../service/notice/notice-files.ts';
import { publishNoticeFile } from '../../service/notice/publish-notice-file.ts';
import { at } from '../fakes/fixed-clock.ts';
import { openTestStorage } from '../fakes/test-storage.ts';

let storage: Storage;
beforeEach(async () => {
  storage = await openTestStorage();
});
afterEach(() => storage.close());

const notice = (version: string, text = '须知'): ServiceNotice => ({
  version,
  texts: { 'zh-CN': text, en: 'Notice' },
  publishedAt: at('2026-11-22T09:00:00+08:00'),
});
const fromTheBot = (version: string) => storage.transact((tx) => publishNotice(tx, notice(version)));
const current = () => storage.transact(async (tx) => (await tx.agreements.currentNotice())?.version);

it('publishes the folder’s notice at the first start and the same again at every later one', async () => {
  expect(await publishNoticeFile(storage, notice('2026-11-01'))).toBe('2026-11-01');
  expect(await publishNoticeFile(storage, notice('2026-11-01'))).toBe('2026-11-01');
});

it('leaves a newer notice that was published from the bot, whatever older one is in the folder', async () => {
  await publishNoticeFile(storage, notice('2026-11-01'));
  await fromTheBot('2026-11-22');
  expect(await publishNoticeFile(storage, notice('2026-11-01'))).toBe('2026-11-22');
  expect(await publishNoticeFile(storage, notice('2026-11-01', '改过的须知'))).toBe('2026-11-22');
  expect(await current()).toBe('2026-11-22');
});

it('publishes a notice that was put into the folder after that', async () => {
  await fromTheBot('2026-11-22');
  expect(await publishNoticeFile(storage, notice('2026-11-22.1'))).toBe('2026-11-22.1');
  expect(await current()).toBe('2026-11-22.1');
});

it('takes the bot’s notice for the folder’s when both are the same, and stops when their texts differ', async () => {
  await fromTheBot('2026-11-22');
  expect(await publishNoticeFile(storage, notice('2026-11-22'))).toBe('2026-11-22');
  await expect(publishNoticeFile(storage, notice('2026-11-22', '另一份'))).rejects.toThrow(NoticeFileFault);
});
