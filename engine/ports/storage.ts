import type { CertificateStore, HolderStore, ImportStore } from './stores/registry-stores.ts';
import type { CopyStore, EndorsementStore, JobStore, PlainCopyStore } from './stores/endorsement-stores.ts';
import type {
  AccountStore,
  AgreementStore,
  DialogStore,
  LinkCodeStore,
  LinkStore,
  UpdateStore,
} from './stores/account-stores.ts';
import type { IssuedStore } from './stores/issued-store.ts';
import type { BroadcastStore } from './stores/broadcast-store.ts';
import type { QueueStore } from './stores/queue-store.ts';
import type { RevocationStore } from './stores/revocation-store.ts';
import type { StatisticsStore } from './stores/statistics-store.ts';
import type { VerificationNoticeStore } from './stores/verification-notice-store.ts';
import type { PolicyChangeStore } from './stores/policy-change-store.ts';
import type { StaffStores } from './stores/staff-stores.ts';
import type { CannedAnswerStore, TicketStore } from './stores/ticket-stores.ts';
import type { AlertStore, JournalStore, LeaseStore, OutboxStore } from './stores/service-stores.ts';

/**
 * The database, as the engine sees it. Stores exist only inside `transact`, bound to that
 * transaction; one that is used after it ended throws.
 */
export interface Storage {
  /** Runs `work` in one transaction: committed when it resolves, undone when it rejects. */
  transact<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface Transaction {
  readonly holders: HolderStore;
  readonly certificates: CertificateStore;
  readonly imports: ImportStore;
  readonly endorsements: EndorsementStore;
  readonly copies: CopyStore;
  readonly plainCopies: PlainCopyStore;
  readonly issued: IssuedStore;
  readonly jobs: JobStore;
  readonly accounts: AccountStore;
  readonly links: LinkStore;
  readonly linkCodes: LinkCodeStore;
  readonly agreements: AgreementStore;
  readonly dialogs: DialogStore;
  readonly updates: UpdateStore;
  readonly outbox: OutboxStore;
  readonly queue: QueueStore;
  readonly broadcasts: BroadcastStore;
  readonly statistics: StatisticsStore;
  readonly verificationNotices: VerificationNoticeStore;
  readonly leases: LeaseStore;
  readonly revocations: RevocationStore;
  readonly journal: JournalStore;
  readonly alerts: AlertStore;
  readonly staff: StaffStores;
  readonly policyChanges: PolicyChangeStore;
  readonly tickets: TicketStore;
  readonly cannedAnswers: CannedAnswerStore;
}
