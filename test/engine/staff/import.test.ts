import { beforeEach, describe, expect, it } from 'vitest';
import type { StaffTask } from '../../../engine/ports/stores/staff-stores.ts';
import { importRegistry } from '../../../engine/registry/import/import-registry.ts';
import { withdrawCertificate } from '../../../engine/registry/withdraw-certificate.ts';
import { restoreCertificate } from '../../../engine/registry/restore-certificate.ts';
import { checkImport, receiveImport, takeBackImport } from '../../../engine/staff/import/check-import.ts';
import { confirmImport, decideImport, proposeImport } from '../../../engine/staff/import/confirm-import.ts';
import type { HeldImport } from '../../../engine/staff/import/held-import.ts';
import { writeImport, type WriteRefusal } from '../../../engine/staff/import/write-import.ts';
import type { Member } from '../../../engine/staff/member.ts';
import { HOUR_MS, later } from '../../../engine/time/instant.ts';
import { csv, importDeps, NOW, row, WANG } from '../../registry/registry-file.ts';
import { member } from '../../storage/staff-samples.ts';
import { otherAdmin, policy, staffWorld, supervisor } from './staff-world.ts';

const world = staffWorld(supervisor, otherAdmin);
const deps = () => ({ ...importDeps(world.storage), policy });
const ask = { now: NOW, onProgress: () => undefined };
const bytesOf = (rows: Parameters<typeof csv>[0]): Uint8Array => new TextEncoder().encode(csv(rows));

const nextTask = (): Promise<StaffTask> =>
  world.transact(async (tx) => {
    const task = await tx.staff.tasks.claim(NOW, later(NOW, HOUR_MS));
    if (!task) throw new Error('no task waits');
    await tx.staff.tasks.finish(task);
    return task;
  });

/** A file that was sent, and what its dry run found. */
async function sent(rows: Parameters<typeof csv>[0]): Promise<HeldImport> {
  const file = { now: NOW, memberId: supervisor.id, chatId: 1, name: 'r.csv', bytes: bytesOf(rows) };
  await world.transact((tx) => receiveImport(tx, deps(), file));
  const checked = await checkImport(deps(), await nextTask(), ask);
  if (!checked.ok) throw new Error(checked.refusal.kind);
  return checked.value;
}

const asking = ({ id, summary }: HeldImport, by = supervisor) => ({
  now: NOW,
  by,
  id,
  fingerprint: summary.fingerprint,
});
const confirm = (held: HeldImport) => world.transact((tx) => confirmImport(tx, deps(), asking(held)));
/** Has another member confirm it. */
async function confirmTogether(held: HeldImport): Promise<void> {
  const proposal = await world.transact((tx) => proposeImport(tx, deps(), { ...asking(held), reason: 'November' }));
  if (!proposal.ok) throw new Error(proposal.refusal.kind);
  const decision = { now: NOW, by: otherAdmin, id: proposal.value.id, decision: 'confirmed' } as const;
  expect(await world.transact((tx) => decideImport(tx, deps(), decision))).toMatchObject({ ok: true });
}

const takeBack = ({ id }: HeldImport) =>
  world.transact((tx) => takeBackImport(tx, { now: NOW, id, memberId: supervisor.id }));
const written = () => world.transact((tx) => tx.imports.count());

async function refusedToWrite(): Promise<WriteRefusal> {
  const result = await writeImport(deps(), await nextTask(), ask);
  if (result.ok) throw new Error('it was written');
  return result.refusal;
}

/** Another dry run, because the registry is no longer as it was. */
async function triedAnew(): Promise<HeldImport> {
  const refusal = await refusedToWrite();
  if (refusal.kind !== 'registry-changed') throw new Error(refusal.kind);
  return refusal.held;
}

describe('an import that is being written', () => {
  it('can be neither taken back nor proposed, for it will be written all the same', async () => {
    const held = await sent([row()]);
    expect(await confirm(held)).toMatchObject({ ok: true });
    const already = { ok: false, refusal: { kind: 'already-confirmed' } };
    expect(await takeBack(held)).toMatchObject(already);
    const again = await world.transact((tx) => proposeImport(tx, deps(), { ...asking(held), reason: 'again' }));
    expect(again).toMatchObject(already);
    expect(await confirm(held)).toMatchObject(already);
    expect(await writeImport(deps(), await nextTask(), ask)).toEqual({ ok: true, value: 'written' });
    expect(await written()).toBe(1);
  });

  it('does not expire before its task comes to it', async () => {
    const held = await sent([row()]);
    const lastMoment = later(held.expiresAt, -1);
    const asked = { ...asking(held), now: lastMoment };
    expect(await world.transact((tx) => confirmImport(tx, deps(), asked))).toMatchObject({ ok: true });
    const now = later(lastMoment, HOUR_MS);
    expect(await world.transact((tx) => tx.staff.files.prune(now))).toBe(0);
    expect(await writeImport(deps(), await nextTask(), { ...ask, now })).toEqual({ ok: true, value: 'written' });
  });
});

describe('an import of what the registry was again after it had changed', () => {
  const changed = [row({ speciality: '机电工程' })];
  let id: string;
  beforeEach(async () => {
    await importRegistry(deps(), { now: NOW, bytes: bytesOf([row()]), dryRun: false });
    id = (await world.transact((tx) => tx.certificates.findByManagementNumbers(['T0001'])))[0]!.id;
  });
  const withdraw = () => world.transact((tx) => withdrawCertificate(tx, deps(), { now: NOW, certificateId: id }));
  const restore = () => world.transact((tx) => restoreCertificate(tx, { now: NOW, certificateId: id }));

  it('is written when it is confirmed the second time', async () => {
    const first = await sent(changed);
    await confirm(first);
    await withdraw();
    const second = await triedAnew();
    await confirm(second);
    await restore();
    const third = await triedAnew();
    expect(third.summary.fingerprint).toBe(first.summary.fingerprint);
    expect(await confirm(third)).toMatchObject({ ok: true });
    expect(await writeImport(deps(), await nextTask(), ask)).toMatchObject({ ok: true });
    expect(await written()).toBe(2);
  });

  it('is written by no task that is begun again after a kill before it is confirmed the second time', async () => {
    await confirm(await sent(changed));
    const task = await nextTask();
    await withdraw();
    const first = await writeImport(deps(), task, ask);
    expect(first).toMatchObject({ refusal: { kind: 'registry-changed', held: { dryRun: 2, confirmed: false } } });
    expect(await writeImport(deps(), task, ask)).toEqual(first);
    expect(await written()).toBe(1);
  });

  it('is left to the task of who confirmed it the second time', async () => {
    await confirm(await sent(changed));
    const task = await nextTask();
    await withdraw();
    const again = await writeImport(deps(), task, ask);
    if (again.ok || again.refusal.kind !== 'registry-changed') throw new Error('it was not tried anew');
    await confirm(again.refusal.held);
    expect(await writeImport(deps(), task, ask)).toEqual({ ok: false, refusal: { kind: 'gone' } });
    expect(await writeImport(deps(), await nextTask(), ask)).toMatchObject({ ok: true });
    expect(await written()).toBe(2);
  });
});

describe('a dry run that is begun again after a kill', () => {
  it('answers what is held already, for it may have been confirmed meanwhile', async () => {
    const file = { now: NOW, memberId: supervisor.id, chatId: 1, name: 'r.csv', bytes: bytesOf([row()]) };
    await world.transact((tx) => receiveImport(tx, deps(), file));
    const task = await nextTask();
    const checked = await checkImport(deps(), task, ask);
    if (!checked.ok) throw new Error(checked.refusal.kind);
    await confirm(checked.value);
    expect(await checkImport(deps(), task, ask)).toMatchObject({ ok: true, value: { confirmed: true } });
    expect(await confirm(checked.value)).toMatchObject({ refusal: { kind: 'already-confirmed' } });
  });
});

describe('an import that was confirmed and could not be written', () => {
  const audited = () => world.transact((tx) => tx.staff.audit.search({}, { offset: 0, limit: 9 }));

  it('leaves an audit row that says why', async () => {
    const held = await sent([row(), row({ ...WANG, management_number: 'T2' })]);
    await confirm(held);
    await importRegistry(deps(), { now: NOW, bytes: bytesOf([row()]), dryRun: false });
    await triedAnew();
    expect(await audited()).toMatchObject([
      { action: 'import:written', memberId: supervisor.id, about: held.id, refusal: 'registry-changed' },
    ]);
  });

  it('is reported to who had confirmed it, for that was promised', async () => {
    const held = await sent([row(), row({ ...WANG, management_number: 'T2' })]);
    await confirmTogether(held);
    await importRegistry(deps(), { now: NOW, bytes: bytesOf([row()]), dryRun: false });
    await triedAnew();
    await world.transact((tx) => tx.outbox.cancel('staff:proposal-'));
    expect(await world.transact((tx) => tx.outbox.due('staff', NOW, 9))).toMatchObject([
      {
        accountId: otherAdmin.id,
        message: { kind: 'import-not-written', importId: held.id, because: 'registry-changed' },
      },
    ]);
  });

  it('is not written for a member who was suspended meanwhile, though another had confirmed it', async () => {
    const held = await sent([row()]);
    await confirmTogether(held);
    await world.transact((tx) => tx.staff.members.changeStatus(supervisor.id, 'active', 'suspended'));
    expect(await refusedToWrite()).toEqual({ kind: 'suspended' });
    expect(await written()).toBe(0);
    expect(await audited()).toMatchObject([{ action: 'import:written', refusal: 'suspended' }]);
    expect(await world.transact((tx) => tx.staff.files.get(held.id))).toBeUndefined();
  });
});

describe('a proposal', () => {
  it('is not confirmed by who asked for it, not even as another member', async () => {
    const held = await sent([row()]);
    const proposal = await world.transact((tx) => proposeImport(tx, deps(), { ...asking(held), reason: 'November' }));
    if (!proposal.ok) throw new Error(proposal.refusal.kind);
    const back: Member = member(9, { role: 'supervisor', userId: supervisor.userId });
    await world.transact(async (tx) => {
      await tx.staff.members.changeStatus(supervisor.id, 'active', 'removed');
      await tx.staff.members.insert(back);
    });
    const decision = { now: NOW, by: back, id: proposal.value.id, decision: 'confirmed' } as const;
    expect(await world.transact((tx) => decideImport(tx, deps(), decision))).toMatchObject({
      refusal: { kind: 'same-person' },
    });
  });
});
