import type { FastifyRequest } from 'fastify';
import { checkVerificationCode } from '../engine/ids.ts';
import {
  type EndorsedCopyView,
  type IssuedVerdict,
  numberOf,
  type StandingVerdict,
} from '../engine/verification/issued-verdict.ts';
import { type CopyVerdict, verifyCopy } from '../engine/verification/verify-copy.ts';
import { verifyDigest } from '../engine/verification/verify-issued.ts';
import { verifyCode } from '../engine/verification/verify-reference.ts';
import type { Limits } from './limits/limits.ts';
import type { Verification, WebDeps } from './web-deps.ts';

/** What a code leads to. */
type CodeAnswer =
  | { kind: 'found'; verdict: StandingVerdict<EndorsedCopyView> }
  | { kind: 'missing'; reason: 'unknown' | 'mistyped' }
  | { kind: 'refused'; reason: 'too-many-lookups' | 'too-many-requests'; waitSeconds: number };

type DigestAnswer =
  | { kind: 'found'; verdict: IssuedVerdict }
  | { kind: 'refused'; reason: 'too-many-requests'; waitSeconds: number };

/** Verification for visitors, page and API alike. */
export interface Verifying {
  byCode(request: FastifyRequest, typed: string): Promise<CodeAnswer>;
  byDigest(request: FastifyRequest, sha256: string): Promise<DigestAnswer>;
  /** Before a file is even read: how many seconds to wait, if at all. */
  mayUpload(request: FastifyRequest): Promise<number | undefined>;
  byFile(request: FastifyRequest, bytes: Uint8Array): Promise<CopyVerdict>;
}

/** Looked up for what can't be a code, so that it takes as long as one that could be. */
const NO_CODE = '?'.repeat(18);

export function createVerifying(deps: WebDeps, limits: Limits): Verifying {
  const { clock, judge, reading } = deps;
  const tell: Tell = (request, by, reason, number) =>
    deps.onVerified?.({ at: clock.now(), door: doorOf(request), by, reason, number: number ?? null });

  return {
    async byCode(request, typed) {
      const refused = await refusal(limits, request);
      if (refused) tell(request, 'code', 'too-many-lookups');
      return refused ?? lookUp(deps, limits, tell, { request, typed });
    },
    async byDigest(request, sha256) {
      const waitSeconds = await limits.verification(request);
      if (waitSeconds !== undefined) return { kind: 'refused', reason: 'too-many-requests', waitSeconds };
      const ask = { now: clock.now(), sha256: sha256.toLowerCase() };
      const verdict = await reading.read((tx) => verifyDigest(tx, deps, ask));
      tell(request, 'digest', verdict.reason, numberOf(verdict));
      return { kind: 'found', verdict };
    },
    mayUpload: (request) => limits.verification(request),
    async byFile(request, bytes) {
      const file = await judge.judge(bytes);
      const verdict = await reading.read((tx) => verifyCopy(tx, deps, { now: clock.now(), file }));
      tell(request, 'file', verdict.issued.reason, numberOf(verdict.issued));
      return verdict;
    },
  };
}

type Tell = (
  request: FastifyRequest,
  by: Verification['by'],
  reason: Verification['reason'],
  number?: string | null,
) => void;

async function lookUp(
  deps: WebDeps,
  limits: Limits,
  tell: Tell,
  { request, typed }: { request: FastifyRequest; typed: string },
): Promise<CodeAnswer> {
  const code = checkVerificationCode(typed);
  const ask = { now: deps.clock.now(), code: code ?? NO_CODE };
  const verdict = await deps.reading.read((tx) => verifyCode(tx, deps, ask));
  if (verdict.reason !== 'unknown') {
    tell(request, 'code', verdict.reason, verdict.copy.number);
    return { kind: 'found', verdict };
  }
  const waitSeconds = await limits.countMiss(request);
  if (waitSeconds !== undefined) {
    tell(request, 'code', 'too-many-lookups');
    return { kind: 'refused', reason: 'too-many-lookups', waitSeconds };
  }
  const reason = code === undefined ? 'mistyped' : 'unknown';
  tell(request, 'code', reason);
  return { kind: 'missing', reason };
}

async function refusal(limits: Limits, request: FastifyRequest): Promise<CodeAnswer | undefined> {
  const requests = await limits.verification(request);
  if (requests !== undefined) return { kind: 'refused', reason: 'too-many-requests', waitSeconds: requests };
  const misses = await limits.misses(request);
  return misses === undefined ? undefined : { kind: 'refused', reason: 'too-many-lookups', waitSeconds: misses };
}

function doorOf({ routeOptions }: FastifyRequest): Verification['door'] {
  return routeOptions.url?.startsWith('/api/') ? 'api' : 'page';
}
