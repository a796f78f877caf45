import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importRegistry } from '../../../engine/registry/import/import-registry.ts';
import { labels, tapFor } from '../../journeys/ways.ts';
import { comeBack } from '../come-back.ts';
import { bytesOf, dataOf, Importing, rowsOf } from './importing.ts';
import { type PlayedMember, startStaffJourney, type StaffJourney } from '../staff-journey.ts';

let journey: StaffJourney;
let importing: Importing;
let supervisor: PlayedMember;
beforeEach(async () => {
  journey = await startStaffJourney();
  importing = new Importing(journey);
  supervisor = await journey.member('supervisor');
});
afterEach(() => journey.close());

describe('an import of more rows than one may confirm', () => {
  const ROWS = rowsOf(201);

  async function ask(): Promise<PlayedMember> {
    const second = await journey.member('supervisor', 'en');
    const shown = await importing.sendRows(supervisor, ROWS);
    expect(shown.text).toContain('须由另一位同事复核');
    await tapFor(supervisor.client, '提交复核', '为什么要导入');
    await supervisor.client.sendText('十一月新发证书');
    await supervisor.client.waitForText('待复核');
    await journey.work();
    await second.client.waitForText('waits for a second member', { before: true });
    return second;
  }

  test('is written when a second member confirms, and both get a report', async () => {
    const second = await ask();
    expect(second.client.screen()).toContain('十一月新发证书');
    await tapFor(second.client, 'Import 201 changes', 'Confirmed');
    await journey.work();
    await second.client.waitForText('201 added', { before: true });
    await supervisor.client.waitForText('导入完成', { before: true });
    expect(supervisor.client.screen()).toContain('已确认您提交的导入');
    expect(await importing.certificate('T200')).toBeDefined();
    expect(await importing.rowsInAudit('import:written')).toMatchObject([
      { memberId: supervisor.member.id, facts: { added: 201, confirmedBy: second.member.id } },
    ]);
  });

  test('deletes a reason with a personal number in it, as it says', async () => {
    const { client } = supervisor;
    await importing.sendRows(supervisor, ROWS);
    await tapFor(client, '提交复核', '为什么要导入');
    await client.sendText('王建国来电 13800138000 要求');
    await client.waitForText('消息已删除');
    expect(client.screen()).not.toContain('13800138000');
    await client.sendText('十一月新发证书');
    await client.waitForText('待复核');
  });

  test('is reported to who confirmed it as well when it could not be written', async () => {
    const second = await ask();
    await tapFor(second.client, 'Import 201 changes', 'Confirmed');
    const { storage, staffDeps, clock } = journey;
    const bytes = bytesOf(rowsOf(1));
    await importRegistry({ ...staffDeps, storage }, { now: clock.now(), bytes, dryRun: false });
    await journey.work();
    await second.client.waitForText('was not written', { before: true });
    await supervisor.client.waitForText('证书库有变动', { before: true });
  });

  test('can not be confirmed by who asked, not even with forged data', async () => {
    const second = await ask();
    const { client } = supervisor;
    const { data } = dataOf(second, /Import 201/);
    const { messageId } = dataOf(supervisor, /撤回/);
    await client.tap({ messageId, data });
    await client.waitForText('须由其他同事处理');
    const id = (await journey.storage.transact((tx) => tx.staff.proposals.open(journey.clock.now())))[0]?.payload;
    const forged = `import:write:${String(id?.['importId'])}:${String(id?.['fingerprint'])}`;
    await client.tap({ messageId, data: forged });
    await client.waitForText('已提交复核');
    await journey.work();
    expect(await importing.certificate('T0')).toBeUndefined();
  });

  test('is offered to who asked to take back only, though they left and came back meanwhile', async () => {
    await ask();
    await comeBack(journey, supervisor);
    const { client } = supervisor;
    await client.sendText('/import');
    expect(labels(await tapFor(client, /^待复核/, '导入待复核'))).toEqual(['撤回']);
  });

  test('is deleted when it is declined, and who asked is told by whom', async () => {
    const second = await ask();
    await tapFor(second.client, 'Decline', 'Declined');
    await journey.work();
    await supervisor.client.waitForText('已拒绝您提交的导入', { before: true });
    expect(supervisor.client.screen()).toContain(second.member.name);
    expect(await importing.files()).toBe(0);
  });

  test('can be taken back, and then nobody can confirm it', async () => {
    const second = await ask();
    await tapFor(supervisor.client, '撤回', '已撤回');
    await second.client.tap(dataOf(second, /Import 201/));
    await second.client.waitForText('took it back');
    await journey.work();
    expect(await importing.certificate('T0')).toBeUndefined();
  });

  test('is decided by the faster of two, and the other is told by whom', async () => {
    const second = await ask();
    const third = await journey.member('admin', 'en');
    await third.client.sendText('/import');
    await tapFor(third.client, /To be confirmed/, 'waits for a second member');
    const late = dataOf(third, /Import 201/);
    await tapFor(second.client, 'Import 201 changes', 'Confirmed');
    await third.client.tap(late);
    expect((await third.client.waitForText('has confirmed it already')).text).toContain(second.member.name);
    await journey.work();
    expect(await importing.rowsInAudit('import:written')).toHaveLength(1);
  });
});
