import { createServer, type Socket } from 'node:net';
import { Api } from 'grammy';
import { describe, expect, onTestFinished, test } from 'vitest';
import { grammyTelegramApi } from '../../../bot/telegram/api/grammy-api.ts';
import { networkFailure } from '../../../bot/telegram/api/network-failure.ts';
import type { TelegramApi } from '../../../bot/telegram/api/telegram-api.ts';
import type { Timeouts } from '../../../bot/telegram/api/timeouts.ts';
import { HOLDER_BOT } from '../../sandbox/start.ts';
import { bench, CHAT } from './sending/bench.ts';

const HELLO = { chatId: CHAT, html: '你好', markup: undefined };

/** An API whose server does with each connection what it is told. */
async function apiAgainst(
  serve: (socket: Socket) => void,
  { scheme = 'http', timeouts }: { scheme?: string; timeouts?: Timeouts } = {},
): Promise<TelegramApi> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    serve(socket);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return grammyTelegramApi(new Api(HOLDER_BOT.token, { apiRoot: `${scheme}://127.0.0.1:${port}` }), timeouts);
}

describe('how a call ended', () => {
  test('a message that went out has its id, and no link preview', async () => {
    const { api, person, sandbox } = await bench();
    const answer = await api.sendMessage({ ...HELLO, html: '<b>你好</b>' });
    expect(answer).toEqual({ kind: 'done', value: { messageId: person.lastMessage().message_id } });
    expect(person.lastMessage()).toMatchObject({ text: '你好', entities: [{ type: 'bold' }] });
    expect(sandbox.requests().at(-1)?.parameters['link_preview_options']).toEqual({ is_disabled: true });
  });

  test('a document that went out has the id to send it by again', async () => {
    const { api, person } = await bench();
    const file = { bytes: Buffer.from('%PDF-1.7'), name: 'copy.pdf' };
    const first = await api.sendDocument({ chatId: CHAT, file, captionHtml: '<i>一</i>', markup: undefined });
    if (first.kind !== 'done') throw new Error(first.kind);
    const again = { fileId: first.value.fileId };
    expect(await api.sendDocument({ chatId: CHAT, file: again, captionHtml: '二', markup: undefined })).toMatchObject({
      kind: 'done',
    });
    expect(person.lastMessage()).toMatchObject({ caption: '二', document: { file_name: 'copy.pdf' } });
    expect(Buffer.from(await person.download(person.lastMessage())).toString()).toBe('%PDF-1.7');
  });

  test('a refusal has its code and its words', async () => {
    const { api, person } = await bench();
    await person.block();
    expect(await api.sendMessage(HELLO)).toMatchObject({ kind: 'refused', code: 403 });
    expect(await api.sendMessage({ ...HELLO, chatId: 404_404 })).toMatchObject({ kind: 'refused', code: 400 });
  });

  test('a 429 says for how long, a 5xx that nothing was sent', async () => {
    const { api, spoil, texts } = await bench();
    spoil('sendMessage', { kind: 'too_many_requests', retry_after: 7 });
    expect(await api.sendMessage(HELLO)).toEqual({ kind: 'too-many', retryAfterMs: 7000 });
    spoil('sendMessage', { kind: 'server_error' });
    expect(await api.sendMessage(HELLO)).toMatchObject({ kind: 'not-sent', detail: '500' });
    expect(texts()).toEqual([]);
  });

  test('a message that was taken but never answered is unknown, not unsent', async () => {
    const { api, spoil, texts } = await bench();
    spoil('sendMessage', { kind: 'accept_then_drop' });
    expect(await api.sendMessage(HELLO)).toMatchObject({ kind: 'unknown', detail: 'ECONNRESET' });
    expect(texts()).toEqual(['你好']);
  });

  test('a server that is not there was certainly not reached', async () => {
    const { sandbox, api } = await bench();
    await sandbox.close();
    expect(await api.sendMessage(HELLO)).toEqual({ kind: 'not-sent', detail: 'ECONNREFUSED' });
    const nowhere = grammyTelegramApi(new Api(HOLDER_BOT.token, { apiRoot: 'http://nowhere.invalid' }));
    expect(await nowhere.sendMessage(HELLO)).toMatchObject({ kind: 'not-sent' });
  });

  test('a TLS handshake that fails leaves nothing sent', async () => {
    const plain = await apiAgainst((socket) => socket.destroy());
    expect(await plain.sendMessage(HELLO)).toMatchObject({ kind: 'unknown' });
    const secure = await apiAgainst((socket) => socket.destroy(), { scheme: 'https' });
    expect(await secure.sendMessage(HELLO)).toMatchObject({ kind: 'not-sent' });
  });

  test('a call that is not answered in time is given up as unknown', async () => {
    const silent = await apiAgainst(() => undefined, { timeouts: { callMs: 30, fileMs: 30 } });
    expect(await silent.sendMessage(HELLO)).toMatchObject({ kind: 'unknown' });
    const file = { bytes: Buffer.from('%PDF-1.7'), name: 'copy.pdf' };
    expect(await silent.sendDocument({ chatId: CHAT, file, captionHtml: '', markup: undefined })).toMatchObject({
      kind: 'unknown',
    });
  });

  test('an answer that is not the Bot API leaves the outcome unknown', async () => {
    const api = await apiAgainst((socket) =>
      socket.once('data', () => socket.end('HTTP/1.1 502 Bad Gateway\r\ncontent-length: 5\r\n\r\n<html')),
    );
    expect(await api.sendMessage(HELLO)).toMatchObject({ kind: 'unknown' });
  });

  test('no token is in what is said about a failure', async () => {
    const error = Object.assign(new Error(`request to http://x/bot${HOLDER_BOT.token}/getMe failed, reason: oops`), {
      code: 'EPIPE',
    });
    expect(JSON.stringify(networkFailure(error))).not.toContain(HOLDER_BOT.token);
  });
});

describe('reading a file that somebody sent', () => {
  test('gives its bytes, or stops when there are too many', async () => {
    const { api, person } = await bench();
    const bytes = Buffer.alloc(3000, 7);
    await person.sendDocument({ file_name: 'a.bin', mime_type: 'application/octet-stream', bytes });
    const fileId = person.chat().messages.findLast(({ document }) => document)?.document?.file_id ?? '';
    const read = await api.downloadFile({ fileId, maxBytes: 3000 });
    expect(read.kind === 'done' && Buffer.compare(read.value as Uint8Array, bytes)).toBe(0);
    expect(await api.downloadFile({ fileId, maxBytes: 2999 })).toEqual({ kind: 'done', value: 'too-large' });
    expect(await api.downloadFile({ fileId: 'no such file', maxBytes: 1 })).toMatchObject({ kind: 'refused' });
  });
});
