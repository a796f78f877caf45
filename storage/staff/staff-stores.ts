import type { StaffStores } from '../../engine/ports/stores/staff-stores.ts';
import { SqlDialogStore } from '../account/dialog-store.ts';
import type { PersonalData } from '../personal-data.ts';
import type { Db } from '../tables.ts';
import { SqlAuditStore } from './audit-store.ts';
import { SqlDeletionStore } from './deletion-store.ts';
import { SqlInvitationStore } from './invitation-store.ts';
import { SqlMemberStore } from './member-store.ts';
import { SqlProposalStore } from './proposal-store.ts';
import { SqlStaffFileStore } from './staff-file-store.ts';
import { SqlStaffSettingStore } from './staff-setting-store.ts';
import { SqlStaffTaskStore } from './staff-task-store.ts';

/** The stores that only the staff bot works on, bound to the transaction `db`. */
export function staffStoresOf(db: Db, personal: PersonalData): StaffStores {
  return {
    members: new SqlMemberStore(db, personal),
    invitations: new SqlInvitationStore(db, personal),
    audit: new SqlAuditStore(db, personal),
    dialogs: new SqlDialogStore(db, personal, 'staff_dialog'),
    proposals: new SqlProposalStore(db, personal),
    files: new SqlStaffFileStore(db, personal),
    tasks: new SqlStaffTaskStore(db, personal),
    settings: new SqlStaffSettingStore(db),
    deletions: new SqlDeletionStore(db),
  };
}
