import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { agreeToNotice, noticeToAgree } from '../../engine/notice/agree-to-notice.ts';
import { publishNotice } from '../../engine/notice/publish-notice.ts';
import { World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await World.open();
});
afterEach(() => world.storage.close());

function publish(version: string, text = `须知 ${version}`) {
  const notice = { version, texts: { 'zh-CN': text, en: `Notice ${version}` }, publishedAt: world.clock.now() };
  return world.storage.transact((tx) => publishNotice(tx, notice));
}

function agree(version: string, language: 'zh-CN' | 'en' = 'en') {
  const ask = { now: world.clock.now(), holderId: 'h1', accountId: 'a1', version, language };
  return world.storage.transact((tx) => agreeToNotice(tx, ask));
}

const toAgree = () => world.storage.transact((tx) => noticeToAgree(tx, 'h1'));
const agreements = () => world.storage.transact((tx) => tx.agreements.ofHolder('h1'));

describe('the service notice', () => {
  it('is asked for until it is agreed to, and again when there is a newer one', async () => {
    expect(await toAgree()).toBeUndefined();
    await publish('2026-11-01');
    expect(await toAgree()).toMatchObject({ version: '2026-11-01' });
    expect(await agree('2026-11-01')).toEqual({ ok: true, value: { version: '2026-11-01' } });
    expect(await toAgree()).toBeUndefined();
    await publish('2026-11-01.1');
    expect(await toAgree()).toMatchObject({ version: '2026-11-01.1' });
  });

  it('records what was agreed to: version, text, language, time, channel; once', async () => {
    await publish('2026-11-01');
    await agree('2026-11-01');
    world.clock.advance({ hours: 1 });
    await agree('2026-11-01', 'zh-CN');
    expect(await agreements()).toEqual([
      {
        holderId: 'h1',
        accountId: 'a1',
        version: '2026-11-01',
        language: 'en',
        textHash: createHash('sha256').update('Notice 2026-11-01').digest('hex'),
        agreedAt: world.clock.now() - 3_600_000,
        channel: 'telegram',
      },
    ]);
  });

  it('that is not the current one can not be agreed to', async () => {
    expect(await agree('2026-11-01')).toEqual({ ok: false, refusal: { kind: 'newer-version', notice: null } });
    await publish('2026-11-01');
    await publish('2026-11-02');
    for (const version of ['2026-11-01', '2026-11-03', 'x']) {
      expect(await agree(version)).toMatchObject({
        refusal: { kind: 'newer-version', notice: { version: '2026-11-02' } },
      });
    }
    expect(await agreements()).toEqual([]);
  });

  it('published again changes nothing, and changed needs a version of its own', async () => {
    expect(await publish('2026-11-02')).toEqual({ ok: true, value: 'published' });
    expect(await publish('2026-11-02')).toEqual({ ok: true, value: 'known' });
    expect(await publish('2026-11-02', 'other')).toEqual({
      ok: false,
      refusal: { kind: 'text-changed', version: '2026-11-02' },
    });
    expect(await publish('2026-11-01')).toEqual({
      ok: false,
      refusal: { kind: 'older-version', current: '2026-11-02' },
    });
    await expect(publish('1.0')).rejects.toThrow(RangeError);
    await expect(publish('2026-11-02.10')).rejects.toThrow(RangeError);
  });
});
