import { describe, expect, it } from 'vitest';
import type { Transaction } from '../../../engine/ports/storage.ts';
import type { Instant } from '../../../engine/time/instant.ts';
import { inviteMember } from '../../../engine/staff/invite-member.ts';
import { join, type Newcomer } from '../../../engine/staff/join.ts';
import { changeMember, listMembers, type MemberChange } from '../../../engine/staff/manage-members.ts';
import type { Member } from '../../../engine/staff/member.ts';
import type { StaffRole } from '../../../engine/staff/permissions.ts';
import { minutes, NOW } from '../../storage/samples.ts';
import { admin, agent, otherAdmin, policy, staffWorld, supervisor } from './staff-world.ts';

const NEWCOMER: Newcomer = { id: 77, name: '新来的', language: 'en' };

describe('an invitation', () => {
  const world = staffWorld(admin);
  const invite = (role: StaffRole = 'agent', by: string | null = admin.id) =>
    world.transact((tx) => inviteMember(tx, { policy, random: world.random }, { now: NOW, role, by }));
  const come = (code: string, { user = NEWCOMER, now = NOW }: { user?: Newcomer; now?: Instant } = {}) =>
    world.transact((tx) => join(tx, { random: world.random }, { now, code, user }));

  it('makes who comes with it a member of its role, and the audit says by whose invitation', async () => {
    const { code } = await invite('supervisor');
    const joined = await come(code);
    const expected = {
      userId: 77,
      name: '新来的',
      role: 'supervisor',
      status: 'active',
      language: 'en',
      joinedAt: NOW,
    };
    expect(joined).toMatchObject({ ok: true, value: expected });
    const [found, rows] = await world.transact(async (tx) => [
      await tx.staff.members.findByUser(77),
      await tx.staff.audit.search({}, { offset: 0, limit: 9 }),
    ]);
    expect(found).toMatchObject(expected);
    expect(rows).toMatchObject([{ memberId: found?.id, action: 'join', facts: { invitedBy: admin.id } }]);
  });

  it('works once', async () => {
    const { code } = await invite();
    await come(code);
    const second = await come(code, { user: { ...NEWCOMER, id: 78 } });
    expect(second).toEqual({ ok: false, refusal: { kind: 'no-invitation' } });
  });

  it('works for one of two who come at once', async () => {
    const { code } = await invite();
    const both = await Promise.all([come(code), come(code, { user: { ...NEWCOMER, id: 78 } })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('is over after a day', async () => {
    const { code, expiresAt } = await invite();
    expect(expiresAt).toBe(minutes(24 * 60));
    expect(await come(code, { now: expiresAt })).toEqual({ ok: false, refusal: { kind: 'no-invitation' } });
    expect(await come(code, { now: minutes(24 * 60 - 1) })).toMatchObject({ ok: true });
  });

  it.each(['', 'GUESSED', '0'.repeat(20), 'v-0000'])('is nothing that can be guessed: %j', async (code) => {
    expect(await come(code)).toEqual({ ok: false, refusal: { kind: 'no-invitation' } });
  });

  it.each([
    ['was removed', (tx: Transaction) => tx.staff.members.changeStatus(admin.id, 'active', 'removed')],
    ['was suspended', (tx: Transaction) => tx.staff.members.changeStatus(admin.id, 'active', 'suspended')],
    ['is no admin any more', (tx: Transaction) => tx.staff.members.changeRole(admin.id, 'admin', 'supervisor')],
  ])('is void when who made it %s: nobody comes back by a code that they kept', async (_what, change) => {
    const { code } = await invite('admin');
    await world.transact(change);
    const user = { ...NEWCOMER, id: admin.userId + 1000 };
    expect(await come(code, { user })).toEqual({ ok: false, refusal: { kind: 'no-invitation' } });
  });

  it('is not used up while it is void, and works again when who made it may invite again', async () => {
    const { code } = await invite();
    await world.transact((tx) => tx.staff.members.changeStatus(admin.id, 'active', 'suspended'));
    expect(await come(code)).toEqual({ ok: false, refusal: { kind: 'no-invitation' } });
    await world.transact((tx) => tx.staff.members.changeStatus(admin.id, 'suspended', 'active'));
    expect(await come(code)).toMatchObject({ ok: true });
  });

  it('is not used up by who is a member already, suspended or not', async () => {
    const { code } = await invite('admin');
    const user = { ...NEWCOMER, id: admin.userId };
    expect(await come(code, { user })).toEqual({ ok: false, refusal: { kind: 'member-already', member: admin } });
    await world.transact((tx) => tx.staff.members.changeStatus(admin.id, 'active', 'suspended'));
    expect(await come(code, { user })).toMatchObject({ refusal: { member: { status: 'suspended' } } });
    await world.transact((tx) => tx.staff.members.changeStatus(admin.id, 'suspended', 'active'));
    expect(await come(code)).toMatchObject({ ok: true });
  });

  it('lets somebody come back who was removed, as another member', async () => {
    await world.transact((tx) => tx.staff.members.changeStatus(admin.id, 'active', 'removed'));
    const { code } = await invite('agent', null);
    const back = await come(code, { user: { ...NEWCOMER, id: admin.userId } });
    expect(back).toMatchObject({ ok: true, value: { role: 'agent', status: 'active' } });
    const found = await world.transact((tx) => tx.staff.members.findByUser(admin.userId));
    expect(found?.id).not.toBe(admin.id);
  });
});

describe('a member', () => {
  const world = staffWorld(admin, otherAdmin, supervisor, agent);
  const change = (by: Member, id: string, change: MemberChange) =>
    world.transact((tx) => changeMember(tx, { now: NOW, by, id, change }));
  const now = (id: string) => world.transact((tx) => tx.staff.members.get(id));

  it('is listed, admins first', async () => {
    const listed = await world.transact(listMembers);
    expect(listed.map(({ id }) => id)).toEqual([admin, otherAdmin, supervisor, agent].map(({ id }) => id));
  });

  it.each<[MemberChange, Partial<Member>]>([
    [{ kind: 'change-role', from: 'agent', to: 'supervisor' }, { role: 'supervisor' }],
    [{ kind: 'suspend' }, { status: 'suspended' }],
    [{ kind: 'remove', from: 'active' }, { status: 'removed' }],
  ])('is changed by an admin: %j', async (wanted, expected) => {
    const after = { ...agent, ...expected };
    expect(await change(admin, agent.id, wanted)).toEqual({ ok: true, value: after });
    expect(await now(agent.id)).toEqual(after);
  });

  it('can be let in again while suspended, and is gone once removed', async () => {
    await change(admin, agent.id, { kind: 'suspend' });
    expect(await change(admin, agent.id, { kind: 'resume' })).toMatchObject({ ok: true, value: agent });
    await change(admin, agent.id, { kind: 'remove', from: 'active' });
    const resumed = await change(admin, agent.id, { kind: 'resume' });
    expect(resumed).toMatchObject({ refusal: { kind: 'changed-meanwhile', member: { status: 'removed' } } });
  });

  it.each<MemberChange>([
    { kind: 'change-role', from: 'admin', to: 'agent' },
    { kind: 'suspend' },
    { kind: 'remove', from: 'active' },
  ])('changes nothing about themselves: %j', async (wanted) => {
    expect(await change(admin, admin.id, wanted)).toEqual({ ok: false, refusal: { kind: 'yourself' } });
    expect(await now(admin.id)).toEqual(admin);
  });

  it.each<MemberChange>([
    { kind: 'change-role', from: 'admin', to: 'supervisor' },
    { kind: 'suspend' },
    { kind: 'remove', from: 'active' },
  ])('who is the last active admin stays: %j', async (wanted) => {
    await change(admin, otherAdmin.id, { kind: 'suspend' });
    const refused = await change(supervisor, admin.id, wanted);
    expect(refused).toEqual({ ok: false, refusal: { kind: 'last-admin', member: admin } });
    expect(await now(admin.id)).toEqual(admin);
  });

  it('who is a suspended admin may go, for they are not the last active one', async () => {
    await change(admin, otherAdmin.id, { kind: 'suspend' });
    expect(await change(admin, otherAdmin.id, { kind: 'remove', from: 'suspended' })).toMatchObject({ ok: true });
  });

  it('is changed by the first of two who act at once; the other is told what they are now', async () => {
    const promote: MemberChange = { kind: 'change-role', from: 'agent', to: 'supervisor' };
    const both = await Promise.all([
      change(admin, agent.id, promote),
      change(otherAdmin, agent.id, { ...promote, to: 'admin' }),
    ]);
    expect(both).toMatchObject([
      { ok: true, value: { role: 'supervisor' } },
      { refusal: { kind: 'changed-meanwhile', member: { role: 'supervisor' } } },
    ]);
  });

  it('leaves an admin when two admins remove each other at once', async () => {
    const remove: MemberChange = { kind: 'remove', from: 'active' };
    const both = await Promise.all([change(admin, otherAdmin.id, remove), change(otherAdmin, admin.id, remove)]);
    expect(both).toMatchObject([{ ok: true }, { refusal: { kind: 'last-admin' } }]);
  });

  it('who is suspended finds nothing of what they were in the middle of', async () => {
    const dialog = { flow: 'find', step: 'number', data: {}, expiresAt: minutes(60) };
    await world.transact((tx) => tx.staff.dialogs.put(agent.id, 0, dialog));
    await change(admin, agent.id, { kind: 'suspend' });
    const left = await world.transact(async (tx) => [
      await tx.staff.dialogs.get(agent.id),
      await tx.staff.dialogs.version(agent.id),
    ]);
    expect(left).toEqual([undefined, 2]);
  });

  it('that nobody knows is said to be none', async () => {
    expect(await change(admin, 'nobody', { kind: 'suspend' })).toEqual({
      ok: false,
      refusal: { kind: 'no-such-member' },
    });
  });
});
