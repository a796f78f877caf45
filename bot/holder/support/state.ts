import { z } from 'zod';
import type { Dialog } from '../../../engine/ports/stores/account-stores.ts';

const file = z.object({ fileId: z.string(), name: z.string(), bytes: z.number() });
const content = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('file'), text: z.string(), file: file.nullable() }),
]);

const STATE = z.discriminatedUnion('step', [
  /** What is said next becomes a new ticket. */
  z.object({ step: z.literal('write') }),
  /** What is said next goes to this ticket. */
  z.object({ step: z.literal('more'), ticketId: z.string() }),
  /** Something was said while there is a ticket, and nobody knows yet whether it is meant for it. */
  z.object({ step: z.literal('offer'), content, messageId: z.int() }),
]);

/** Where in talking to the staff a person is. */
export type SupportState = z.infer<typeof STATE>;
/** What is said to the staff. */
export type SaidToStaff = z.infer<typeof content>;

/** Throws ZodError for data that no version of this flow wrote. */
export function readSupport(dialog: Dialog): SupportState {
  return STATE.parse(dialog.data);
}
