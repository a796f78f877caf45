import type { Endorsement, EndorsementStatus } from '../../endorsement/endorsement.ts';
import type { CivilDate } from '../../time/civil-date.ts';
import type { Instant } from '../../time/instant.ts';

export interface EndorsementStore {
  /** False, and nothing is written, when `requestKey` was used before. */
  insert(endorsement: Endorsement, requestKey: string): Promise<boolean>;
  get(id: string): Promise<Endorsement | undefined>;
  findByRequestKey(requestKey: string): Promise<Endorsement | undefined>;
  findByNumber(number: string): Promise<Endorsement | undefined>;
  findByVerificationCode(code: string): Promise<Endorsement | undefined>;
  findBySha256(sha256: string): Promise<Endorsement | undefined>;
  /** Of one certificate, asked for on `since` or later, oldest first: what the quota is judged on. */
  ofCertificateSince(certificateId: string, since: CivilDate): Promise<Endorsement[]>;
  /** Those of a certificate in one of the states, oldest first. */
  ofCertificate(certificateId: string, statuses: readonly EndorsementStatus[]): Promise<Endorsement[]>;
  /** Those asked for by an account in one of the states, oldest first; of whichever holders it was linked with. */
  ofAccount(accountId: string, statuses: readonly EndorsementStatus[]): Promise<Endorsement[]>;
  /** Newest first. */
  ofHolder(holderId: string, page: { offset: number; limit: number }): Promise<Endorsement[]>;
  countOfHolder(holderId: string): Promise<number>;
  /** The one UPDATE of a transition; false when the endorsement was in none of the states `from`. */
  transition(
    id: string,
    from: readonly EndorsementStatus[],
    to: EndorsementStatus,
    change: Partial<Pick<Endorsement, 'generatedAt' | 'endedAt' | 'endedBecause' | 'sha256'>>,
  ): Promise<boolean>;
  setProgressMessage(id: string, messageId: number): Promise<void>;
  /** Valid ones whose last day is before `today`, at most `limit`. */
  lapsed(today: CivilDate, limit: number): Promise<Endorsement[]>;
  /**
   * Valid ones ending on `from` … `to`, by end; at most `limit`, after the endorsement `afterId`
   * (in the order by last day, id) when given.
   */
  endingBetween(
    from: CivilDate,
    to: CivilDate,
    limit: number,
    after?: { lastDay: CivilDate; id: string },
  ): Promise<Endorsement[]>;
  /** Requested or generating past what was promised, whose holder was not told yet. */
  overdue(now: Instant, limit: number): Promise<Endorsement[]>;
  markOverdueTold(id: string, at: Instant): Promise<boolean>;
}

/** The signed PDFs, encrypted at rest, and the messenger's file ids of those already uploaded. */
export interface CopyStore {
  put(endorsementId: string, bytes: Uint8Array): Promise<void>;
  get(endorsementId: string): Promise<Uint8Array | undefined>;
  fileId(endorsementId: string, bot: string): Promise<string | undefined>;
  setFileId(endorsementId: string, bot: string, fileId: string): Promise<void>;
  delete(endorsementId: string): Promise<void>;
}

/** A plain copy that was delivered (rule 4). The file isn't kept; this is what it is known again by. */
export interface PlainCopy {
  /** Of the file, hex. */
  sha256: string;
  certificateId: string;
  /** Whose name it shows. */
  holderId: string;
  madeAt: Instant;
}

export interface PlainCopyStore {
  add(copy: PlainCopy): Promise<void>;
  find(sha256: string): Promise<PlainCopy | undefined>;
}

export interface Job {
  id: string;
  kind: 'generate-copy';
  endorsementId: string;
  attempts: number;
}

/** A small queue. A claimed job that is neither finished nor put back comes free when its lease ends. */
export interface JobStore {
  /** The same `id` twice is one job. */
  enqueue(job: Pick<Job, 'id' | 'kind' | 'endorsementId'>, runAt: Instant): Promise<void>;
  /** Takes the oldest job that is due, counting an attempt. */
  claim(now: Instant, leaseUntil: Instant): Promise<Job | undefined>;
  /** False when the lease was lost to another worker (the attempt count differs). */
  finish(job: Job): Promise<boolean>;
  /** `because`: the code of what the attempt failed of, for staff to see. */
  retry(job: Job, runAt: Instant, because?: string): Promise<boolean>;
  /** Lets a job that waits for its next attempt run at once; false when none waits. */
  hurry(endorsementId: string, now: Instant): Promise<boolean>;
  /** Ends every lease, for a worker that knows to be the only one: what a killed process held is free at once. */
  recover(): Promise<number>;
  /** Jobs not finished, and since when the oldest waits. */
  backlog(): Promise<{ count: number; oldest: Instant | null }>;
}
