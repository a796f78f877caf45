import { accountContract } from './account-contract.ts';
import { auditContract } from './audit-contract.ts';
import { dialogContract } from './dialog-contract.ts';
import { endorsementContract } from './endorsement-contract.ts';
import { generationContract } from './generation-contract.ts';
import type { OpenEmpty } from './opened.ts';
import { outboxContract } from './outbox-contract.ts';
import { outboxModelContract } from './outbox-model-contract.ts';
import { registryContract } from './registry-contract.ts';
import { serviceContract } from './service-contract.ts';
import { ticketContract } from './ticket-contract.ts';
import { staffContract } from './staff-contract.ts';
import { transactionContract } from './transaction-contract.ts';

/** What every storage must do, on whatever database. */
export function storageContract(open: OpenEmpty): void {
  transactionContract(open);
  registryContract(open);
  accountContract(open);
  dialogContract(open);
  endorsementContract(open);
  generationContract(open);
  outboxContract(open);
  outboxModelContract(open);
  serviceContract(open);
  ticketContract(open);
  staffContract(open);
  auditContract(open);
}
