import { describe, expect, test } from 'vitest';
import { createCourier, type DocumentRendering, type Rendering } from '../../../../bot/telegram/sending/courier.ts';
import { type OutboxItem, PRIORITY } from '../../../../engine/outbox/outbox-item.ts';
import type { Courier } from '../../../../engine/ports/courier.ts';
import { instant } from '../../../../engine/time/instant.ts';
import { type Bench, bench, CHAT } from './bench.ts';

const granted = async () => true;
const ITEM: OutboxItem = {
  id: 'item',
  key: 'copy:e1',
  bot: 'holder',
  accountId: 'account',
  priority: PRIORITY.copy,
  message: { kind: 'copy', endorsementId: 'e1', firstTime: true },
  status: 'sending',
  attempts: 1,
  notBefore: instant(0),
  createdAt: instant(0),
};
const REMINDER: Rendering = { kind: 'message', chatId: CHAT, view: { html: '还有 <b>7</b> 天到期' } };

const courierFor = ({ api, pacing }: Bench, rendering: Rendering | 'drop', faults: unknown[] = []): Courier =>
  createCourier({ api, pacing, render: async () => rendering, onFault: (...fault) => void faults.push(fault) });

function copy(more: Partial<DocumentRendering> = {}): DocumentRendering {
  const bytes = async (): Promise<Uint8Array> => Buffer.from('%PDF-1.7');
  return { kind: 'document', chatId: CHAT, file: { bytes, name: 'JZ1.pdf' }, captionHtml: '<b>JZ1</b>', ...more };
}

describe('the courier', () => {
  test('sends a message and says which it was', async () => {
    const it = await bench();
    const delivery = await courierFor(it, REMINDER).deliver(ITEM, granted);
    expect(delivery).toEqual({ kind: 'sent', messageId: it.person.lastMessage().message_id });
    expect(it.texts()).toEqual(['还有 7 天到期']);
  });

  test('sends a copy, and then lets the progress message say so', async () => {
    const it = await bench();
    const progress = await it.api.sendMessage({ chatId: CHAT, html: '证书生成中…', markup: undefined });
    const messageId = progress.kind === 'done' ? progress.value.messageId : 0;
    const delivery = await courierFor(it, copy({ progress: { messageId, view: { html: '已生成' } } })).deliver(
      ITEM,
      granted,
    );
    expect(delivery).toMatchObject({ kind: 'sent', messageId: it.person.lastMessage().message_id });
    expect(it.texts()).toEqual(['已生成', 'JZ1']);
    expect(it.methods().slice(-2)).toEqual(['sendDocument', 'editMessageText']);
  });

  test('sends news, and then lets the progress message say so', async () => {
    const it = await bench();
    const progress = await it.api.sendMessage({ chatId: CHAT, html: '证书生成中…', markup: undefined });
    const messageId = progress.kind === 'done' ? progress.value.messageId : 0;
    const news: Rendering = { ...REMINDER, progress: { messageId, view: { html: '生成失败' } } };
    expect(await courierFor(it, news).deliver(ITEM, granted)).toMatchObject({ kind: 'sent' });
    expect(it.texts()).toEqual(['生成失败', '还有 7 天到期']);
  });

  test('a progress message that is gone makes a delivered copy no less delivered', async () => {
    const it = await bench();
    const delivery = await courierFor(it, copy({ progress: { messageId: 777, view: { html: '已生成' } } })).deliver(
      ITEM,
      granted,
    );
    expect(delivery.kind).toBe('sent');
    expect(it.texts()).toEqual(['JZ1']);
  });

  test('sends by file id without asking for the bytes', async () => {
    const it = await bench();
    const first = await courierFor(it, copy()).deliver(ITEM, granted);
    const fileId = first.kind === 'sent' ? first.fileId : undefined;
    const bytes = (): Promise<Uint8Array> => Promise.reject(new Error('asked for the bytes'));
    const again = await courierFor(it, copy({ file: { fileId, bytes, name: 'JZ1.pdf' } })).deliver(ITEM, granted);
    expect(again).toMatchObject({ kind: 'sent', fileId: expect.any(String) });
    expect(Buffer.from(await it.person.download(it.person.lastMessage())).toString()).toBe('%PDF-1.7');
  });

  test('a file id that Telegram no longer takes is replaced by an upload', async () => {
    const it = await bench();
    const { file } = copy();
    const delivery = await courierFor(it, copy({ file: { ...file, fileId: 'not-a-file-of-ours' } })).deliver(
      ITEM,
      granted,
    );
    expect(delivery).toMatchObject({ kind: 'sent', fileId: expect.any(String) });
    expect(it.methods()).toEqual(['sendDocument', 'sendDocument']);
    expect(it.texts()).toEqual(['JZ1']);
  });

  test('what there is nothing left to say about is dropped without calling anybody', async () => {
    const it = await bench();
    expect(await courierFor(it, 'drop').deliver(ITEM, granted)).toMatchObject({ kind: 'dropped' });
    expect(it.methods()).toEqual([]);
  });

  test('what fails before anything is sent is told, and leaves nothing uncertain', async () => {
    const it = await bench();
    const fault = new Error('the database is busy');
    const faults: unknown[] = [];
    const fails = (): Promise<never> => Promise.reject(fault);
    const unread = courierFor(it, copy({ file: { bytes: fails, name: 'JZ1.pdf' } }), faults);
    const unworded = createCourier({ ...it, render: fails, onFault: (...told) => void faults.push(told) });
    expect(await unread.deliver(ITEM, granted)).toMatchObject({ kind: 'again' });
    expect(await unworded.deliver(ITEM, granted)).toMatchObject({ kind: 'again' });
    expect(faults).toEqual([
      [fault, { key: ITEM.key }],
      [fault, { key: ITEM.key }],
    ]);
    expect(it.methods()).toEqual([]);
  });

  test('waits a moment for a file that is being made, lets others go before it, and makes it once', async () => {
    const it = await bench();
    const made = Promise.withResolvers<Uint8Array>();
    let asked = 0;
    const bytes = (): Promise<Uint8Array> => {
      asked += 1;
      return made.promise;
    };
    const rendering = copy({ file: { bytes, name: 'JZ1.pdf' } });
    const courier = createCourier({ ...it, render: async () => rendering, onFault: () => undefined, readyWithinMs: 5 });
    const claims: string[] = [];
    const claim = async (): Promise<boolean> => claims.push('claimed') > 0;
    for (let n = 0; n < 3; n += 1) {
      expect(await courier.deliver(ITEM, claim)).toEqual({ kind: 'not-ready', afterMs: 1000 });
    }
    expect([claims, it.methods()]).toEqual([[], []]);
    made.resolve(Buffer.from('%PDF-1.7'));
    expect(await courier.deliver(ITEM, claim)).toMatchObject({ kind: 'sent' });
    expect(asked).toBe(1);
    expect(await courier.deliver(ITEM, claim)).toMatchObject({ kind: 'sent' });
    expect(asked).toBe(2);
  });

  test('what fails to be made after that moment is told once, and tried again', async () => {
    const it = await bench();
    const made = Promise.withResolvers<Uint8Array>();
    const faults: unknown[] = [];
    const rendering = copy({ file: { bytes: () => made.promise, name: 'JZ1.pdf' } });
    const onFault = (fault: unknown): void => void faults.push(fault);
    const courier = createCourier({ ...it, render: async () => rendering, onFault, readyWithinMs: 5 });
    expect(await courier.deliver(ITEM, granted)).toMatchObject({ kind: 'not-ready' });
    const fault = new Error('the signer is down');
    made.reject(fault);
    expect(await courier.deliver(ITEM, granted)).toMatchObject({ kind: 'again' });
    expect(faults).toEqual([fault]);
  });

  test('somebody who blocks the bot, an unknown chat and a faulty text are told apart', async () => {
    const it = await bench();
    const faulty: Rendering = { ...REMINDER, view: { html: '<b>open' } };
    expect(await courierFor(it, faulty).deliver(ITEM, granted)).toMatchObject({
      kind: 'refused',
      reason: 'bad-request',
    });
    const nowhere: Rendering = { ...REMINDER, chatId: 404_404 };
    expect(await courierFor(it, nowhere).deliver(ITEM, granted)).toMatchObject({ kind: 'refused', reason: 'gone' });
    await it.person.block();
    expect(await courierFor(it, REMINDER).deliver(ITEM, granted)).toMatchObject({ kind: 'refused', reason: 'blocked' });
  });

  test('a 429 puts the item back for as long as it says, and the next one is not even tried', async () => {
    const it = await bench();
    it.spoil('sendMessage', { kind: 'too_many_requests', retry_after: 30 });
    const courier = courierFor(it, REMINDER);
    expect(await courier.deliver(ITEM, granted)).toMatchObject({ kind: 'again', afterMs: 30_000 });
    const next = await courier.deliver(ITEM, granted);
    expect(next.kind === 'again' && next.afterMs).toBeGreaterThan(29_000);
    expect(it.methods()).toEqual(['sendMessage']);
  });

  test('what certainly was not sent is to be sent again', async () => {
    const it = await bench();
    it.spoil('sendMessage', { kind: 'server_error' });
    expect(await courierFor(it, REMINDER).deliver(ITEM, granted)).toMatchObject({ kind: 'again', detail: '500' });
    await it.sandbox.close();
    expect(await courierFor(it, REMINDER).deliver(ITEM, granted)).toMatchObject({
      kind: 'again',
      detail: 'ECONNREFUSED',
    });
  });

  test('a copy that was taken but never answered is unknown', async () => {
    const it = await bench();
    it.spoil('sendDocument', { kind: 'accept_then_drop' });
    expect(await courierFor(it, copy()).deliver(ITEM, granted)).toMatchObject({ kind: 'unknown' });
    expect(it.texts()).toEqual(['JZ1']);
  });

  test('sends nothing without consent, which is asked for when its turn has come', async () => {
    const it = await bench();
    const delivery = await courierFor(it, REMINDER).deliver(ITEM, async () => false);
    expect(delivery).toMatchObject({ kind: 'again' });
    expect(it.texts()).toEqual([]);
    expect(it.methods()).not.toContain('sendMessage');
  });

  test('a wrong token loses nothing', async () => {
    const it = await bench();
    const api = {
      ...it.api,
      sendMessage: async () => ({ kind: 'refused', code: 401, description: 'Unauthorized' }) as const,
    };
    expect(await courierFor({ ...it, api }, REMINDER).deliver(ITEM, granted)).toMatchObject({
      kind: 'again',
      afterMs: 60_000,
    });
  });
});
