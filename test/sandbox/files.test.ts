import { deflateSync } from 'node:zlib';
import { InputFile } from 'grammy';
import type { File, Message, Update } from 'grammy/types';
import { expect, test } from 'vitest';
import type { Sandbox } from '../../bot/sandbox/sandbox.ts';
import { call, grammyBot, HOLDER_BOT, LI, refusal, result, STAFF_BOT, startWithLi, telegrafBot } from './start.ts';

const PDF = Buffer.from('%PDF-1.7\r\n\r\n--boundary\r\n%%EOF\r\n');
const MEGABYTE = 1024 * 1024;

function png(width: number, height: number): Buffer {
  const header = Buffer.alloc(25);
  header.writeUInt32BE(13);
  header.write('IHDR', 4);
  header.writeUInt32BE(width, 8);
  header.writeUInt32BE(height, 12);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, header, deflateSync(Buffer.alloc(8))]);
}

async function download(sandbox: Sandbox, path: string, token = HOLDER_BOT.token): Promise<Response> {
  return fetch(`${sandbox.apiRoot}/file/bot${token}/${path}`);
}

test('grammY uploads a file with a name that it does not quote', async () => {
  const { sandbox, li } = await startWithLi();
  const { api } = grammyBot(sandbox);
  const reply_markup = { inline_keyboard: [[{ text: '验证', callback_data: 'v' }]] };
  const file = new InputFile(PDF, 'my copy; no. 1.pdf');
  const sent = await api.sendDocument(LI.id, file, { caption: '<i>编号</i>', parse_mode: 'HTML', reply_markup });
  expect(sent).toMatchObject({
    document: { file_name: 'my copy; no. 1.pdf', mime_type: 'application/pdf', file_size: PDF.length },
    caption: '编号',
    caption_entities: [{ type: 'italic', offset: 0, length: 2 }],
    reply_markup,
  });
  expect(Buffer.from(await li.download(li.lastMessage()))).toEqual(PDF);
});

test('Telegraf uploads a file, from a buffer or a stream', async () => {
  const { sandbox } = await startWithLi();
  const li = sandbox.person(LI.id, STAFF_BOT.username);
  await li.sendText('/start');
  const { telegram } = telegrafBot(sandbox);
  const markup = { inline_keyboard: [[{ text: 'x', callback_data: 'x' }]] };
  const source = { source: PDF, filename: 'copy.pdf' };
  await telegram.sendDocument(LI.id, source, { caption: '件', reply_markup: markup });
  expect(li.lastMessage()).toMatchObject({ caption: '件', document: { file_name: 'copy.pdf' }, ...markup });
  expect(Buffer.from(await li.download(li.lastMessage()))).toEqual(PDF);
});

test('a file is sent again by its file_id, which is good for one bot only', async () => {
  const { sandbox, li } = await startWithLi();
  const { document } = await grammyBot(sandbox).api.sendDocument(LI.id, new InputFile(PDF, 'a.pdf'));
  const again = { chat_id: LI.id, document: document.file_id, caption: 'again' };
  expect(await result(sandbox, 'sendDocument', again)).toMatchObject({ document, caption: 'again' });
  expect(li.chat().messages.filter((message) => message.document)).toHaveLength(2);
  await sandbox.person(LI.id, STAFF_BOT.username).sendText('/start');
  expect(await refusal(sandbox, 'sendDocument', again, STAFF_BOT)).toBe(
    '400 Bad Request: wrong file identifier/HTTP URL specified',
  );
  expect(await refusal(sandbox, 'sendPhoto', { chat_id: LI.id, photo: document.file_id })).toBe(
    "400 Bad Request: can't use file of type Document as Photo",
  );
});

test('a bot downloads what a person sent', async () => {
  const { sandbox, li } = await startWithLi();
  await li.sendDocument({ file_name: '持证.pdf', mime_type: 'application/pdf', bytes: PDF, caption: '请看' });
  const [update] = await result<Update[]>(sandbox, 'getUpdates', { offset: -1 });
  expect(update?.message).toMatchObject({ caption: '请看', document: { file_name: '持证.pdf' } });
  const { file_path } = await result<File>(sandbox, 'getFile', { file_id: update!.message!.document!.file_id });
  const response = await download(sandbox, file_path!);
  expect(Buffer.from(await response.arrayBuffer())).toEqual(PDF);
  expect((await download(sandbox, file_path!, '1:x')).status).toBe(404);
  expect((await download(sandbox, 'documents/file_99.pdf')).status).toBe(404);
  expect(await refusal(sandbox, 'getFile', { file_id: 'rubbish' })).toMatch(/^400 Bad Request: wrong file_id/);
});

test('photos have a size, and must be pictures', async () => {
  const { sandbox } = await startWithLi();
  const { api } = grammyBot(sandbox);
  const sent = await api.sendPhoto(LI.id, new InputFile(png(640, 480), 'seal.png'));
  expect(sent.photo).toMatchObject([{ width: 640, height: 480 }]);
  await expect(api.sendPhoto(LI.id, new InputFile(PDF, 'no.png'))).rejects.toMatchObject({
    description: 'Bad Request: IMAGE_PROCESS_FAILED',
  });
});

test('a document can be exchanged and its caption edited', async () => {
  const { sandbox, li } = await startWithLi();
  const { api } = grammyBot(sandbox);
  const { message_id } = await api.sendDocument(LI.id, new InputFile(PDF, 'old.pdf'));
  await api.editMessageMedia(LI.id, message_id, {
    type: 'document',
    media: new InputFile(Buffer.from('new'), 'new.pdf'),
    caption: 'new',
  });
  expect(li.lastMessage()).toMatchObject({ document: { file_name: 'new.pdf' }, caption: 'new' });
  await api.editMessageCaption(LI.id, message_id, { caption: '好' });
  expect(li.screen()).toContain('(edited): 📄 new.pdf (3 B)\n');
  await expect(api.editMessageText(LI.id, message_id, 'x')).rejects.toMatchObject({
    description: 'Bad Request: there is no text in the message to edit',
  });
});

test('captions, sizes and empty files have their limits', async () => {
  const { sandbox } = await startWithLi();
  const { api } = grammyBot(sandbox);
  const send = (bytes: Buffer, caption = '') => api.sendDocument(LI.id, new InputFile(bytes, 'x.bin'), { caption });
  await expect(send(PDF, '注'.repeat(1025))).rejects.toMatchObject({
    description: 'Bad Request: message caption is too long',
  });
  await expect(send(Buffer.alloc(0))).rejects.toMatchObject({ description: 'Bad Request: file must be non-empty' });
  await expect(send(Buffer.alloc(50 * MEGABYTE + 1))).rejects.toMatchObject({ error_code: 413 });
  const { document } = await send(Buffer.alloc(20 * MEGABYTE + 1));
  expect(await refusal(sandbox, 'getFile', { file_id: document.file_id })).toBe('400 Bad Request: file is too big');
  expect(await refusal(sandbox, 'sendDocument', { chat_id: LI.id })).toBe(
    '400 Bad Request: there is no document in the request',
  );
});

test('a sticker arrives as a sticker', async () => {
  const { sandbox, li } = await startWithLi();
  await li.sendSticker('🎉');
  const [update] = await result<{ message: Message }[]>(sandbox, 'getUpdates', { offset: -1 });
  expect(update?.message.sticker).toMatchObject({ emoji: '🎉', type: 'regular' });
  expect(await call(sandbox, 'copyMessage', { chat_id: LI.id, from_chat_id: LI.id, message_id: 2 })).toMatchObject({
    ok: true,
  });
});
