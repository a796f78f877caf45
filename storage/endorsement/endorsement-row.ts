import type { Endorsement } from '../../engine/endorsement/endorsement.ts';
import type { EndorsementRow } from '../tables.ts';

export function endorsementToRow(endorsement: Endorsement): Omit<EndorsementRow, 'request_key'> {
  return {
    id: endorsement.id,
    number: endorsement.number,
    verification_code: endorsement.verificationCode,
    certificate_id: endorsement.certificateId,
    holder_id: endorsement.holderId,
    account_id: endorsement.accountId,
    scenario: endorsement.scenario,
    days: endorsement.days,
    asked_on: endorsement.askedOn,
    last_day: endorsement.lastDay,
    requested_at: endorsement.requestedAt,
    promised_by: endorsement.promisedBy,
    status: endorsement.status,
    generated_at: endorsement.generatedAt,
    ended_at: endorsement.endedAt,
    ended_because: endorsement.endedBecause,
    sha256: endorsement.sha256,
    progress_message_id: endorsement.progressMessageId,
    overdue_told_at: endorsement.overdueToldAt,
  };
}

export function endorsementFromRow(row: EndorsementRow): Endorsement {
  return {
    id: row.id,
    number: row.number,
    verificationCode: row.verification_code,
    certificateId: row.certificate_id,
    holderId: row.holder_id,
    accountId: row.account_id,
    scenario: row.scenario,
    days: row.days,
    askedOn: row.asked_on,
    lastDay: row.last_day,
    requestedAt: row.requested_at,
    promisedBy: row.promised_by,
    status: row.status,
    generatedAt: row.generated_at,
    endedAt: row.ended_at,
    endedBecause: row.ended_because,
    sha256: row.sha256,
    progressMessageId: row.progress_message_id,
    overdueToldAt: row.overdue_told_at,
  };
}
