import type { Transaction } from '../../../../engine/ports/storage.ts';
import { join } from '../../../../engine/staff/join.ts';
import type { Instant } from '../../../../engine/time/instant.ts';
import type { Effect } from '../../../telegram/effects.ts';
import { plain, text } from '../../../telegram/text/locale.ts';
import type { Place, StaffDeps, StaffEvent } from '../../turn.ts';
import type { Sender } from '../../update/read-update.ts';
import { helpView } from './help-view.ts';

interface Arrival {
  tx: Transaction;
  deps: StaffDeps;
  now: Instant;
}

/** Somebody who is no member: an invitation makes them one, and nothing else is answered. */
export async function welcomeNewcomer(
  { tx, deps, now }: Arrival,
  user: Sender,
  { kind }: Place,
  event: StaffEvent,
): Promise<Effect[]> {
  if (kind !== 'private' || event.kind !== 'command' || event.name !== 'start' || event.payload === '') return [];
  const joined = await join(tx, deps, { now, code: event.payload, user });
  if (!joined.ok) return [];
  const { language, role } = joined.value;
  const welcome = text(language, 'staff-welcome', { role: plain(language, 'staff-role', { role }) });
  const help = helpView(deps, joined.value);
  return [{ kind: 'send', view: { ...help, html: `${welcome}\n\n${help.html}` } }];
}
