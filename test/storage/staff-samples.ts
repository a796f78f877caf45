import type { Proposal } from '../../engine/ports/stores/staff-stores.ts';
import type { AuditEntry } from '../../engine/staff/audit.ts';
import type { Member } from '../../engine/staff/member.ts';
import { minutes, NOW } from './samples.ts';

/** The sample of number `n` differs from every other in all that must be unique. */
export function member(n = 1, change: Partial<Member> = {}): Member {
  return {
    id: `member-${n}`,
    userId: 6_000_000_000 + n,
    name: `客服${n}`,
    role: 'agent',
    status: 'active',
    language: 'zh-CN',
    joinedAt: NOW,
    ...change,
  };
}

export function proposal(n = 1, change: Partial<Proposal> = {}): Proposal {
  return {
    id: `proposal-${n}`,
    kind: 'withdraw-certificate',
    askedBy: 'member-1',
    askedAt: NOW,
    reason: '持证人员王小明申请',
    payload: { certificateId: `certificate-${n}` },
    expiresAt: minutes(60),
    decision: null,
    ...change,
  };
}

export function auditEntry(n = 1, change: Partial<AuditEntry> = {}): AuditEntry {
  return {
    at: minutes(n),
    memberId: 'member-1',
    role: 'agent',
    capability: 'find',
    action: '/find',
    holderId: `holder-${n}`,
    about: `GL-${n}`,
    reason: `来电核实 ${n}`,
    refusal: null,
    facts: { found: n, again: false, cause: null },
    ...change,
  };
}
