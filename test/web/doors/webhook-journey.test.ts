import { afterAll, beforeAll, expect, test } from 'vitest';
import { tapFor } from '../../journeys/ways.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { joinStaff, LI, type OpenDoors, PATIENCE, startDoors } from './start-doors.ts';

const path = temporaryFolder();
let doors: OpenDoors;
beforeAll(async () => {
  doors = await startDoors({ path });
});
afterAll(() => doors.close());

test('staff join, are told of a question, answer it and end it, all by what Telegram brings', async () => {
  const member = await joinStaff(doors);
  const li = doors.sandbox.person(LI.id);
  await li.sendText('/support');
  await li.waitForText('请直接输入您的问题');
  await li.sendText('文件打不开怎么办？');
  await li.waitForText('已转给客服');
  const post = await member.waitForText('文件打不开怎么办');
  await member.replyTo(post.message_id, '请换用其他软件打开。');
  const answer = await li.waitForText('请换用其他软件打开');
  await li.replyTo(answer.message_id, '好了，谢谢。');
  await member.waitForText('好了，谢谢');
  await tapFor(member, '结束', '已结束');
  await expect.poll(() => li.screen(), PATIENCE).toContain('已结束');
  await expect.poll(() => doors.info('staff'), PATIENCE).toMatchObject({ pending_update_count: 0 });
});
