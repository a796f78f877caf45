import { groupAccount } from '../../../../engine/outbox/enqueue-for-staff.ts';
import type { Effect } from '../../../telegram/effects.ts';
import { text } from '../../../telegram/text/locale.ts';
import type { Duty } from '../../duty.ts';
import { show } from '../../show.ts';
import type { StaffTurn } from '../../turn.ts';

/** Makes a group the one that news to staff and tickets go to. */
export const groupDuty: Duty = {
  commands: { group: { needs: 'set-group', handle: makeStaffGroup } },
};

async function makeStaffGroup(turn: StaffTurn): Promise<Effect[]> {
  const { tx, place, member } = turn;
  const { language } = member;
  if (place.kind === 'private') {
    turn.note({ facts: { change: 'how' } });
    return show(turn, { html: text(language, 'staff-group-how') });
  }
  const { settings } = tx.staff;
  const before = await settings.get('group');
  const { chatId } = place;
  await settings.set('group', String(chatId));
  await settings.set('group-has-topics', place.isForum ? '1' : null);
  await settings.set('group-language', language);
  // What waits for the group before is told in this one.
  if (before !== undefined) await tx.outbox.readdress('staff', groupAccount(Number(before)), groupAccount(chatId));
  turn.note({ about: String(chatId), facts: { before: before ?? null, topics: place.isForum } });
  return show(turn, { html: text(language, place.isForum ? 'staff-group-set-topics' : 'staff-group-set') });
}
