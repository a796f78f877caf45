import type { Endorsement } from '../../../engine/endorsement/endorsement.ts';
import type { Transaction } from '../../../engine/ports/storage.ts';
import { parseCallback } from '../../telegram/buttons/callback-data.ts';
import { renewKey } from '../endorsements/reminders.ts';
import { submitKey } from '../request/submit.ts';
import type { PrivateUpdate } from './decide.ts';

/** The endorsement that a tap asked for, if it was one that asks for an endorsement. */
export async function endorsementAskedFor(
  tx: Transaction,
  { user, event }: PrivateUpdate,
): Promise<Endorsement | undefined> {
  const tap = event.kind === 'tap' ? parseCallback(event.data) : undefined;
  if (!tap) return undefined;
  const account = await tx.accounts.findByUser(user.id);
  const key = account && wishKey(account.id, `${tap.feature}:${tap.action}`, tap.args[0], tap.version);
  return key === undefined ? undefined : tx.endorsements.findByRequestKey(key);
}

function wishKey(accountId: string, action: string, id: string | undefined, version: number | undefined) {
  if (action === 'request:submit' && version !== undefined) return submitKey(accountId, version);
  return action === 'reminders:renew' && id !== undefined ? renewKey(id) : undefined;
}
