import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ChatMessage } from '../../../bot/sandbox/chat-api.ts';
import type { Certificate } from '../../../engine/registry/holder.ts';
import { WRITE_TASK } from '../../../engine/staff/import/confirm-import.ts';
import { withdrawCertificate } from '../../../engine/registry/withdraw-certificate.ts';
import { HOUR_MS, later } from '../../../engine/time/instant.ts';
import { tapFor } from '../../journeys/ways.ts';
import { type Cells, csv, row, WANG } from '../../registry/registry-file.ts';
import { registrySheet, workbook } from '../../registry/xlsx/workbook-file.ts';
import { type PlayedMember, startStaffJourney, type StaffJourney } from '../staff-journey.ts';

let journey: StaffJourney;
let supervisor: PlayedMember;
beforeEach(async () => {
  journey = await startStaffJourney();
  supervisor = await journey.member('supervisor');
});
afterEach(() => journey.close());

const CSV = { file_name: '证书.csv', mime_type: 'text/csv' };
const XLSX = {
  file_name: 'registry.xlsx',
  mime_type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const FOUND = '试运行结果';

/** People whom the demonstration's registry doesn't know. */
const rowsOf = (count: number, more: Partial<Cells> = {}): Cells[] =>
  Array.from({ length: count }, (_, index) => row({ ...WANG, management_number: `T${index}`, ...more }));
const bytesOf = (rows: readonly Cells[]): Uint8Array => new TextEncoder().encode(csv(rows));

/** Sends a file and lets the dry run run. */
async function send({ client }: PlayedMember, file: { file_name: string; mime_type: string; bytes: Uint8Array }) {
  await client.sendDocument(file);
  await client.waitForText('已收到');
  await journey.work();
}

async function sendRows(member: PlayedMember, rows: readonly Cells[]): Promise<ChatMessage> {
  await send(member, { ...CSV, bytes: bytesOf(rows) });
  return member.client.waitForText(FOUND);
}

const certificate = (number: string): Promise<Certificate | undefined> =>
  journey.storage.transact(async (tx) => (await tx.certificates.findByManagementNumbers([number]))[0]);
const files = (): Promise<number> =>
  journey.storage.transact((tx) => tx.staff.files.prune(later(journey.clock.now(), 1000 * HOUR_MS)));
const rowsInAudit = (action: string) =>
  journey.storage.transact(async (tx) =>
    (await tx.staff.audit.search({}, { offset: 0, limit: 100 })).filter((entry) => entry.action === action),
  );

/** What a button says that a member has in front of them. */
function dataOf({ client }: PlayedMember, label: RegExp): { messageId: number; data: string } {
  for (const { message_id: messageId, inline_keyboard: rows = [] } of client.chat().messages.toReversed()) {
    const data = rows.flat().find(({ text }) => label.test(text))?.callback_data;
    if (data !== undefined) return { messageId, data };
  }
  throw new Error(`no button ${label} in\n${client.screen()}`);
}

describe('a small import', () => {
  test('is shown, confirmed by who sent it, written and reported', async () => {
    const { client } = supervisor;
    const shown = await sendRows(supervisor, rowsOf(2));
    expect(shown.text).toContain('新增 2');
    expect(shown.text).toContain('王**');
    expect(shown.text).not.toContain(WANG.document_number);
    expect(await certificate('T1')).toBeUndefined();
    await tapFor(client, '导入 2 处改动', '已确认');
    await journey.work();
    await client.waitForText('导入完成');
    expect(client.screen()).toContain('新增 2 行');
    expect(await certificate('T1')).toMatchObject({ status: 'valid' });
    expect(await rowsInAudit('import:written')).toMatchObject([
      { memberId: supervisor.member.id, facts: { added: 2, confirmedBy: null } },
    ]);
    expect(await files()).toBe(0);
  });

  test('comes as a workbook, with the command first', async () => {
    const { client } = supervisor;
    await client.sendText('/import');
    await client.waitForText('导入证书库');
    const template = await client.waitForDocument();
    expect(Buffer.from(await client.download(template)).toString()).toMatch(/^\u{feff}姓名,性别,.*,状态\r\n$/u);
    await send(supervisor, { ...XLSX, bytes: workbook(registrySheet(rowsOf(1))) });
    expect((await client.waitForText(FOUND)).text).toContain('工作表“Sheet1”');
    await tapFor(client, '导入 1 处改动', '已确认');
    await journey.work();
    expect(await certificate('T0')).toBeDefined();
  });

  test('is written once, however often its button is tapped', async () => {
    const { client } = supervisor;
    await sendRows(supervisor, rowsOf(1));
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
    await sendRows(supervisor, rowsOf(1));
    const button = dataOf(supervisor, /导入 1/);
    await tapFor(client, '取消', '文件已删除');
    expect(await files()).toBe(0);
    await client.tap(button);
    await client.waitForText('已不存在');
    await journey.work();
    expect(await certificate('T0')).toBeUndefined();
  });

  test('is for who sent the file to confirm', async () => {
    const other = await journey.member('supervisor');
    await sendRows(supervisor, rowsOf(1));
    const { data } = dataOf(supervisor, /导入 1/);
    await other.client.tap({ messageId: other.client.lastMessage().message_id, data });
    await other.client.waitForText('只有发送该文件的同事');
    await journey.work();
    expect(await certificate('T0')).toBeUndefined();
  });

  test('is tried anew when the registry has changed meanwhile', async () => {
    const { client } = supervisor;
    await sendRows(supervisor, rowsOf(2));
    await tapFor(client, '导入 2 处改动', '已确认');
    await journey.work();
    await sendRows(supervisor, rowsOf(2, { status: '已撤销' }));
    const { id } = (await certificate('T0'))!;
    const { storage, deps, clock } = journey;
    await storage.transact((tx) => withdrawCertificate(tx, deps, { now: clock.now(), certificateId: id }));
    await tapFor(client, '导入 2 处改动', '已确认');
    await journey.work();
    await client.waitForText('证书库有变动');
    expect(await certificate('T1')).toMatchObject({ status: 'valid' });
    await tapFor(client, '导入 1 处改动', '已确认');
    await journey.work();
    expect(await certificate('T1')).toMatchObject({ status: 'withdrawn' });
  });

  test('is not there any more after a day', async () => {
    const { client } = supervisor;
    await sendRows(supervisor, rowsOf(1));
    const button = dataOf(supervisor, /导入 1/);
    await journey.advance({ days: 1 });
    expect(await files()).toBe(0);
    await client.tap(button);
    await client.waitForText('已不存在');
  });

  test('that was written before a kill is reported after it, and written no second time', async () => {
    const { client, member } = supervisor;
    await sendRows(supervisor, rowsOf(1));
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
    expect(await rowsInAudit('import:written')).toHaveLength(1);
  });

  test('that changes nothing asks nobody', async () => {
    const { client } = supervisor;
    await sendRows(supervisor, rowsOf(1));
    await tapFor(client, '导入 1 处改动', '已确认');
    await journey.work();
    await send(supervisor, { ...CSV, bytes: bytesOf(rowsOf(1)) });
    await client.waitForText('没有改动');
    expect(await files()).toBe(0);
  });
});

describe('a file that can not be imported', () => {
  test('comes back with its bad rows, as a spreadsheet opens them rightly', async () => {
    const { client } = supervisor;
    const rows = [row({ ...WANG }), row({ ...WANG, name: '=1+1', management_number: 'T2' }), row({ status: '' })];
    await send(supervisor, { ...CSV, bytes: bytesOf(rows) });
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
    expect(await files()).toBe(0);
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
    await send(supervisor, { file_name, mime_type: '', bytes });
    expect((await supervisor.client.waitForText('无法导入')).text).toContain(sentence);
    expect(await files()).toBe(0);
  });

  test('is not even looked at for an agent', async () => {
    const agent = await journey.member('agent');
    await agent.client.sendDocument({ ...CSV, bytes: bytesOf(rowsOf(1)) });
    await agent.client.waitForText('没有这项权限');
    expect(await files()).toBe(0);
    expect(await rowsInAudit('document.said')).toMatchObject([{ memberId: agent.member.id, refusal: 'not-allowed' }]);
  });
});

describe('an import of more rows than one may confirm', () => {
  const ROWS = rowsOf(201);

  async function ask(): Promise<PlayedMember> {
    const second = await journey.member('supervisor', 'en');
    const shown = await sendRows(supervisor, ROWS);
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
    expect(await certificate('T200')).toBeDefined();
    expect(await rowsInAudit('import:written')).toMatchObject([
      { memberId: supervisor.member.id, facts: { added: 201, confirmedBy: second.member.id } },
    ]);
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
    expect(await certificate('T0')).toBeUndefined();
  });

  test('is deleted when it is declined, and who asked is told by whom', async () => {
    const second = await ask();
    await tapFor(second.client, 'Decline', 'Declined');
    await journey.work();
    await supervisor.client.waitForText('已拒绝您提交的导入', { before: true });
    expect(supervisor.client.screen()).toContain(second.member.name);
    expect(await files()).toBe(0);
  });

  test('can be taken back, and then nobody can confirm it', async () => {
    const second = await ask();
    await tapFor(supervisor.client, '撤回', '已撤回');
    await second.client.tap(dataOf(second, /Import 201/));
    await second.client.waitForText('took it back');
    await journey.work();
    expect(await certificate('T0')).toBeUndefined();
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
    expect(await rowsInAudit('import:written')).toHaveLength(1);
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
