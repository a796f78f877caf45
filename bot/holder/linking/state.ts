import { z } from 'zod';
import type { Dialog } from '../../../engine/ports/stores/account-stores.ts';
import { DOCUMENT_TYPES } from '../../../engine/registry/holder.ts';

const documentType = z.enum(DOCUMENT_TYPES);
/** A one-time code that came with the link into the chat; the proof once the claim is complete. */
const code = z.string().nullable();

const STATE = z.discriminatedUnion('step', [
  z.object({ step: z.literal('type'), code }),
  z.object({ step: z.literal('number'), documentType, code }),
  z.object({ step: z.literal('name'), documentType, documentNumber: z.string(), code }),
  z.object({ step: z.literal('proof'), documentType, documentNumber: z.string(), name: z.string() }),
]);

/** Where in linking a person is, and what they have told so far. Personal data. */
export type LinkingState = z.infer<typeof STATE>;

/** Throws ZodError for data that no version of this flow wrote. */
export function readLinking(dialog: Dialog): LinkingState {
  return STATE.parse(dialog.data);
}
