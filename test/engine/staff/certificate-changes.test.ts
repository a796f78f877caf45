import { afterEach, beforeEach, expect, it } from 'vitest';
import { withdrawCertificate } from '../../../engine/registry/withdraw-certificate.ts';
import { confirmChange } from '../../../engine/staff/certificates/confirm-change.ts';
import {
  type CertificateChange,
  openProposalOf,
  proposeChange,
} from '../../../engine/staff/certificates/propose-change.ts';
import type { Member } from '../../../engine/staff/member.ts';
import { decideProposal } from '../../../engine/staff/proposals.ts';
import { member } from '../../storage/staff-samples.ts';
import { World } from '../world.ts';

const AGENT = member(1);
const SUPERVISOR = member(2, { role: 'supervisor' });
const OTHER = member(3, { role: 'supervisor' });

let world: World;
beforeEach(async () => {
  world = await World.open();
  await world.storage.transact(async (tx) => {
    for (const one of [AGENT, SUPERVISOR, OTHER]) await tx.staff.members.insert(one);
  });
});
afterEach(() => world.storage.close());

function propose(change: CertificateChange, by: Member = AGENT, certificateId = 'c1') {
  const ask = { now: world.clock.now(), by, change, certificateId, reason: '发证机关来函' };
  return world.storage.transact((tx) => proposeChange(tx, world, ask));
}

async function proposed(change: CertificateChange, by: Member = AGENT): Promise<string> {
  const result = await propose(change, by);
  if (!result.ok) throw new Error(result.refusal.kind);
  return result.value.id;
}

const confirm = (proposalId: string, by: Member = SUPERVISOR) =>
  world.storage.transact((tx) => confirmChange(tx, world, { now: world.clock.now(), by, proposalId }));
const status = async () => (await world.storage.transact((tx) => tx.certificates.get('c1')))?.status;
const open = () => world.storage.transact((tx) => openProposalOf(tx, world.clock.now(), 'c1'));

it('nothing is withdrawn before another member confirms, then all its endorsements are revoked', async () => {
  const { id } = await world.valid();
  const proposalId = await proposed('withdraw-certificate');
  expect([await status(), (await open())?.id]).toEqual(['valid', proposalId]);
  expect(await confirm(proposalId)).toMatchObject({ ok: true, value: { revoked: 1, certificate: { id: 'c1' } } });
  expect(await status()).toBe('withdrawn');
  expect(await world.endorsement(id)).toMatchObject({ status: 'revoked', endedBecause: 'certificate-withdrawn' });
  expect(await open()).toBeUndefined();
});

it('a restored certificate is valid again, and what was revoked with it stays revoked', async () => {
  const { id } = await world.valid();
  await confirm(await proposed('withdraw-certificate'));
  const proposalId = await proposed('restore-certificate', SUPERVISOR);
  expect(await confirm(proposalId, OTHER)).toMatchObject({ ok: true, value: { revoked: 0 } });
  expect(await status()).toBe('valid');
  expect((await world.endorsement(id)).status).toBe('revoked');
  expect(await world.journal()).toEqual(expect.arrayContaining(['certificate-withdrawn', 'certificate-restored']));
  expect(await world.request()).toMatchObject({ ok: true });
});

it('nobody confirms their own, and no agent anybody else’s', async () => {
  const proposalId = await proposed('withdraw-certificate', SUPERVISOR);
  expect(await confirm(proposalId, SUPERVISOR)).toEqual({ ok: false, refusal: { kind: 'same-person' } });
  expect(await confirm(proposalId, AGENT)).toMatchObject({ ok: false, refusal: { kind: 'not-allowed' } });
  expect(await status()).toBe('valid');
});

it('of two who confirm at once one wins, and the other learns who', async () => {
  const proposalId = await proposed('withdraw-certificate');
  const [first, second] = await Promise.all([confirm(proposalId), confirm(proposalId, OTHER)]);
  expect(first).toMatchObject({ ok: true });
  const at = world.clock.now();
  expect(second).toEqual({
    ok: false,
    refusal: { kind: 'already-decided', decision: 'confirmed', by: SUPERVISOR.id, at },
  });
  expect((await world.journal()).filter((kind) => kind === 'certificate-withdrawn')).toHaveLength(1);
});

it('is asked for once at a time', async () => {
  const id = await proposed('withdraw-certificate');
  expect(await propose('withdraw-certificate', SUPERVISOR)).toMatchObject({
    ok: false,
    refusal: { kind: 'already-asked', proposal: { id, askedBy: AGENT.id } },
  });
});

it.each([
  ['restore-certificate', 'c1', 'nothing-to-change'],
  ['withdraw-certificate', 'c9', 'no-such-certificate'],
] as const)('is not asked for in vain: %s of %s', async (change, certificateId, kind) => {
  expect(await propose(change, AGENT, certificateId)).toMatchObject({ ok: false, refusal: { kind } });
});

it('is not confirmed once an import did the same; then it can only be declined', async () => {
  const proposalId = await proposed('withdraw-certificate');
  await world.storage.transact((tx) => withdrawCertificate(tx, world, { now: world.clock.now(), certificateId: 'c1' }));
  expect(await confirm(proposalId)).toMatchObject({ ok: false, refusal: { kind: 'nothing-to-change' } });
  const declined = { now: world.clock.now(), by: SUPERVISOR, id: proposalId, decision: 'declined' } as const;
  expect(await world.storage.transact((tx) => decideProposal(tx, declined))).toMatchObject({ ok: true });
});

it('is over after some days without an answer', async () => {
  const proposalId = await proposed('withdraw-certificate');
  world.clock.advance({ hours: world.policy.staff.proposalHours });
  expect(await confirm(proposalId)).toMatchObject({ ok: false, refusal: { kind: 'expired' } });
  expect(await open()).toBeUndefined();
  expect(await propose('withdraw-certificate')).toMatchObject({ ok: true });
});
