import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ChatMessage } from '../../../bot/sandbox/chat-api.ts';
import { decide } from '../../../bot/staff/update/decide.ts';
import { type PlayedMember, startStaffJourney, type StaffJourney } from '../staff-journey.ts';

let journey: StaffJourney;
let agent: PlayedMember;
beforeEach(async () => {
  journey = await startStaffJourney();
  agent = await journey.member('agent');
});
afterEach(() => journey.close());

const PDF = { file_name: '截图.pdf', mime_type: 'application/pdf', bytes: Buffer.from('%PDF-1.7 a screenshot') };

/** Somebody at writing to staff. */
async function writing() {
  const person = journey.person(1002);
  await person.sendText('/support');
  await person.waitForText('请直接输入您的问题');
  return person;
}

async function post(words: string): Promise<ChatMessage> {
  await journey.work();
  return agent.client.waitForText(words, { before: true });
}

test('a file that a holder sends reaches the staff, with what was written to it', async () => {
  const person = await writing();
  await person.sendDocument({ ...PDF, caption: '打开是空白的' });
  await person.waitForText('已转给客服');
  const shown = await post('打开是空白的');
  expect(shown.document?.file_name).toBe('attachment.pdf');
  expect(Buffer.from(await agent.client.download(shown))).toEqual(PDF.bytes);
});

test('a kind of file that staff can’t open safely is refused kindly, and the holder can go on', async () => {
  const person = await writing();
  await person.sendDocument({ ...PDF, file_name: '截图.zip', mime_type: 'application/zip' });
  await person.waitForText('只能接收文字、图片和 PDF 文件');
  await person.sendSticker();
  await person.waitForText('只能接收文字、图片和 PDF 文件');
  await person.sendText('文件打不开');
  await person.waitForText('已转给客服');
  await post('文件打不开');
});

test.each([
  ['a picture or a voice message', { kind: 'other' }],
  ['a file', { kind: 'document', name: 'a.pdf', mimeType: 'application/pdf', bytes: PDF.bytes }],
] as const)('%s in reply to a ticket is not sent to the holder, and whoever sent it is told', async (_, sent) => {
  const person = await writing();
  await person.sendText('文件打不开');
  await person.waitForText('已转给客服');
  const { message_id: replyTo } = await post('文件打不开');
  const { userId: id, name, language } = agent.member;
  const place = { chatId: id, kind: 'private', threadId: null, isForum: false } as const;
  const event = { ...sent, messageId: 700, caption: '见图', replyTo };
  const update = { updateId: 700, user: { id, name, language }, place, event };
  const { storage, staffDeps, clock } = journey;
  const effects = await storage.transact((tx) => decide(tx, staffDeps, clock.now(), update));
  expect(effects).toMatchObject([{ kind: 'send', replyTo: 700 }]);
  expect(JSON.stringify(effects)).toContain('图片和文件发不出去');
  const before = person.chat().messages.length;
  await journey.work();
  expect(person.chat().messages).toHaveLength(before);
});

test('what is typed without replying to a ticket goes to nobody, and says so', async () => {
  const person = await writing();
  await person.sendText('文件打不开');
  await person.waitForText('已转给客服');
  await post('文件打不开');
  await agent.client.sendText('请换用其他软件打开');
  await agent.client.waitForText('没有转发给任何人');
  await journey.work();
  expect(person.screen()).not.toContain('换用其他软件');
});
