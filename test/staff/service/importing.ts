import type { ChatMessage } from '../../../bot/sandbox/chat-api.ts';
import type { Certificate } from '../../../engine/registry/holder.ts';
import type { AuditRow } from '../../../engine/staff/audit.ts';
import { HOUR_MS, later } from '../../../engine/time/instant.ts';
import { type Cells, csv, row, WANG } from '../../registry/registry-file.ts';
import type { PlayedMember, StaffJourney } from '../staff-journey.ts';

export const CSV = { file_name: '证书.csv', mime_type: 'text/csv' };
export const FOUND = '试运行结果';

/** People whom the demonstration's registry doesn't know. */
export const rowsOf = (count: number, more: Partial<Cells> = {}): Cells[] =>
  Array.from({ length: count }, (_, index) => row({ ...WANG, management_number: `T${index}`, ...more }));
export const bytesOf = (rows: readonly Cells[]): Uint8Array => new TextEncoder().encode(csv(rows));

/** What a button says that a member has in front of them. */
export function dataOf({ client }: PlayedMember, label: RegExp): { messageId: number; data: string } {
  for (const { message_id: messageId, inline_keyboard: rows = [] } of client.chat().messages.toReversed()) {
    const data = rows.flat().find(({ text }) => label.test(text))?.callback_data;
    if (data !== undefined) return { messageId, data };
  }
  throw new Error(`no button ${label} in\n${client.screen()}`);
}

/** Sends files in a journey, and looks at what came of them. */
export class Importing {
  readonly #journey: StaffJourney;

  constructor(journey: StaffJourney) {
    this.#journey = journey;
  }

  /** Sends a file and lets the dry run run. */
  async send({ client }: PlayedMember, file: { file_name: string; mime_type: string; bytes: Uint8Array }) {
    await client.sendDocument(file);
    await client.waitForText('已收到');
    await this.#journey.work();
  }

  async sendRows(member: PlayedMember, rows: readonly Cells[]): Promise<ChatMessage> {
    await this.send(member, { ...CSV, bytes: bytesOf(rows) });
    return member.client.waitForText(FOUND);
  }

  certificate(number: string): Promise<Certificate | undefined> {
    return this.#journey.storage.transact(async (tx) => (await tx.certificates.findByManagementNumbers([number]))[0]);
  }

  /** How many files are kept. It deletes them. */
  files(): Promise<number> {
    const { clock, storage } = this.#journey;
    return storage.transact((tx) => tx.staff.files.prune(later(clock.now(), 1000 * HOUR_MS)));
  }

  rowsInAudit(action: string): Promise<AuditRow[]> {
    return this.#journey.storage.transact(async (tx) =>
      (await tx.staff.audit.search({}, { offset: 0, limit: 100 })).filter((entry) => entry.action === action),
    );
  }
}
