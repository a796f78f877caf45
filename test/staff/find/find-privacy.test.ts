import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TranscriptEntry } from '../../../bot/sandbox/chat-api.ts';
import { askFor, holder, numberIn, tapFor } from '../../journeys/ways.ts';
import { findSecrets } from '../../privacy/find-secrets.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { MASKED, openCard, PERSON, tapWithReason } from './find-ways.ts';
import { startStaffJourney, type PlayedMember, type StaffJourney } from '../staff-journey.ts';

const folder = temporaryFolder();
const REASON = '林晓雨本人来电更正手机';

let journey: StaffJourney;
let one: PlayedMember;
let other: PlayedMember;
/** All that must be found nowhere in the clear; the code is added once it is made. */
const secrets: Record<string, string> = { ...PERSON, reason: REASON };
let onDisk: Buffer;
let transcript: TranscriptEntry[];

// One journey through everything that /find can do; each test then looks somewhere else.
beforeAll(async () => {
  journey = await startStaffJourney({ database: folder('service.db') });
  one = await journey.member('supervisor');
  other = await journey.member('supervisor');
  const person = await holder(journey, 1001);
  const number = numberIn(await askFor(person, /建造师/));
  await journey.work();
  await openCard(one, `${PERSON.name} ${PERSON.number}`);
  await tapWithReason(one, '显示完整信息', '60 秒后自动删除', REASON);
  await one.client.waitForText(MASKED);
  await journey.advance({ minutes: 1 });
  const made = await tapFor(one.client, '生成绑定码', '🔑');
  secrets['link code'] = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(made.text ?? '')?.[0] ?? '';
  await tapFor(one.client, '‹ 返回卡片', MASKED);
  await revokeAndWithdraw(number);
  await openCard(one);
  await tapWithReason(one, '解除绑定', '确认解除绑定？', REASON);
  await tapFor(one.client, '确认解除绑定', '✅ 已解除绑定');
  await journey.work();
  await person.waitForText('已由工作人员解除');
  onDisk = await bytesIn(folder('.'));
  transcript = journey.sandbox.transcript();
});
afterAll(() => journey.close());

async function revokeAndWithdraw(number: string): Promise<void> {
  await openCard(one, number);
  await tapFor(one.client, number, '使用场景');
  await tapWithReason(one, '作废此加注', '确认作废这项加注？', REASON);
  await tapFor(one.client, '确认作废', '✅ 已作废');
  await openCard(one, 'DEMO2023000001');
  await tapFor(one.client, 'DEMO2023000001', '发证机关');
  await tapWithReason(one, '申请撤销证书', '提交撤销申请？', REASON);
  await tapFor(one.client, '提交，由同事确认', '等待另一位同事确认');
  await journey.work();
  await other.client.waitForText('请确认');
  await tapFor(other.client, '确认撤销', '✅ 证书已撤销');
}

async function bytesIn(dir: string): Promise<Buffer> {
  const names = await readdir(dir);
  return Buffer.concat(await Promise.all(names.map((name) => readFile(path.join(dir, name)))));
}

const ofStaff = (): TranscriptEntry[] =>
  transcript.filter(({ person }) => person === one.member.userId || person === other.member.userId);

describe('nothing of a holder in the clear, nor a reason or a link code,', () => {
  test('is in the database and its log, while the service runs', () => {
    expect(onDisk.includes('find:unlink-yes')).toBe(true);
    expect(findSecrets(secrets, onDisk)).toEqual([]);
  });

  test('is logged', () => {
    expect(findSecrets(secrets, Buffer.from(journey.logged.join('\n')))).toEqual([]);
  });

  test('is in the data of a button', () => {
    const rows = transcript.flatMap(({ message, data }) => [
      data,
      ...(message?.inline_keyboard?.flat() ?? []).map(({ callback_data: packed }) => packed),
    ]);
    const packed = rows.filter((row) => row !== undefined);
    expect(packed.length).toBeGreaterThan(50);
    expect(findSecrets(secrets, Buffer.from(packed.join('\n')))).toEqual([]);
  });

  test('is in what the bot calls, but for words', () => {
    const calls = journey.sandbox
      .requests()
      .map(({ parameters: { text: _text, reply_markup: _markup, ...others } }) => others);
    expect(findSecrets(secrets, Buffer.from(JSON.stringify(calls)))).toEqual([]);
  });
});

test('of a person only what was asked for with a reason was ever shown, and that for a minute', () => {
  const shown = ofStaff().filter(
    ({ what, message }) =>
      what !== 'delete' && message?.from === 'bot' && findSecrets(PERSON, bytesOf(message)).length > 0,
  );
  const [revealed, ...others] = shown.filter(({ message }) => !message?.text?.includes(REASON));
  expect(revealed?.message?.text).toContain('60 秒后自动删除');
  expect(others).toEqual([]);
  const gone = transcript.find(({ what, message_id: id }) => what === 'delete' && id === revealed?.message?.message_id);
  expect((gone?.at ?? Number.POSITIVE_INFINITY) - (revealed?.at ?? 0)).toBe(60_000);
});

test('what members typed about a person is gone from their chats', () => {
  const left = [one, other].flatMap(({ client }) => client.chat().messages).filter(({ from }) => from === 'person');
  expect(left.map(({ text }) => text)).toContain('/find DEMO2023000001');
  expect(findSecrets(secrets, Buffer.from(JSON.stringify(left)))).toEqual([]);
});

function bytesOf(message: NonNullable<TranscriptEntry['message']>): Buffer {
  return Buffer.from(JSON.stringify(message));
}
