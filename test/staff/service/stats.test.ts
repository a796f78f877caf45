import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { niceCeiling } from '../../../bot/staff/duties/stats/chart-svg.ts';
import { askFor, holder, labels } from '../../journeys/ways.ts';
import { startStaffJourney, type StaffJourney } from '../staff-journey.ts';

let journey: StaffJourney;
beforeEach(async () => {
  journey = await startStaffJourney();
});
afterEach(() => journey.close());

test('the figures come as a picture with the numbers under it, and as a table for those who may', async () => {
  await askFor(await holder(journey, 1001), /师/);
  await journey.work();
  const supervisor = await journey.member('supervisor');
  await supervisor.client.sendText('/stats');
  await supervisor.client.waitForText('正在统计');
  await journey.work();
  const picture = await supervisor.client.waitFor(({ messages }) => messages.find(({ photo }) => photo), {
    what: 'the picture',
  });
  expect(picture.caption).toContain('已绑定：1 人');
  expect(picture.caption).toContain('申请：1');
  expect(labels(picture)).toContain('导出 90 天表格');
  const png = Buffer.from(await supervisor.client.download(picture));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBe(1200);
  await supervisor.client.sendText('/export 7');
  await supervisor.client.waitForText('正在统计');
  await journey.work();
  const table = await supervisor.client.waitForDocument();
  expect(table.document?.file_name).toMatch(/^jiazhu-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
  const csv = Buffer.from(await supervisor.client.download(table)).toString();
  const lines = csv.split('\r\n');
  expect(csv.startsWith('\u{feff}日期,小时,申请,')).toBe(true);
  expect(lines[7]).toMatch(/^\d{4}-\d\d-\d\d,,1,0,0,1,0,/);
});

test('an agent sees the figures but exports nothing', async () => {
  const { client, member } = await journey.member('agent', 'en');
  await client.sendText('/stats');
  await client.waitForText('Counting');
  await journey.work();
  const picture = await client.waitFor(({ messages }) => messages.find(({ photo }) => photo), { what: 'the picture' });
  expect(labels(picture)).toEqual(['Today', '7 days', '30 days', '90 days']);
  expect(picture.caption).toContain('Time to deliver: nothing delivered');
  await client.sendText('/export');
  await client.waitForText(/may not|not allowed|role/i);
  await journey.work();
  expect(client.chat().messages.some(({ document }) => document)).toBe(false);
  const refused = await journey.storage.transact((tx) =>
    tx.staff.audit.count({ memberId: member.id, refused: true, capability: 'export' }),
  );
  expect(refused).toBe(1);
});

describe('the scale of a chart', () => {
  it('ends a little above the largest value, at a number whose half is whole', () => {
    expect([1, 2, 3, 51, 99, 100, 101, 1999].map(niceCeiling)).toEqual([2, 2, 4, 60, 100, 200, 200, 2000]);
  });
});
