import { describe, expect, it } from 'vitest';
import type { Proposal } from '../../../engine/ports/stores/staff-stores.ts';
import { decideProposal, propose } from '../../../engine/staff/proposals.ts';
import type { Member } from '../../../engine/staff/member.ts';
import type { Instant } from '../../../engine/time/instant.ts';
import { minutes, NOW } from '../../storage/samples.ts';
import { admin, agent, otherAdmin, policy, staffWorld, supervisor } from './staff-world.ts';

describe('a proposal', () => {
  const world = staffWorld(admin, otherAdmin, supervisor, agent);
  const ask = (by: Member, kind: Proposal['kind'] = 'withdraw-certificate') =>
    world.transact((tx) => {
      const asked = { now: NOW, by, kind, reason: '考试违纪', payload: { certificateId: 'certificate-1' } };
      return propose(tx, { policy, random: world.random }, asked);
    });
  const decide = (by: Member, id: string, decision: NonNullable<Proposal['decision']>['kind'], now: Instant = NOW) =>
    world.transact((tx) => decideProposal(tx, { now, by, id, decision }));
  const told = () => world.transact((tx) => tx.outbox.due('staff', minutes(99), 99));

  it('is told to all who may confirm it', async () => {
    const { id } = await ask(agent);
    const message = { kind: 'proposal-asked', proposalId: id };
    const items = await told();
    expect(items.map(({ accountId }) => accountId).sort()).toEqual([admin.id, otherAdmin.id, supervisor.id]);
    expect(items.map((item) => item.message)).toEqual([message, message, message]);
  });

  it.each(['confirmed', 'declined'] as const)('is %s by another, and who asked is told', async (kind) => {
    const proposal = await ask(agent);
    const decision = { kind, by: supervisor.id, at: NOW };
    expect(await decide(supervisor, proposal.id, kind)).toEqual({ ok: true, value: { ...proposal, decision } });
    const news = (await told()).filter(({ message }) => message.kind === 'proposal-decided');
    expect(news).toMatchObject([{ accountId: agent.id, message: { proposalId: proposal.id } }]);
  });

  it.each(['confirmed', 'declined'] as const)('is not %s by who asked, not even by an admin', async (decision) => {
    const { id } = await ask(admin);
    expect(await decide(admin, id, decision)).toEqual({ ok: false, refusal: { kind: 'same-person' } });
  });

  it('is taken back by who asked only', async () => {
    const { id } = await ask(agent);
    expect(await decide(admin, id, 'taken-back')).toEqual({ ok: false, refusal: { kind: 'not-yours' } });
    expect(await decide(agent, id, 'taken-back')).toMatchObject({ ok: true });
  });

  it('is not decided by who may not do such a thing', async () => {
    const { id } = await ask(supervisor, 'import');
    const refusal = { kind: 'not-allowed', capability: 'confirm-import' };
    expect(await decide(agent, id, 'confirmed')).toEqual({ ok: false, refusal });
  });

  it('is decided by the first of two who act at once; the other is told by whom and how', async () => {
    const { id } = await ask(agent);
    const both = await Promise.all([decide(admin, id, 'declined'), decide(otherAdmin, id, 'confirmed', minutes(1))]);
    const refusal = { kind: 'already-decided', decision: 'declined', by: admin.id, at: NOW };
    expect(both).toMatchObject([{ ok: true }, { ok: false, refusal }]);
  });

  it('expires after three days', async () => {
    const { id, expiresAt } = await ask(agent);
    expect(expiresAt).toBe(minutes(3 * 24 * 60));
    expect(await decide(admin, id, 'confirmed', expiresAt)).toEqual({
      ok: false,
      refusal: { kind: 'expired', at: expiresAt },
    });
    expect(await decide(admin, id, 'confirmed', minutes(3 * 24 * 60 - 1))).toMatchObject({ ok: true });
  });

  it('that nobody knows is said to be none', async () => {
    expect(await decide(admin, 'none', 'confirmed')).toEqual({ ok: false, refusal: { kind: 'no-such-proposal' } });
  });
});
