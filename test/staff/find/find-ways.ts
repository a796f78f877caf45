import type { ChatMessage } from '../../../bot/sandbox/chat-api.ts';
import type { AuditRow } from '../../../engine/staff/audit.ts';
import { tapFor } from '../../journeys/ways.ts';
import type { PlayedMember, StaffJourney } from '../staff-journey.ts';

/** What is to be seen of 1001, 林晓雨, unless somebody gives a reason. */
export const MASKED = '110105********0025';
export const PERSON = { name: '林晓雨', number: '110105199003070025', phone: '13800000001' };
const CARD = /👤/;

/** Opens the card of 林晓雨, or of whoever is looked for. */
export async function openCard({ client }: PlayedMember, asked = '林晓雨 0025'): Promise<ChatMessage> {
  await client.sendText(`/find ${asked}`);
  return client.waitForText(CARD);
}

/** Taps a button that asks for a reason, and gives one. */
export async function tapWithReason(
  { client }: PlayedMember,
  label: string | RegExp,
  expected: string | RegExp,
  reason = '本人来电，已核实身份',
): Promise<ChatMessage> {
  await tapFor(client, label, '请输入理由');
  await client.sendText(reason);
  return client.waitForText(expected);
}

/** The data behind a button that a member has in front of them. */
export function dataOf({ client }: PlayedMember, label: string): { messageId: number; data: string } {
  for (const { message_id: messageId, inline_keyboard: rows = [] } of client.chat().messages.toReversed()) {
    const data = rows.flat().find(({ text }) => text === label)?.callback_data;
    if (data !== undefined) return { messageId, data };
  }
  throw new Error(`no button “${label}” in\n${client.screen()}`);
}

/** The newest first. */
export function audit(journey: StaffJourney, member: PlayedMember): Promise<AuditRow[]> {
  const by = { memberId: member.member.id };
  return journey.storage.transact((tx) => tx.staff.audit.search(by, { offset: 0, limit: 100 }));
}

/** The id of the holder that somebody of the demonstration is. */
export async function holderId(journey: StaffJourney, id: number): Promise<string> {
  const { documentNumber } = journey.knows(id);
  const holder = await journey.storage.transact((tx) =>
    tx.holders.findByDocument('resident-identity-card', documentNumber),
  );
  if (!holder) throw new Error(`${id} is no holder`);
  return holder.id;
}
