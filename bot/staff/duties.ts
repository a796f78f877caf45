import { alertsDuty } from './duties/alerts/alerts-duty.ts';
import { auditDuty } from './duties/audit/audit-duty.ts';
import { basicsDuty } from './duties/basics/basics-duty.ts';
import { groupDuty } from './duties/basics/group-duty.ts';
import { broadcastDuty } from './duties/broadcast/broadcast-duty.ts';
import { findDuty } from './duties/find/find-duty.ts';
import { membersDuty } from './duties/members/members-duty.ts';
import { importDuty } from './duties/import/import-duty.ts';
import { noticeDuty } from './duties/notice/notice-duty.ts';
import { policyDuty } from './duties/policy/policy-duty.ts';
import { queueDuty } from './duties/queue/queue-duty.ts';
import { statsDuty } from './duties/stats/stats-duty.ts';
import { statusDuty } from './duties/status/status-duty.ts';
import { ticketsDuty } from './duties/tickets/tickets-duty.ts';
import type { Duty } from './duty.ts';

/** Everything that staff can do by their bot. What is said outside any dialog goes to the first duty that hears it. */
export const DUTIES: readonly Duty[] = [
  basicsDuty,
  groupDuty,
  ticketsDuty,
  statusDuty,
  findDuty,
  queueDuty,
  alertsDuty,
  broadcastDuty,
  auditDuty,
  membersDuty,
  importDuty,
  noticeDuty,
  policyDuty,
  statsDuty,
];
