import type { Transaction } from '../engine/ports/storage.ts';
import { SqlAccountStore } from './account/account-store.ts';
import { SqlAgreementStore } from './account/agreement-store.ts';
import { SqlDialogStore } from './account/dialog-store.ts';
import { SqlLinkCodeStore } from './account/link-code-store.ts';
import { SqlLinkStore } from './account/link-store.ts';
import { SqlUpdateStore } from './account/update-store.ts';
import { SqlBroadcastStore } from './broadcast/broadcast-store.ts';
import { SqlCopyStore } from './endorsement/copy-store.ts';
import { SqlEndorsementStore } from './endorsement/endorsement-store.ts';
import { SqlIssuedStore } from './endorsement/issued-store.ts';
import { SqlJobStore } from './endorsement/job-store.ts';
import { SqlPlainCopyStore } from './endorsement/plain-copy-store.ts';
import type { PersonalData } from './personal-data.ts';
import { SqlPolicyChangeStore } from './policy/policy-change-store.ts';
import { SqlCertificateStore } from './registry/certificate-store.ts';
import { SqlHolderStore } from './registry/holder-store.ts';
import { SqlImportStore } from './registry/import-store.ts';
import { SqlAlertStore } from './service/alert-store.ts';
import { SqlJournalStore } from './service/journal-store.ts';
import { SqlLeaseStore } from './service/lease-store.ts';
import { SqlOutboxStore } from './service/outbox-store.ts';
import { SqlQueueStore } from './service/queue-store.ts';
import { SqlRevocationStore } from './service/revocation-store.ts';
import { staffStoresOf } from './staff/staff-stores.ts';
import { SqlStatisticsStore } from './statistics/statistics-store.ts';
import { SqlVerificationNoticeStore } from './statistics/verification-notice-store.ts';
import type { Db } from './tables.ts';
import { SqlCannedAnswerStore } from './tickets/canned-answer-store.ts';
import { SqlTicketStore } from './tickets/ticket-store.ts';

/** Every store, bound to the transaction `db`. */
export function storesOf(db: Db, personal: PersonalData): Transaction {
  return {
    holders: new SqlHolderStore(db, personal),
    certificates: new SqlCertificateStore(db),
    imports: new SqlImportStore(db),
    endorsements: new SqlEndorsementStore(db),
    copies: new SqlCopyStore(db, personal),
    plainCopies: new SqlPlainCopyStore(db),
    issued: new SqlIssuedStore(db, personal),
    jobs: new SqlJobStore(db),
    accounts: new SqlAccountStore(db),
    links: new SqlLinkStore(db),
    linkCodes: new SqlLinkCodeStore(db, personal),
    agreements: new SqlAgreementStore(db),
    dialogs: new SqlDialogStore(db, personal, 'dialog'),
    updates: new SqlUpdateStore(db, personal),
    outbox: new SqlOutboxStore(db, personal),
    queue: new SqlQueueStore(db),
    broadcasts: new SqlBroadcastStore(db, personal),
    statistics: new SqlStatisticsStore(db),
    verificationNotices: new SqlVerificationNoticeStore(db),
    leases: new SqlLeaseStore(db),
    revocations: new SqlRevocationStore(db),
    journal: new SqlJournalStore(db),
    alerts: new SqlAlertStore(db, personal),
    staff: staffStoresOf(db, personal),
    policyChanges: new SqlPolicyChangeStore(db, personal),
    tickets: new SqlTicketStore(db, personal),
    cannedAnswers: new SqlCannedAnswerStore(db, personal),
  };
}
