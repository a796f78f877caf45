import { MissingGlyphFault } from '../document/faults.ts';
import type { Endorsement, GenerationFailure } from '../endorsement/endorsement.ts';
import { enqueueForHolder, outboxKey } from '../outbox/enqueue.ts';
import type { Policy } from '../policy/policy.ts';
import type { Clock } from '../ports/clock.ts';
import type { CopyMaker, MadeCopy } from '../ports/copy-maker.ts';
import type { Job } from '../ports/stores/endorsement-stores.ts';
import type { Storage, Transaction } from '../ports/storage.ts';
import type { Catalogue } from '../registry/catalogue.ts';
import type { Certificate, Holder } from '../registry/holder.ts';
import { type Instant, later, type Zone } from '../time/instant.ts';
import { certificateFace, endorsementFace } from './copy-faces.ts';
import { discard } from './discard.ts';
import { failGeneration } from './fail-generation.ts';
import { failureOf } from './failure-of.ts';
import { glyphFacts } from './glyph-facts.ts';
import { sealingIssuer } from './issuer-alerts.ts';
import { retryPause } from './retry-pause.ts';
import { tellOfCopy, tellOfFault } from './tell-of-making.ts';

export interface GenerateDeps {
  storage: Storage;
  clock: Clock;
  policy: Policy;
  zone: Zone;
  catalogue: Catalogue;
  maker: CopyMaker;
  /** What the QR code says for a verification code. ASCII, no personal data. */
  verifyUrl: (verificationCode: string) => string;
  /** Learns why an attempt failed; what it is told holds no personal data. */
  onFault: (fault: unknown, facts: { endorsementId: string; attempts: number }) => void;
}

/** `dropped`: there was a job, but its endorsement was over or another worker had taken it. */
export type Generated = 'made' | 'failed' | 'retry' | 'dropped' | 'idle';

/** Signing takes milliseconds and a slow signing service seconds; after so long the worker is taken for dead. */
const LEASE_MS = 120_000;

interface Task {
  job: Job;
  endorsement: Endorsement;
}

interface Work extends Task {
  certificate: Certificate;
  holder: Holder;
}

/**
 * Takes the next job that is due and makes its copy: claim it, make the copy outside any transaction, then
 * store copy, state and message in one. A kill in between loses nothing, because the lease ends and the job is
 * taken again; nothing comes twice, because only one worker can finish it.
 */
export async function generateNext(deps: GenerateDeps): Promise<Generated> {
  const taken = await deps.storage.transact((tx) => takeWork(tx, deps));
  if (typeof taken === 'string') return taken;
  let copy: MadeCopy;
  try {
    copy = await makeCopy(deps, taken);
  } catch (fault) {
    deps.onFault(fault, { endorsementId: taken.endorsement.id, attempts: taken.job.attempts });
    return deps.storage.transact((tx) => settleFault(tx, deps, taken, fault));
  }
  try {
    return await deps.storage.transact((tx) => storeCopy(tx, deps, taken, copy));
  } finally {
    discard(copy.bytes);
  }
}

async function takeWork(tx: Transaction, deps: GenerateDeps): Promise<Work | 'failed' | 'dropped' | 'idle'> {
  const now = deps.clock.now();
  const job = await tx.jobs.claim(now, later(now, LEASE_MS));
  if (!job) return 'idle';
  const endorsement = await tx.endorsements.get(job.endorsementId);
  const underWay = endorsement?.status === 'requested' || endorsement?.status === 'generating';
  if (!endorsement || !underWay) return drop(tx, job);
  const task = { job, endorsement };
  if (isTooLate(deps, endorsement, now)) return giveUp(tx, now, task, 'too-late');
  // An attempt that took its process down settled nothing; it must not do so for ever.
  if (job.attempts > deps.policy.generation.attempts) return giveUp(tx, now, task, 'fault');
  const certificate = await tx.certificates.get(endorsement.certificateId);
  const holder = await tx.holders.get(endorsement.holderId);
  if (!certificate || !holder || certificate.status === 'withdrawn') {
    return giveUp(tx, now, task, 'certificate-gone');
  }
  await tx.endorsements.transition(endorsement.id, ['requested'], 'generating', {});
  return { ...task, certificate, holder };
}

async function makeCopy(deps: GenerateDeps, { endorsement, certificate, holder }: Work): Promise<MadeCopy> {
  const verifyUrl = deps.verifyUrl(endorsement.verificationCode);
  const making = { madeAt: deps.clock.now(), zone: deps.zone.name, verifyUrl };
  return deps.maker.makeCopy(
    certificateFace(holder, certificate, deps.catalogue),
    endorsementFace(endorsement, deps.policy.scenarios, making),
  );
}

async function storeCopy(tx: Transaction, deps: GenerateDeps, work: Work, copy: MadeCopy): Promise<Generated> {
  const now = deps.clock.now();
  const { id, holderId, accountId } = work.endorsement;
  if (isTooLate(deps, work.endorsement, now)) return giveUp(tx, now, work, 'too-late');
  if (!(await tx.jobs.finish(work.job))) return 'dropped';
  const made = { generatedAt: now, sha256: copy.sha256 };
  // It may have been revoked while the copy was made; then the copy is thrown away.
  if (!(await tx.endorsements.transition(id, ['generating'], 'valid', made))) return 'dropped';
  await tx.copies.put(id, copy.bytes);
  await tx.outbox.cancel(outboxKey.overdue(id));
  await tx.alerts.clear(outboxKey.overdue(id));
  const issuer = sealingIssuer(deps.catalogue, work.certificate);
  await tellOfCopy(tx, now, { issuer, accountId, holderId, about: { endorsementId: id } }, copy);
  const message = { kind: 'copy', endorsementId: id, firstTime: true } as const;
  await enqueueForHolder(tx, now, { holderId, key: outboxKey.firstCopy(id), message });
  await tx.journal.add({
    at: now,
    kind: 'endorsement-valid',
    accountId,
    holderId,
    facts: { endorsementId: id, sha256: copy.sha256, level: copy.level ?? 'B-B', attempts: work.job.attempts },
  });
  return 'made';
}

async function settleFault(tx: Transaction, deps: GenerateDeps, work: Work, fault: unknown): Promise<Generated> {
  const now = deps.clock.now();
  const { certificate, job } = work;
  const issuer = sealingIssuer(deps.catalogue, certificate);
  await tellOfFault(tx, now, fault, { issuer, attempts: job.attempts });
  if (fault instanceof MissingGlyphFault) {
    return giveUp(tx, now, work, 'missing-glyph', glyphFacts(fault.characters));
  }
  if (job.attempts >= deps.policy.generation.attempts) return giveUp(tx, now, work, failureOf(fault));
  return (await tx.jobs.retry(job, later(now, retryPause(job.attempts)), codeOf(fault))) ? 'retry' : 'dropped';
}

async function giveUp(
  tx: Transaction,
  now: Instant,
  { job, endorsement }: Task,
  because: GenerationFailure,
  facts: Record<string, string> = {},
): Promise<'failed' | 'dropped'> {
  if (!(await tx.jobs.finish(job))) return 'dropped';
  return (await failGeneration(tx, now, endorsement, because, facts)) ? 'failed' : 'dropped';
}

async function drop(tx: Transaction, job: Job): Promise<'dropped'> {
  await tx.jobs.finish(job);
  return 'dropped';
}

function isTooLate({ zone }: GenerateDeps, { lastDay }: Endorsement, now: Instant): boolean {
  return zone.dateOf(now) > lastDay;
}

/** What staff are shown as the reason; our own faults have a code. */
function codeOf(fault: unknown): string {
  return fault instanceof Error && 'code' in fault ? String(fault.code) : 'fault';
}
