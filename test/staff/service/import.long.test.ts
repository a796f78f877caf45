import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WRITE_TASK } from '../../../engine/staff/import/confirm-import.ts';
import { withdrawCertificate } from '../../../engine/registry/withdraw-certificate.ts';
import { tapFor } from '../../journeys/ways.ts';
import { row, WANG } from '../../registry/registry-file.ts';
import { registrySheet, workbook } from '../../registry/xlsx/workbook-file.ts';
import { bytesOf, CSV, dataOf, FOUND, Importing, rowsOf } from './importing.ts';
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

const XLSX = {
  file_name: 'registry.xlsx',
  mime_type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

describe('a small import', () => {
  test('is shown, confirmed by who sent it, written and reported', async () => {
    const { client } = supervisor;
    const shown = await importing.sendRows(supervisor, rowsOf(2));
    expect(shown.text).toContain('新增 2');
    expect(shown.text).toContain('王**');
    expect(shown.text).not.toContain(WANG.document_number);
    expect(await importing.certificate('T1')).toBeUndefined();
    await tapFor(client, '导入 2 处改动', '已确认');
    await journey.work();
    await client.waitForText('导入完成');
    expect(client.screen()).toContain('新增 2 行');
    expect(await importing.certificate('T1')).toMatchObject({ status: 'valid' });
    expect(await importing.rowsInAudit('import:written')).toMatchObject([
      { memberId: supervisor.member.id, facts: { added: 2, confirmedBy: null } },
    ]);
    expect(await importing.files()).toBe(0);
  });

  test('comes as a workbook, with the command first', async () => {
    const { client } = supervisor;
    await client.sendText('/import');
    await client.waitForText('导入证书库');
    const template = await client.waitForDocument();
    expect(Buffer.from(await client.download(template)).toString()).toMatch(/^\u{feff}姓名,性别,.*,状态\r\n$/u);
    await importing.send(supervisor, { ...XLSX, bytes: workbook(registrySheet(rowsOf(1))) });
    expect((await client.waitForText(FOUND)).text).toContain('工作表“Sheet1”');
    await tapFor(client, '导入 1 处改动', '已确认');
    await journey.work();
    expect(await importing.certificate('T0')).toBeDefined();
  });

  test('is written once, however often its button is tapped', async () => {
    const { client } = supervisor;
    await importing.sendRows(supervisor, rowsOf(1));
    const button = dataOf(supervisor, /导入 1/);
    await client.tap(button);
    await client.tap(button);
    await client.waitForText('已经确认，正在写入');
    await journey.work();
    await client.tap(button);
    await client.waitForText('已不存在');
    expect(await journey.storage.transact((tx) => tx.imports.count())).toBe(2);
  });

  test('can be dropped, and then its button does nothing', async () => {
    const { client } = supervisor;
    await importing.sendRows(supervisor, rowsOf(1));
    const button = dataOf(supervisor, /导入 1/);
    await tapFor(client, '取消', '文件已删除');
    expect(await importing.files()).toBe(0);
    await client.tap(button);
    await client.waitForText('已不存在');
    await journey.work();
    expect(await importing.certificate('T0')).toBeUndefined();
  });

  test('is for who sent the file to confirm', async () => {
    const other = await journey.member('supervisor');
    await importing.sendRows(supervisor, rowsOf(1));
    const { data } = dataOf(supervisor, /导入 1/);
    await other.client.tap({ messageId: other.client.lastMessage().message_id, data });
    await other.client.waitForText('只有发送该文件的同事');
    await journey.work();
    expect(await importing.certificate('T0')).toBeUndefined();
  });

  test('is tried anew when the registry has changed meanwhile', async () => {
    const { client } = supervisor;
    await importing.sendRows(supervisor, rowsOf(2));
    await tapFor(client, '导入 2 处改动', '已确认');
    await journey.work();
    await importing.sendRows(supervisor, rowsOf(2, { status: '已撤销' }));
    const { id } = (await importing.certificate('T0'))!;
    const { storage, deps, clock } = journey;
    await storage.transact((tx) => withdrawCertificate(tx, deps, { now: clock.now(), certificateId: id }));
    await tapFor(client, '导入 2 处改动', '已确认');
    await journey.work();
    await client.waitForText('证书库有变动');
    expect(await importing.certificate('T1')).toMatchObject({ status: 'valid' });
    await tapFor(client, '导入 1 处改动', '已确认');
    await journey.work();
    expect(await importing.certificate('T1')).toMatchObject({ status: 'withdrawn' });
  });

  test('is not there any more after a day', async () => {
    const { client } = supervisor;
    await importing.sendRows(supervisor, rowsOf(1));
    const button = dataOf(supervisor, /导入 1/);
    await journey.advance({ days: 1 });
    expect(await importing.files()).toBe(0);
    await client.tap(button);
    await client.waitForText('已不存在');
  });

  test('that was written before a kill is reported after it, and written no second time', async () => {
    const { client, member } = supervisor;
    await importing.sendRows(supervisor, rowsOf(1));
    const { data } = dataOf(supervisor, /导入 1/);
    await tapFor(client, '导入 1 处改动', '已确认');
    await journey.staffBot.runTask();
    const [, , id = ''] = data.split(':');
    const payload = { id, confirmedBy: null };
    const task = { kind: WRITE_TASK, memberId: member.id, chatId: member.userId, threadId: null, payload };
    const createdAt = journey.clock.now();
    await journey.storage.transact((tx) => tx.staff.tasks.add({ ...task, id: 'again', createdAt }));
    await journey.work();
    await client.waitForText('导入完成');
    expect(client.screen().match(/导入完成/g)).toHaveLength(1);
    expect(await importing.rowsInAudit('import:written')).toHaveLength(1);
  });

  test('that changes nothing asks nobody', async () => {
    const { client } = supervisor;
    await importing.sendRows(supervisor, rowsOf(1));
    await tapFor(client, '导入 1 处改动', '已确认');
    await journey.work();
    await importing.send(supervisor, { ...CSV, bytes: bytesOf(rowsOf(1)) });
    await client.waitForText('没有改动');
    expect(await importing.files()).toBe(0);
  });
});

describe('a file that can not be imported', () => {
  test('comes back with its bad rows, as a spreadsheet opens them rightly', async () => {
    const { client } = supervisor;
    const rows = [row({ ...WANG }), row({ ...WANG, name: '=1+1', management_number: 'T2' }), row({ status: '' })];
    await importing.send(supervisor, { ...CSV, bytes: bytesOf(rows) });
    const said = await client.waitForText('无法导入的行');
    expect(said.text).toContain('第 3 行');
    const document = await client.waitForDocument();
    const text = Buffer.from(await client.download(document)).toString();
    const [header, ...lines] = text.split('\r\n');
    expect(header).toMatch(/^\u{feff}行,问题,姓名/u);
    expect(lines).toEqual([
      expect.stringMatching(/^3,姓名.*,'=1\+1,男,1978-10,居民身份证,'110105197810010011,/),
      expect.stringMatching(/^4,.*状态.*不能为空/),
      '',
    ]);
    expect(await importing.files()).toBe(0);
  });

  test.each([
    ['old.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), '另存为 .xlsx'],
    ['table.xlsx', new TextEncoder().encode('a,b'), '内容却是纯文本'],
    ['macros.xlsm', workbook('', { 'xl/vbaProject.bin': 'x' }), '含有宏'],
    [
      'wide.csv',
      new TextEncoder().encode(`${Array.from({ length: 9000 }, (_, at) => `c${at}`).join(',')}\n`),
      '不认识的列',
    ],
    ['a<b>.csv', new TextEncoder().encode('x\n'), 'a<b>.csv'],
  ])('is refused with a sentence: %s', async (file_name, bytes, sentence) => {
    await importing.send(supervisor, { file_name, mime_type: '', bytes });
    expect((await supervisor.client.waitForText('无法导入')).text).toContain(sentence);
    expect(await importing.files()).toBe(0);
  });

  test('is not even looked at for an agent', async () => {
    const agent = await journey.member('agent');
    await agent.client.sendDocument({ ...CSV, bytes: bytesOf(rowsOf(1)) });
    await agent.client.waitForText('没有这项权限');
    expect(await importing.files()).toBe(0);
    expect(await importing.rowsInAudit('document.said')).toMatchObject([
      { memberId: agent.member.id, refusal: 'not-allowed' },
    ]);
  });
});

test('two files at once are looked at one after the other', async () => {
  const { client } = supervisor;
  await client.sendDocument({ ...CSV, bytes: bytesOf(rowsOf(1)) });
  await client.sendDocument({ ...CSV, bytes: bytesOf(rowsOf(1, { speciality: '机电工程' })) });
  await client.waitFor(({ messages }) => messages.filter(({ text }) => text?.includes('已收到')).length === 2);
  await journey.work();
  await client.waitFor(({ messages }) => messages.filter(({ text }) => text?.includes(FOUND)).length === 2);
  const [first, second] = client
    .chat()
    .messages.flatMap(({ message_id: messageId, inline_keyboard: rows = [] }) =>
      rows
        .flat()
        .flatMap(({ text, callback_data: data }) =>
          text.startsWith('导入') && data !== undefined ? [{ messageId, data }] : [],
        ),
    );
  await client.tap(first!);
  await client.tap(second!);
  await client.waitForText('已确认');
  await journey.work();
  await client.waitForText('证书库有变动', { before: true });
  // The demonstration's registry was the first import.
  expect(await journey.storage.transact((tx) => tx.imports.count())).toBe(2);
});
