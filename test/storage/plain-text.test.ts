import { readdir, readFile } from 'node:fs/promises';
import sqlite3 from 'sqlite3';
import { describe, expect, it } from 'vitest';
import type { Storage, Transaction } from '../../engine/ports/storage.ts';
import { openTestStorage, TEST_DATA_KEY } from '../fakes/test-storage.ts';
import { endorsement, holder, minutes, NOW, outboxItem, seed } from './samples.ts';
import { auditEntry, member, proposal } from './staff-samples.ts';
import { temporaryFolder } from './temporary-folder.ts';

const path = temporaryFolder();

const SECRETS = {
  name: '欧阳测试员',
  documentNumber: '11010519491231002X',
  phone: '8613912345678',
  linkCode: 'QWERT-YUIOP',
  typed: '正在输入的号码',
  reply: '您好，欧阳测试员',
  token: '1234567:AAbotTOKENthatMustNotLeak',
  fileId: 'BQACAgQAAxkDAAIBfile',
  pdf: '%PDF-1.7 of the copy',
  memberName: '客服小张',
  invitation: '0123456789ABCDEFGHJK',
  staffReason: '本人来电要求撤销',
  staffFile: '姓名,证件号码',
};

const person = holder(1, {
  name: SECRETS.name,
  documentType: 'resident-identity-card',
  documentNumber: SECRETS.documentNumber,
  phone: SECRETS.phone,
});

async function fill(storage: Storage): Promise<void> {
  await storage.transact(async (tx) => {
    await seed(tx);
    await tx.holders.updateMany([person]);
    await tx.linkCodes.put(SECRETS.linkCode, person.id, minutes(60));
    await tx.dialogs.put('account-1', 0, { flow: 'f', step: 's', data: { typed: SECRETS.typed }, expiresAt: NOW });
    await tx.updates.note('holder', 1, { text: SECRETS.reply }, NOW);
    await tx.endorsements.insert(endorsement(1), 'request-1');
    await tx.copies.put('endorsement-1', Buffer.from(SECRETS.pdf));
    await tx.copies.setFileId('endorsement-1', 'holder', SECRETS.fileId);
    await tx.outbox.add(outboxItem(1));
    await tx.outbox.claim('item-1');
    const error = `https://api.telegram.org/bot${SECRETS.token}/sendDocument failed`;
    await tx.outbox.settle('item-1', 'dead', { at: NOW, error });
    await fillStaff(tx);
    await tx.alerts.raise({ key: 'outbox:key-1', kind: 'outbox-dead', at: NOW, facts: { detail: error } });
  });
}

async function fillStaff({ staff }: Transaction): Promise<void> {
  const { memberName, invitation, staffReason: reason, staffFile, typed } = SECRETS;
  await staff.members.insert(member(1, { name: memberName }));
  await staff.invitations.put(invitation, { role: 'agent', invitedBy: null, expiresAt: minutes(60) });
  await staff.audit.add(auditEntry(1, { reason }));
  await staff.dialogs.put('member-1', 0, { flow: 'f', step: 's', data: { typed }, expiresAt: NOW });
  await staff.proposals.insert(proposal(1, { reason, payload: { note: reason } }));
  await staff.files.put({ id: 'file-1', name: memberName, bytes: Buffer.from(staffFile), expiresAt: minutes(60) });
  const task = { id: 'task-1', kind: 'import', memberId: 'member-1', chatId: 7, threadId: null, createdAt: NOW };
  await staff.tasks.add({ ...task, payload: { typed } });
}

/** Every byte of the database on disk: the file, its write-ahead log and what else lies beside it. */
async function bytesOnDisk(name: string): Promise<Buffer> {
  const folder = path('');
  const names = (await readdir(folder)).filter((entry) => entry.startsWith(name));
  return Buffer.concat(await Promise.all(names.map((entry) => readFile(path(entry)))));
}

function secretsIn(bytes: Buffer): string[] {
  const needles = Object.entries(SECRETS).flatMap(([what, text]) => [
    [what, Buffer.from(text)] as const,
    [
      what,
      Buffer.from(
        Buffer.from(text)
          .toString('base64')
          .replace(/.{0,4}=*$/, ''),
      ),
    ] as const,
    [what, Buffer.from(text, 'utf16le')] as const,
  ]);
  const key = Buffer.from(TEST_DATA_KEY);
  const keys = [key, Buffer.from(key.toString('base64')), Buffer.from(key.toString('hex'))];
  const found = needles.filter(([, needle]) => bytes.includes(needle)).map(([what]) => what);
  return keys.some((needle) => bytes.includes(needle)) ? [...found, 'data key'] : found;
}

/** All of the column's values, as they lie in the file. */
function rawColumn(file: string, sql: string): Promise<Buffer[]> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer[]>();
  const database = new sqlite3.Database(file, sqlite3.OPEN_READONLY);
  database.all<{ value: Buffer }>(sql, (error, rows) => {
    database.close();
    return error ? reject(error) : resolve(rows.map((row) => row.value));
  });
  return promise;
}

describe('the database file', () => {
  it('holds no identity number, phone, name, code, token or key in plain text, its log included', async () => {
    const storage = await openTestStorage(path('plain.db'));
    await fill(storage);
    const whileOpen = await bytesOnDisk('plain.db');
    const readable = await storage.transact((tx) =>
      tx.holders.findByDocument('resident-identity-card', SECRETS.documentNumber),
    );
    await storage.close();
    const afterwards = await bytesOnDisk('plain.db');
    expect(readable).toEqual(person);
    // That the search finds what lies there: messenger user ids and references are plain.
    expect(whileOpen.includes('copy","endorsementId":"endorsement-1"')).toBe(true);
    expect(afterwards.includes('copy","endorsementId":"endorsement-1"')).toBe(true);
    expect([secretsIn(whileOpen), secretsIn(afterwards)]).toEqual([[], []]);
  });

  it('keeps nothing of a copy that was deleted, encrypted or not', async () => {
    const file = path('deleted.db');
    const storage = await openTestStorage(file);
    await fill(storage);
    const [sealed] = await rawColumn(file, 'select bytes as value from endorsed_copy');
    const middle = sealed!.subarray(13, 33);
    expect((await bytesOnDisk('deleted.db')).includes(middle)).toBe(true);
    await storage.transact((tx) => tx.copies.delete('endorsement-1'));
    await storage.close();
    expect((await bytesOnDisk('deleted.db')).includes(middle)).toBe(false);
  });

  it('opens no value that was moved to another row', async () => {
    const file = path('moved.db');
    const storage = await openTestStorage(file);
    await fill(storage);
    await storage.close();
    const { promise, resolve } = Promise.withResolvers<unknown>();
    const database = new sqlite3.Database(file);
    database.run(
      `update holder set person = (select person from holder where id = 'holder-1') where id = 'holder-2'`,
      () => database.close(resolve),
    );
    await promise;
    const tampered = await openTestStorage(file);
    await expect(tampered.transact((tx) => tx.holders.get('holder-2'))).rejects.toMatchObject({
      code: 'undecipherable',
      message: 'A value of holder.person was altered or moved.',
    });
    await tampered.close();
  });
});
